import { createHash } from 'node:crypto';
import { ORIGIN } from './desk-under-test.ts';
import type { FilledTenant } from './two-tenants.ts';

export interface WalkedRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string | undefined;
  readonly headers: Record<string, string>;
}

/** Headers of a program. */
export const withKey = (key: string): Record<string, string> => ({ authorization: `Bearer ${key}` });

/** Headers of one of our pages in a browser. */
export const withSession = (token: string): Record<string, string> => ({
  cookie: `redline_session=${token}`,
  origin: ORIGIN,
  'sec-fetch-site': 'same-origin',
});

const SUBSCRIPTION = { name: 'new', profile: { instruments: ['*'] }, channel: { kind: 'digest' } };
const json = (value: unknown) => ({ type: 'application/json', text: () => JSON.stringify(value) });

/** What a route takes. A new route that needs a body is missing here until its line is added: the walk says so. */
const BODIES: Readonly<Record<string, { readonly type: string; readonly text: (about: FilledTenant) => string }>> = {
  'POST /api/v1/changes/:id/reviews': json({ act: 'commented', text: 'new' }),
  'POST /api/v1/review-items/:id/reviews': json({ act: 'commented', text: 'new' }),
  'POST /api/v1/alerts/:id/reviews': json({ act: 'commented', text: 'new' }),
  'POST /api/v1/developments/:id/reviews': json({ act: 'commented', text: 'new' }),
  'POST /api/v1/keys': json({ name: 'new', scopes: ['read'] }),
  'POST /api/v1/subscriptions': json(SUBSCRIPTION),
  'PUT /api/v1/subscriptions/:id': json(SUBSCRIPTION),
  'PUT /api/v1/subscriptions/:id/cadence': json({ cadence: 'weekly' }),
  'POST /api/v1/subscriptions/preview': json({ profile: SUBSCRIPTION.profile }),
  'POST /api/v1/subscriptions/:id/rotate-secret': json({}),
  'POST /api/v1/deliveries/replay': {
    type: 'application/json',
    text: ({ subscriptionId: subscription }) => JSON.stringify({ subscription, afterSequence: 0 }),
  },
  'POST /api/v1/subscriptions/import': {
    type: 'application/yaml',
    text: ({ subscriptionId }) => `format: redline-subscriptions/1
subscriptions:
  - id: ${subscriptionId}
    name: taken over
    status: disabled
    cadence: daily
    createdAt: 2026-11-01T00:00:00.000Z
    hearsAfterPosition: 0
    channel: { kind: digest }
    profile: { instruments: ['*'] }
`,
  },
};

/** What a route asks for in its address. */
const QUERIES: Readonly<Record<string, string>> = {
  'GET /attestations': '?from=2026-11-01&to=2026-11-23',
  'GET /api/v1/attestations': '?from=2026-11-01&to=2026-11-23',
};

/** Fields that the forms of the pages ask for, for all of them at once. */
const FORM_FIELDS = {
  act: 'commented',
  text: 'new',
  name: 'new',
  kind: 'digest',
  instruments: '*',
  role: 'reader',
  'scope-read': 'on',
  reason: 'new',
};

const ANY_DATE = '2026-11-23';

/** All ways in which one route can be asked about what a tenant owns, without anybody's credentials yet. */
export function requestsOf(route: string, about: FilledTenant): readonly WalkedRequest[] {
  const [method = '', pattern = ''] = route.split(' ');
  const values = pattern.includes(':') && !pattern.includes(':date') ? about.ids : [''];
  const paths = values.map((id) => pattern.replaceAll(':date', ANY_DATE).replaceAll(/:\w+/g, encodeURIComponent(id)));
  const asked = `?subscription=${encodeURIComponent(about.subscriptionId)}`;
  const queries = method !== 'GET' ? [''] : pattern.endsWith('/why') ? [asked] : [QUERIES[route] ?? '', asked];
  return paths.flatMap((path) =>
    queries.map((query) => ({ method, path: `${path}${query}`, ...bodyOf(route, about) })),
  );
}

function bodyOf(route: string, about: FilledTenant): Pick<WalkedRequest, 'body' | 'headers'> {
  if (!/^(POST|PUT|PATCH) /.test(route)) return { body: undefined, headers: {} };
  const body = BODIES[route];
  if (body) return { body: body.text(about), headers: { 'content-type': body.type } };
  if (route.includes(' /api/')) return { body: undefined, headers: {} };
  return {
    body: new URLSearchParams(FORM_FIELDS).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  };
}

/** The request as somebody sends it; a session adds the token that our forms carry. */
export function sentBy(request: WalkedRequest, credentials: Record<string, string>): WalkedRequest {
  const token = /redline_session=(.*)/.exec(credentials.cookie ?? '')?.[1];
  const isForm = request.headers['content-type'] === 'application/x-www-form-urlencoded';
  const formToken = createHash('sha256').update(`form:${token}`).digest('hex');
  const body = isForm && token ? `${request.body}&formToken=${formToken}` : request.body;
  return { ...request, body, headers: { ...request.headers, ...credentials } };
}
