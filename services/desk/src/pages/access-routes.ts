import { z } from '@hono/zod-openapi';
import { type Context, Hono } from 'hono';
import { endToken, listApiKeys, listTokens, ROLES, recordAct, SCOPES } from '#store';
import { actorOf, type DeskEnv, type SignedIn, signedIn } from '../access/caller.ts';
import { AccessName, createKey, NewKeySchema } from '../access/create-key.ts';
import { invite } from '../access/open-session.ts';
import { readForm } from '../access/own-forms.ts';
import { revokeOrRefuse } from '../api/keys-api.ts';
import type { DeskPorts } from '../ports.ts';
import { problemOfIssues } from '../problem/field-problems.ts';
import { notFound, type Problem } from '../problem/problem.ts';
import { accessPage, madePage } from './access-page.ts';
import { layout } from './layout.ts';

const Invitation = z.strictObject({ name: AccessName, role: z.enum(ROLES) });

/** Who comes in, and with what: people by links and keys, programs by keys. */
export function accessRoutes(ports: DeskPorts): Hono<DeskEnv> {
  const pages = new Hono<DeskEnv>();
  pages.get('/access', (c) => showAccess(ports, c));
  pages.post('/access/links', async (c) => {
    const { name, role } = await readForm(c);
    const parsed = Invitation.safeParse({ name, role });
    if (!parsed.success) return showAccess(ports, c, problemOfIssues(parsed.error, 'form'));
    const token = await invite(ports, actorOf(signedIn(c)), parsed.data);
    const secret = `${ports.settings.publicUrl}/login/${token}`;
    const then = `It signs ${parsed.data.name} in as ${parsed.data.role}, once, within 24 hours.`;
    return showMade(c, { title: 'A login link', secret, then });
  });
  pages.post('/access/keys', async (c) => {
    const fields = await readForm(c);
    const scopes = SCOPES.filter((scope) => fields[`scope-${scope}`] !== undefined);
    const parsed = NewKeySchema.safeParse({ name: fields.name, scopes });
    if (!parsed.success) return showAccess(ports, c, problemOfIssues(parsed.error, 'form'));
    const { key, token } = await createKey(ports, actorOf(signedIn(c)), parsed.data);
    const then = `“${key.name}” may: ${key.scopes.join(', ')}. Send it as Authorization: Bearer …, or sign in with it.`;
    return showMade(c, { title: 'A key', secret: token, then });
  });
  pages.post('/access/keys/:id/revoke', async (c) => {
    await readForm(c);
    await revokeOrRefuse(ports, signedIn(c), c.req.param('id'));
    return c.redirect('/access', 303);
  });
  pages.post('/access/sessions/:id/end', async (c) => {
    await readForm(c);
    if (!(await endSession(ports, signedIn(c), c.req.param('id')))) return notFound('session');
    return c.redirect('/access', 303);
  });
  return pages;
}

/** @returns false when the caller's tenant has no such session or link. */
function endSession({ store, now }: DeskPorts, caller: SignedIn, sessionHash: string): Promise<boolean> {
  return store.transaction(async (tx) => {
    if (!(await endToken(tx, caller.tenantId, sessionHash))) return false;
    const subject = { subjectKind: 'session', subjectId: sessionHash } as const;
    const act = { act: 'session.ended', ...subject, fromState: 'open', toState: 'ended' } as const;
    await recordAct(tx, actorOf(caller), now().toISOString(), act);
    return true;
  });
}

async function showAccess(ports: DeskPorts, c: Context<DeskEnv>, problem?: Problem): Promise<Response> {
  const caller = signedIn(c);
  const now = ports.now();
  const { session } = ports.store;
  const keys = await listApiKeys(session, caller.tenantId);
  const tokens = await listTokens(session, caller.tenantId, now.toISOString());
  const body = accessPage({ keys, tokens, caller, now, problem });
  return c.html(layout({ title: 'People and keys', caller, section: '/access', body }), problem ? 422 : 200);
}

async function showMade(c: Context<DeskEnv>, made: Parameters<typeof madePage>[0]): Promise<Response> {
  return c.html(layout({ title: made.title, caller: signedIn(c), section: '/access', body: madePage(made) }), 201);
}
