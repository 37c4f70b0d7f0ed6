import { dropExpiredTokens, type Grant, type Session, saveToken } from '#store';
import type { DeskPorts } from '../ports.ts';
import { SESSION_SECONDS } from './session-cookie.ts';

const LOGIN_LINK_HOURS = 24;

type TokenPorts = Pick<DeskPorts, 'store' | 'now' | 'newToken'>;

/** Lets a browser in for a working day. Run it in the transaction that checked what it came with. @returns its token */
export async function openSession(ports: TokenPorts, tx: Session, grant: Grant): Promise<string> {
  const now = ports.now();
  const token = ports.newToken();
  await dropExpiredTokens(tx, now.toISOString());
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1_000).toISOString();
  await saveToken(tx, { ...grant, token, kind: 'session', expiresAt });
  return token;
}

/** Makes the token of a link that lets one browser in, once, within 24 hours: `/login/<token>`. */
export async function invite(ports: TokenPorts, person: Pick<Grant, 'tenantId' | 'role' | 'name'>): Promise<string> {
  const token = ports.newToken();
  const expiresAt = new Date(ports.now().getTime() + LOGIN_LINK_HOURS * 3_600_000).toISOString();
  const { tenantId, role, name } = person;
  await saveToken(ports.store.session, { tenantId, role, name, keyId: null, token, kind: 'login', expiresAt });
  await ports.store.makeDurable();
  return token;
}
