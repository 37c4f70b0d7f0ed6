import { type Context, Hono } from 'hono';
import { findOwnSubscription, type Subscription } from '#store';
import { actorOf, type DeskEnv, signedIn } from '../access/caller.ts';
import { readForm } from '../access/own-forms.ts';
import type { DeskPorts } from '../ports.ts';
import { problemOfIssues } from '../problem/field-problems.ts';
import { notFound, RefusedRequestError } from '../problem/problem.ts';
import { NewSubscriptionSchema } from '../schema/subscription-schema.ts';
import { editSubscription } from '../subscription/edit-subscription.ts';
import { editedSubscription } from '../subscription/edited-form.ts';
import { formOfSubscription } from '../subscription/form-of-subscription.ts';
import type { FormFields } from '../subscription/subscription-form.ts';
import type { TypedForm } from './declaration-form.ts';
import { editPage } from './edit-page.ts';
import { layout } from './layout.ts';
import { rotatedPage } from './subscriptions-page.ts';
import { triedForm } from './tried-form.ts';

/** Pages on which everything that a subscription says is changed, with a preview before it is saved. */
export function editRoutes(ports: DeskPorts): Hono<DeskEnv> {
  const pages = new Hono<DeskEnv>();
  pages.get('/subscriptions/:id/edit', async (c) => {
    const subscription = await own(ports, c, c.req.param('id'));
    return show(c, subscription, { fields: formOfSubscription(subscription) });
  });
  pages.post('/subscriptions/:id/edit/preview', async (c) => {
    const fields = await readForm(c);
    const stands = await own(ports, c, c.req.param('id'));
    return show(c, stands, await triedForm(ports, fields, editedSubscription(stands, fields)));
  });
  pages.post('/subscriptions/:id/edit', async (c) => {
    const fields = await readForm(c);
    return save(ports, c, await own(ports, c, c.req.param('id')), fields);
  });
  return pages;
}

async function save(
  ports: DeskPorts,
  c: Context<DeskEnv>,
  stands: Subscription,
  fields: FormFields,
): Promise<Response> {
  const caller = signedIn(c);
  const parsed = NewSubscriptionSchema.safeParse(editedSubscription(stands, fields));
  if (!parsed.success) return show(c, stands, { fields, problem: problemOfIssues(parsed.error, 'form') });
  try {
    const edited = await editSubscription(ports, actorOf(caller), stands.subscriptionId, parsed.data);
    const { subscription, hasNewSecret } = edited;
    if (!hasNewSecret) return c.redirect(`/subscriptions/${encodeURIComponent(subscription.subscriptionId)}`, 303);
    const body = rotatedPage(subscription);
    return c.html(layout({ title: 'Saved', caller, section: '/subscriptions', body }));
  } catch (error) {
    if (error instanceof RefusedRequestError && error.problem.status === 422) {
      return show(c, stands, { fields, problem: error.problem });
    }
    throw error;
  }
}

async function show(c: Context<DeskEnv>, subscription: Subscription, typed: TypedForm): Promise<Response> {
  const caller = signedIn(c);
  const title = `Change ${subscription.name}`;
  const page = layout({ title, caller, section: '/subscriptions', body: editPage(subscription, caller, typed) });
  return c.html(page, typed.problem ? 422 : 200);
}

async function own(ports: DeskPorts, c: Context<DeskEnv>, id: string): Promise<Subscription> {
  const { tenantId } = signedIn(c);
  return (await findOwnSubscription(ports.store.session, ports.sealer, tenantId, id)) ?? notFound('subscription');
}
