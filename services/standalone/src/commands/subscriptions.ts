import { readFileSync, writeFileSync } from 'node:fs';
import { readSubscriptionFile, importSubscriptions as takeOver, writeSubscriptionFile } from '#desk';
import { listDigestCursors, listSubscriptions } from '#store';
import { commandLineActor } from '../command-line-actor.ts';
import type { Redline } from '../compose.ts';
import { deskPorts } from '../desk-ports.ts';

type Print = (line: string) => void;

const OWNER_ONLY = 0o600;

/** Writes every subscription of a tenant, signing secrets included, to a file that only its owner can read. */
export async function exportSubscriptions(
  redline: Redline,
  tenantId: string,
  path: string,
  print: Print,
): Promise<boolean> {
  const subscriptions = await listSubscriptions(redline.store.session, redline.sealer, tenantId);
  const places = await listDigestCursors(redline.store.session, tenantId);
  writeFileSync(path, writeSubscriptionFile(subscriptions, true, places), { mode: OWNER_ONLY });
  print(`${subscriptions.length} subscriptions written to ${path}; it holds their secrets`);
  return true;
}

/**
 * Takes over a whole file for a tenant, or nothing of it.
 * @throws RefusedRequestError naming every field that is wrong.
 */
export async function importSubscriptions(
  redline: Redline,
  tenantId: string,
  path: string,
  print: Print,
): Promise<boolean> {
  const entries = readSubscriptionFile(readFileSync(path, 'utf8'));
  const imported = await takeOver(deskPorts(redline), commandLineActor(tenantId), entries);
  for (const one of imported)
    print(`${one.outcome} ${one.id}${one.secret ? `, secret (shown once): ${one.secret}` : ''}`);
  return true;
}
