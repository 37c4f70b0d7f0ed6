import { randomUUID } from 'node:crypto';
import { startDesk } from '#desk';
import { hasApiKeys, saveApiKey, saveToken } from '#store';
import { newToken, type Redline } from './compose.ts';
import { deskPorts } from './desk-ports.ts';

const LOGIN_LINK_HOURS = 24;

export interface Serving {
  readonly url: string;
  /** One-time link that makes its opener an administrator; undefined once an administrator's key exists. */
  readonly adminLink: string | undefined;
  stop(): Promise<void>;
}

/** Starts the desk over the composed services; a process without the desk serves health, readiness and metrics. */
export async function serve(redline: Redline): Promise<Serving> {
  const { config } = redline;
  const face = config.REDLINE_SERVICES.includes('desk') ? 'desk' : 'operations';
  const loginToken = face === 'desk' ? await admitAdministrator(redline) : undefined;
  const address = { host: config.REDLINE_HOST, port: config.REDLINE_PORT, face } as const;
  const desk = await startDesk(deskPorts(redline), address).catch((error: unknown) => {
    throw new Error(`REDLINE_HOST, REDLINE_PORT: cannot listen on ${address.host}:${address.port}; is it taken?`, {
      cause: error,
    });
  });
  const url = `http://${config.REDLINE_HOST}:${desk.port}`;
  return { url, adminLink: loginToken && `${url}/login/${loginToken}`, stop: () => desk.stop() };
}

/** The first key comes from `REDLINE_ADMIN_KEY`; without one, a one-time link lets the first administrator in. */
async function admitAdministrator(redline: Redline): Promise<string | undefined> {
  const { store, config } = redline;
  const now = redline.clock.now();
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
  return newLoginToken(redline);
}

/** A token that signs one browser in as administrator, once, within 24 hours. */
export async function newLoginToken({ store, clock }: Redline): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(clock.now().getTime() + LOGIN_LINK_HOURS * 3_600_000).toISOString();
  await saveToken(store.session, { token, kind: 'login', scope: 'admin', expiresAt });
  return token;
}
