import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { readSubscriptionFile, importSubscriptions as takeOver, writeSubscriptionFile } from '#desk';
import { checkTarget } from '#fetch';
import { newWebhookSecret } from '#notifier';
import { listSubscriptions } from '#store';
import type { Redline } from '../compose.ts';

type Print = (line: string) => void;

const OWNER_ONLY = 0o600;

/** Writes every subscription, signing secrets included, to a file that only its owner can read. */
export async function exportSubscriptions(redline: Redline, path: string, print: Print): Promise<boolean> {
  const subscriptions = await listSubscriptions(redline.store.session, redline.sealer);
  writeFileSync(path, writeSubscriptionFile(subscriptions, true), { mode: OWNER_ONLY });
  print(`${subscriptions.length} subscriptions written to ${path}; it holds their secrets`);
  return true;
}

/** Takes over a whole file or nothing of it. @throws RefusedRequestError naming every field that is wrong. */
export async function importSubscriptions(redline: Redline, path: string, print: Print): Promise<boolean> {
  const entries = readSubscriptionFile(readFileSync(path, 'utf8'));
  const imported = await takeOver(
    {
      store: redline.store,
      sealer: redline.sealer,
      newSecret: newWebhookSecret,
      newId: () => randomUUID(),
      now: redline.clock.now,
      headPosition: (session) => redline.log.headPosition(session),
      addressAllowed: (url) => checkTarget(url, { allow: redline.config.REDLINE_ALLOW_PRIVATE_TARGETS }),
    },
    entries,
  );
  for (const one of imported)
    print(`${one.outcome} ${one.id}${one.secret ? `, secret (shown once): ${one.secret}` : ''}`);
  return true;
}
