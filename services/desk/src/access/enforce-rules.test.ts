import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { createLogger } from '#process';
import { RefusedRequestError } from '../problem/problem.ts';
import type { Caller, DeskEnv } from './caller.ts';
import { enforceRules } from './enforce-rules.ts';
import { DEFAULT_LIMITS } from './rate-limits.ts';
import type { RouteRule } from './route-rules.ts';

const reviewer: Caller = { kind: 'session', tenantId: 'default', role: 'reviewer', name: 'Mika', formToken: 'f' };

function app(rules: Readonly<Record<string, RouteRule>>, caller: Caller) {
  const logger = createLogger({ level: 'silent', service: 'desk' });
  const settings = {
    publicUrl: 'http://desk.test',
    openReading: false,
    timeZone: 'UTC',
    limits: DEFAULT_LIMITS,
    proxies: 0,
  };
  const desk = new Hono<DeskEnv>();
  desk.use(async (c, next) => {
    c.set('caller', caller);
    await next();
  });
  desk.use(enforceRules({ settings, logger }, rules));
  desk.get('/things/mine', (c) => c.text('mine'));
  desk.get('/things/:id', (c) => c.text('a thing'));
  desk.all('/anything', (c) => c.text('whatever'));
  desk.onError((error, c) =>
    error instanceof RefusedRequestError ? c.text(error.problem.code, error.problem.status) : c.text('failed', 500),
  );
  return async (path: string) => {
    const answer = await desk.request(path);
    return [answer.status, await answer.text()];
  };
}

describe('the rules of routes', () => {
  it('refuse a route that has none, whoever asks and whichever method it answers', async () => {
    const ask = app({}, { ...reviewer, role: 'admin' });
    expect(await ask('/things/1')).toEqual([403, 'route_without_rule']);
    expect(await ask('/anything')).toEqual([403, 'route_without_rule']);
  });

  it('are those of the route that answers, not of another that would match, too', async () => {
    const ask = app({ 'GET /things/mine': { needs: 'admin' }, 'GET /things/:id': { needs: 'reader' } }, reviewer);
    expect(await ask('/things/mine')).toEqual([403, 'not_allowed']);
    expect(await ask('/things/1')).toEqual([200, 'a thing']);
  });

  it('let only the house that runs Redline decide on what all tenants share', async () => {
    const rules = { 'GET /things/:id': { needs: 'reviewer', operator: true } } as const;
    expect(await app(rules, reviewer)('/things/1')).toEqual([200, 'a thing']);
    expect(await app(rules, { ...reviewer, tenantId: 'chips' })('/things/1')).toEqual([403, 'operator_only']);
  });

  it('leave an address that no route answers to be not found', async () => {
    expect((await app({}, reviewer)('/nowhere'))[0]).toBe(404);
  });
});
