import { buildDigest } from '#desk';
import { digestText } from '#digest';
import { findOwnSubscription } from '#store';
import type { Redline } from '../compose.ts';
import { deskPorts } from '../desk-ports.ts';

/** Prints the digest of a day as plain text, whole or as one subscription reads it. */
export async function digestOfDay(
  redline: Redline,
  options: { readonly date?: string; readonly subscription?: string; readonly tenant: string },
  print: (line: string) => void,
): Promise<boolean> {
  const date = options.date ?? redline.clock.now().toISOString().slice(0, 10);
  const { subscription: id, tenant } = options;
  const { store, sealer } = redline;
  const subscription = id === undefined ? undefined : await findOwnSubscription(store.session, sealer, tenant, id);
  if (id !== undefined && !subscription) throw new Error(`--subscription: there is no subscription "${id}"`);
  print(digestText(await buildDigest(deskPorts(redline), date, subscription)));
  return true;
}
