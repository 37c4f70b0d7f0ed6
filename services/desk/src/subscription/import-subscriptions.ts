import {
  type Actor,
  clearEndpointState,
  findOwnSubscription,
  recordAct,
  type Session,
  type Subscription,
  saveSubscription,
} from '#store';
import type { DeskPorts } from '../ports.ts';
import { refuse } from '../problem/problem.ts';
import { beginDigests, digestStart } from './begin-digests.ts';
import { refuseUnreachable } from './create-subscription.ts';
import type { SubscriptionEntry } from './subscription-file.ts';

export interface ImportedSubscription {
  readonly id: string;
  readonly outcome: 'created' | 'updated';
  /** A secret that had to be made because the file held none; shown once. */
  readonly secret?: string;
}

/** Takes over a whole file for the actor's tenant, or nothing of it. An entry whose id it knows replaces that subscription. */
export async function importSubscriptions(
  ports: DeskPorts,
  by: Actor,
  entries: readonly SubscriptionEntry[],
): Promise<readonly ImportedSubscription[]> {
  for (const [index, entry] of entries.entries()) {
    await refuseUnreachable(ports, entry.channel, `subscriptions[${index}].channel.url`);
  }
  const start = await digestStart(ports);
  const imported = await ports.store.transaction(async (tx) => {
    const head = await ports.headPosition(tx);
    const taken: ImportedSubscription[] = [];
    for (const entry of entries) taken.push(await importOne(ports, tx, by, entry, { head, start }));
    return taken;
  });
  await ports.store.makeDurable();
  return imported;
}

async function importOne(
  ports: DeskPorts,
  tx: Session,
  by: Actor,
  entry: SubscriptionEntry,
  { head, start }: { readonly head: number; readonly start: number },
): Promise<ImportedSubscription> {
  const { tenantId } = by;
  const known = await findOwnSubscription(tx, ports.sealer, tenantId, entry.id);
  const isEnabled = known?.status === 'disabled' && entry.status === 'active';
  const kept = entry.secret ?? known?.secret;
  const made = entry.channel.kind === 'webhook' && kept === undefined ? ports.newSecret('hmac') : undefined;
  const secret = made ?? (entry.channel.kind === 'webhook' ? kept : undefined);
  const retiring = entry.secret === undefined ? known?.retiring : entry.retiring;
  const subscription: Subscription = {
    subscriptionId: entry.id,
    tenantId,
    name: entry.name,
    profile: entry.profile,
    channel: entry.channel,
    cadence: entry.cadence,
    status: entry.status,
    createdAt: entry.createdAt,
    // A file from another log may name a position that lies ahead here: the subscriber would hear nothing until then.
    hearsAfterPosition: isEnabled ? head : Math.min(known?.hearsAfterPosition ?? entry.hearsAfterPosition, head),
    ...(entry.digest === undefined ? {} : { digest: entry.digest }),
    ...(entry.collapse === undefined ? {} : { collapse: entry.collapse }),
    ...(secret === undefined ? {} : { secret }),
    ...(entry.channel.kind === 'webhook' && retiring !== undefined ? { retiring } : {}),
  };
  // Whoever enables an endpoint again vouches for it: its past failures count no more.
  if (isEnabled) await clearEndpointState(tx, entry.id);
  if (!(await saveSubscription(tx, ports.sealer, subscription))) refuseTakenId(entry.id);
  await beginDigests(ports, tx, subscription, start, entry.digestPlace);
  await recordAct(tx, by, ports.now().toISOString(), {
    act: 'subscription.imported',
    subjectKind: 'subscription',
    subjectId: entry.id,
    fromState: known?.status ?? '',
    toState: entry.status,
  });
  return { id: entry.id, outcome: known ? 'updated' : 'created', ...(made === undefined ? {} : { secret: made }) };
}

/** Ids are one name space for all tenants, because alerts and deliveries are found by them alone. */
function refuseTakenId(id: string): never {
  return refuse({
    status: 409,
    code: 'id_taken',
    title: 'This id cannot be used',
    detail: `The id "${id}" is in use elsewhere on this Redline: give the entry another one.`,
  });
}
