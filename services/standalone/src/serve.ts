import { randomUUID } from 'node:crypto';
import { type Desk, startDesk } from '#desk';
import { checkTarget } from '#fetch';
import { newWebhookSecret } from '#notifier';
import { hasApiKeys, saveApiKey, saveToken } from '#store';
import { newToken, type Redline } from './compose.ts';
import { healthOf, metricsText } from './observe.ts';

const LOGIN_LINK_HOURS = 24;
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

export interface Serving {
  readonly url: string;
  /** One-time link that makes its opener an administrator; undefined once an administrator's key exists. */
  readonly adminLink: string | undefined;
  stop(): Promise<void>;
}

/** Starts the desk over the composed services. */
export async function serve(redline: Redline): Promise<Serving> {
  const { config, store } = redline;
  const adminLink = await admitAdministrator(redline);
  const desk: Desk = await startDesk(
    {
      settings: {
        publicUrl: redline.publicUrl,
        openReading: config.REDLINE_OPEN_READING ?? LOOPBACK.has(config.REDLINE_HOST),
        timeZone: 'UTC',
      },
      store,
      sealer: redline.sealer,
      sources: redline.catalogue.sources,
      instruments: redline.catalogue.instruments,
      logger: redline.logger,
      now: redline.clock.now,
      newId: () => randomUUID(),
      newToken,
      newSecret: newWebhookSecret,
      headPosition: (session) => redline.log.headPosition(session),
      addressAllowed: (url) => checkTarget(url, { allow: config.REDLINE_ALLOW_PRIVATE_TARGETS }),
      replayDelivery: (deliveryId) => redline.notifier.replay(deliveryId),
      releaseReading: (readingId) => redline.differ.release(readingId),
      metrics: () => metricsText(redline),
      health: () => healthOf(redline),
    },
    { host: config.REDLINE_HOST, port: config.REDLINE_PORT },
  );
  return { url: desk.url, adminLink: adminLink && `${desk.url}/login/${adminLink}`, stop: () => desk.stop() };
}

/** The first key comes from `REDLINE_ADMIN_KEY`; without one, a one-time link lets the first administrator in. */
async function admitAdministrator(redline: Redline): Promise<string | undefined> {
  const { store, config } = redline;
  const now = new Date();
  if (config.REDLINE_ADMIN_KEY) {
    const key = {
      keyId: randomUUID(),
      name: 'REDLINE_ADMIN_KEY',
      token: config.REDLINE_ADMIN_KEY,
      scope: 'admin' as const,
    };
    await saveApiKey(store.session, { ...key, createdAt: now.toISOString() });
    return undefined;
  }
  if (await hasApiKeys(store.session)) return undefined;
  const token = newToken();
  const expiresAt = new Date(now.getTime() + LOGIN_LINK_HOURS * 3_600_000).toISOString();
  await saveToken(store.session, { token, kind: 'login', scope: 'admin', expiresAt });
  return token;
}
