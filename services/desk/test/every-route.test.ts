import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { includesRole, ROLES, type Role } from '#store';
import { wholeStore } from '../../../test/store-ops/whole-store.ts';
import { ROUTE_RULES } from '../src/access/route-rules.ts';
import { createDesk } from '../src/create-desk.ts';
import { type DeskUnderTest, openDesk } from './desk-under-test.ts';
import { requestsOf, sentBy, type WalkedRequest, withKey, withSession } from './route-requests.ts';
import { type FilledTenant, fillTenant, keyOf, rowsOf, sessionOf, tablesOfTenants } from './two-tenants.ts';

/**
 * Routes that change something and yet ask for nothing but a person: the way in, the way out, trials that save nothing, and
 * what a token in the address allows.
 */
const WRITES_OF_ANYBODY = [
  'POST /login',
  'POST /login/:token',
  'POST /logout',
  'POST /api/v1/subscriptions/preview',
  'POST /verify',
  'POST /unsubscribe/:token',
];

let desk: DeskUnderTest;
let ours: FilledTenant;
let theirs: FilledTenant;
let routes: readonly string[];

beforeEach(async () => {
  desk = await openDesk({ openReading: false });
  ours = await fillTenant(desk, 'default', 'Quorvane');
  theirs = await fillTenant(desk, 'chips', 'Zelthrim');
  // Signing out goes last: what comes after it would be asked by nobody.
  routes = desk.desk.routes.toSorted((a, b) => Number(a === 'POST /logout') - Number(b === 'POST /logout'));
});
afterEach(() => desk.close());

const SCOPE_OF = { reader: 'read', reviewer: 'review', admin: 'admin' } as const;

function credentialsOf(tenantId: string, role: Role): readonly Record<string, string>[] {
  return [withKey(keyOf(tenantId, SCOPE_OF[role])), withSession(sessionOf(tenantId, role))];
}

async function ask(request: WalkedRequest, credentials: Record<string, string>, of = desk.desk) {
  const { method, path, body, headers } = sentBy(request, credentials);
  const answer = await of.fetch(
    new Request(`http://desk.test${path}`, { method, headers, ...(body === undefined ? {} : { body }) }),
  );
  const text = await answer.text();
  const said = `${[...answer.headers].join('\n')}\n${text}`;
  return { status: answer.status, said, code: /urn:redline:problem:(\w+)/.exec(text)?.[1] };
}

/** Rows that name a tenant's ids or words: what nobody else may touch. */
async function rowsAbout(tenant: FilledTenant): Promise<readonly string[]> {
  const marks = [...tenant.ids, ...tenant.words].map((mark) => JSON.stringify(mark).slice(1, -1));
  return Object.values(await wholeStore(desk.store))
    .flat()
    .filter((row) => marks.some((mark) => row.includes(mark)))
    .map((row) => row.replace(/\["last_used_at",[^\]]*\]/, ''));
}

function found(words: readonly string[], text: string): readonly string[] {
  return words.filter((word) => text.includes(word));
}

describe('every route', () => {
  it('has a rule that says who may use it, and every rule a route', () => {
    expect([...routes].sort()).toEqual(Object.keys(ROUTE_RULES).sort());
    expect(routes.length).toBeGreaterThan(35);
  });

  it('that changes something asks for a reviewer at least', () => {
    const lax = routes
      .filter((route) => !route.startsWith('GET ') && !WRITES_OF_ANYBODY.includes(route))
      .filter((route) => !['reviewer', 'admin'].includes(ROUTE_RULES[route]?.needs ?? ''));
    expect(lax).toEqual([]);
  });

  it('refuses nobody, and whoever has less than its role', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      const needs = ROUTE_RULES[route]?.needs ?? 'admin';
      const [request] = requestsOf(route, ours);
      if (!request || needs === 'nobody') continue;
      const needed = needs === 'reading' ? 'reader' : needs;
      const nobody = await ask(request, {});
      if (nobody.status !== 401) wrong.push(`${route}: nobody gets ${nobody.status}`);
      for (const role of ROLES.filter((one) => !includesRole(one, needed))) {
        for (const headers of credentialsOf('default', role)) {
          const { status } = await ask(request, headers);
          if (status !== 403) wrong.push(`${route}: a ${role} gets ${status}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('lets in whoever has its role, and takes what the walk sends it', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      const needs = ROUTE_RULES[route]?.needs ?? 'admin';
      if (needs === 'nobody') continue;
      for (const headers of credentialsOf('default', needs === 'reading' ? 'reader' : needs)) {
        const fresh = await openDesk({ openReading: false });
        const filled = await fillTenant(fresh, 'default', 'Quorvane');
        const [request] = requestsOf(route, filled);
        const { status } = request ? await ask(request, headers, fresh.desk) : { status: 0 };
        if ([401, 403, 415, 422, 500].includes(status)) wrong.push(`${route}: ${status}`);
        await fresh.close();
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('opens to a key of one area only what lies in it', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      const rule = ROUTE_RULES[route];
      const [request] = requestsOf(route, ours);
      if (!request || !rule || rule.needs === 'nobody') continue;
      for (const area of ['subscriptions', 'deliveries'] as const) {
        const { status } = await ask(request, withKey(keyOf('default', area)));
        if ((status === 403) !== (rule.area !== area)) wrong.push(`${route}: a key for ${area} gets ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is walked over a store in which both tenants own rows of every table that has owners', async () => {
    const tables = await tablesOfTenants(desk);
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['subscriptions', 'alerts', 'deliveries']));
    for (const table of tables) {
      expect(await rowsOf(desk, table, 'default'), `${table.name}: add rows to fillTenant`).toBeGreaterThan(0);
      expect(await rowsOf(desk, table, 'chips'), `${table.name}: add rows to fillTenant`).toBeGreaterThan(0);
    }
  });

  it('shows its own tenant the words that the walk looks for', async () => {
    const shown = await Promise.all(
      [
        '/subscriptions',
        '/deliveries',
        '/api/v1/deliveries',
        '/digest/2026-11-23',
        '/reviews',
        '/audit',
        '/api/v1/audit',
      ].map((path) => desk.get(path, withKey(keyOf('chips', 'admin'))).then((answer) => answer.text())),
    );
    for (const page of shown) expect(found(theirs.words, page)).toEqual(['Zelthrim']);
  });

  it.each(['chips of default', 'default of chips'])(
    'tells nothing and does nothing when asked by %s',
    async (pair) => {
      const [asking, asked] = pair.startsWith('chips') ? [theirs, ours] : [ours, theirs];
      const before = await rowsAbout(asked);
      expect(before.length).toBeGreaterThan(8);
      const leaks: string[] = [];
      let requests = 0;
      for (const route of routes) {
        for (const request of requestsOf(route, asked)) {
          for (const headers of credentialsOf(asking.tenantId, 'admin')) {
            const { status, said } = await ask(request, headers);
            requests += 1;
            for (const word of found(asked.words, said)) leaks.push(`${request.method} ${request.path}: ${word}`);
            if (status >= 500) leaks.push(`${request.method} ${request.path}: ${status}`);
          }
        }
      }
      expect(leaks).toEqual([]);
      expect(await rowsAbout(asked)).toEqual(before);
      expect(desk.replayed.filter((id) => asked.ids.includes(id))).toEqual([]);
      expect(requests).toBeGreaterThan(200);
    },
    120_000,
  );

  it('that a form posts to refuses a browser that does not send the token of the form back', async () => {
    // A mail program posts to unsubscribe (RFC 8058): the token in the address is what lets it.
    const open = routes.filter((route) => /^POST \/(?!api\/|unsubscribe\/)/.test(route));
    expect(open.length).toBeGreaterThan(8);
    const wrong: string[] = [];
    for (const route of open) {
      const { method = '', path = '', body, headers } = requestsOf(route, ours)[0] ?? {};
      const session = withSession(sessionOf('default', 'admin'));
      const sent = { method, headers: { ...headers, ...session }, body: body ?? '' };
      const { status } = await desk.desk.fetch(new Request(`http://desk.test${path}`, sent));
      if (status !== 403) wrong.push(`${route}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('that shows a page puts the token into every form that posts, and nothing inline that the policy would block', async () => {
    const wrong: string[] = [];
    let forms = 0;
    for (const route of routes.filter((one) => one.startsWith('GET /') && !one.startsWith('GET /api/'))) {
      for (const { path } of requestsOf(route, ours)) {
        for (const headers of [withSession(sessionOf('default', 'admin')), {}]) {
          const answer = await desk.get(path, headers);
          if (!answer.headers.get('content-type')?.includes('text/html')) continue;
          const page = await answer.text();
          const posting = [...page.matchAll(/<form[^>]*method="post".*?<\/form>/gs)].map(([form]) => form);
          forms += posting.length;
          if (posting.some((form) => !/name="formToken" value="[0-9a-f]{64}"/.test(form))) wrong.push(`${path}: token`);
          if (/<script|\sstyle="|<style|\son\w+="/i.test(page)) wrong.push(`${path}: inline`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(forms).toBeGreaterThan(20);
  });

  it.each([true, false])('tells nobody what a tenant owns, reading open: %s', async (openReading) => {
    const face = createDesk({ ...desk.ports, settings: { ...desk.ports.settings, openReading } });
    const leaks: string[] = [];
    for (const route of routes) {
      for (const tenant of [ours, theirs]) {
        for (const request of requestsOf(route, tenant)) {
          const { said } = await ask(request, {}, face);
          for (const word of found([...ours.words, ...theirs.words], said)) leaks.push(`${request.path}: ${word}`);
        }
      }
    }
    expect(leaks).toEqual([]);
  });
});
