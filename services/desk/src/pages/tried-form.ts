import type { DeskPorts } from '../ports.ts';
import { problemOfIssues } from '../problem/field-problems.ts';
import { NewSubscriptionSchema } from '../schema/subscription-schema.ts';
import { previewProfile } from '../subscription/preview-profile.ts';
import { type FormFields, subscriptionOfForm } from '../subscription/subscription-form.ts';
import type { TypedForm } from './declaration-form.ts';

/** What the typed profile would have been told. Nothing is saved; a channel that is not filled in yet is no mistake. */
export async function triedForm(
  ports: Pick<DeskPorts, 'store' | 'now'>,
  fields: FormFields,
  { profile }: { readonly profile: unknown } = subscriptionOfForm(fields),
): Promise<TypedForm> {
  const parsed = NewSubscriptionSchema.shape.profile.safeParse(profile);
  if (!parsed.success) return { fields, problem: problemOfIssues(parsed.error, 'form') };
  return { fields, preview: await previewProfile(ports.store.session, parsed.data, ports.now()) };
}
