import { type Actor, dropExpiredTokens, type Grant, hashOfToken, recordAct, type Session, saveToken } from '#store';
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

/** Makes the token of a link into the actor's tenant that lets one browser in, once, within 24 hours: `/login/<token>`. */
export async function invite(ports: TokenPorts, by: Actor, person: Pick<Grant, 'role' | 'name'>): Promise<string> {
  const token = ports.newToken();
  const now = ports.now();
  const expiresAt = new Date(now.getTime() + LOGIN_LINK_HOURS * 3_600_000).toISOString();
  const { role, name } = person;
  await ports.store.transaction(async (tx) => {
    await saveToken(tx, { tenantId: by.tenantId, role, name, keyId: null, token, kind: 'login', expiresAt });
    await recordAct(tx, by, now.toISOString(), {
      act: 'link.created',
      subjectKind: 'link',
      subjectId: hashOfToken(token),
      fromState: '',
      toState: 'unused',
      detail: { name, role },
    });
  });
  await ports.store.makeDurable();
  return token;
}
