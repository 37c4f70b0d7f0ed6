import { randomBytes, randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { DEFAULT_LIMITS, type DeskPorts } from '#desk';
import { checkTarget } from '#fetch';
import { type Config, readSigningKey } from '#process';
import { newWebhookSecret } from '#webhook';
import { newToken, type Redline } from './compose.ts';
import { healthOf, metricsText } from './observe.ts';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** What the desk, and the commands that use its parts, need from the composed services. */
export function deskPorts(redline: Redline): DeskPorts {
  const { config } = redline;
  return {
    settings: {
      publicUrl: redline.publicUrl,
      openReading: config.REDLINE_OPEN_READING ?? LOOPBACK.has(config.REDLINE_HOST),
      timeZone: 'UTC',
      limits: { ...DEFAULT_LIMITS, requests: config.REDLINE_REQUESTS_PER_MINUTE },
      proxies: config.REDLINE_PROXIES,
    },
    store: redline.store,
    sealer: redline.sealer,
    sources: redline.catalogue.sources,
    instruments: redline.catalogue.instruments,
    logger: redline.logger,
    now: redline.clock.now,
    newId: () => randomUUID(),
    newToken,
    newSecret: (signing) => newWebhookSecret(randomBytes, signing),
    headPosition: (session) => redline.log.headPosition(session),
    addressAllowed: (url) => checkTarget(url, { allow: config.REDLINE_ALLOW_PRIVATE_TARGETS }),
    replayDelivery: (deliveryId, by) => redline.notifier.replay(deliveryId, by),
    replayRange: (subscriptionId, range, by) => redline.notifier.replayRange(subscriptionId, range, by),
    sendTest: (subscriptionId) => redline.notifier.sendTest(subscriptionId),
    releaseReading: (readingId, by, reason) => redline.differ.release(readingId, by, reason),
    signingKey: () => readSigningKey(signingKeyFile(config)),
    metrics: () => metricsText(redline),
    health: () => healthOf(redline),
  };
}

/** Beside the key that seals, unless the configuration names another file. */
export function signingKeyFile(
  config: Pick<Config, 'REDLINE_ATTESTATION_KEY_FILE' | 'REDLINE_SECRET_KEY_FILE'>,
): string {
  return (
    config.REDLINE_ATTESTATION_KEY_FILE ?? join(dirname(config.REDLINE_SECRET_KEY_FILE), 'redline-attestation.key')
  );
}
