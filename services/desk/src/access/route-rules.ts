import type { Role, Scope } from '#store';
import { STYLESHEET } from '../pages/stylesheet.ts';

/** What a route asks of whoever calls it. */
export interface RouteRule {
  /** `nobody`: open to all. `reading`: a reader, or anybody where the operator opened reading. */
  readonly needs: 'nobody' | 'reading' | Role;
  /** A scope that opens the route to a key beside the role. */
  readonly area?: Extract<Scope, 'subscriptions' | 'deliveries'>;
  /** True: decides on what all tenants share, so only the house that runs this Redline may. */
  readonly operator?: true;
}

const nobody: RouteRule = { needs: 'nobody' };
const reading: RouteRule = { needs: 'reading' };
const admin: RouteRule = { needs: 'admin' };
const readsSubscriptions: RouteRule = { needs: 'reader', area: 'subscriptions' };
const writesSubscriptions: RouteRule = { needs: 'admin', area: 'subscriptions' };
const readsDeliveries: RouteRule = { needs: 'reader', area: 'deliveries' };
const replaysDeliveries: RouteRule = { needs: 'reviewer', area: 'deliveries' };
const reader: RouteRule = { needs: 'reader' };
const reviewer: RouteRule = { needs: 'reviewer' };
const releases: RouteRule = { needs: 'reviewer', operator: true };

/**
 * Every route of the desk, as method and pattern, and who may call it. A route that is not in here is refused, so that none
 * is open because somebody forgot. Adding one: register it, add its line, and take the caller from `signedIn(c)`.
 * `test/every-route.test.ts` then calls it with nobody's, each role's and another tenant's credentials.
 */
export const ROUTE_RULES: Readonly<Record<string, RouteRule>> = {
  [`GET ${STYLESHEET.path}`]: nobody,
  'GET /favicon.svg': nobody,
  'GET /healthz': nobody,
  'GET /readyz': nobody,
  'GET /metrics': reading,
  'GET /feed.atom': reading,
  'GET /feed.json': reading,
  'GET /deadlines.ics': reading,
  // The address itself is the secret: a calendar cannot sign in.
  'GET /feeds/:token/alerts.atom': nobody,
  'GET /feeds/:token/alerts.json': nobody,
  'GET /feeds/:token/deadlines.ics': nobody,

  'GET /login': nobody,
  'POST /login': nobody,
  'GET /login/:token': nobody,
  'POST /login/:token': nobody,
  'POST /logout': nobody,

  'GET /': reading,
  'GET /changes': reading,
  'GET /changes/:id': reading,
  'POST /changes/:id/reviews': reviewer,
  'GET /changes/:id/why': readsSubscriptions,
  'GET /captures/:sha256': reading,
  'GET /deadlines': reading,
  'GET /instruments': reading,
  'GET /entities': reading,
  'GET /entities/:key': reading,
  'GET /readings/:id': reading,
  'GET /search': reading,
  'GET /developments': reading,
  'GET /developments/:id': reading,
  'POST /developments/:id/reviews': reviewer,
  'GET /alerts/:id': reader,
  'POST /alerts/:id/reviews': reviewer,
  'GET /reviews': reader,
  'POST /reviews': reviewer,
  'GET /audit': reviewer,
  'GET /attestations': reading,
  'GET /digest': reading,
  'GET /digest/:date': reading,
  'GET /sources': reading,
  'POST /readings/:id/release': releases,
  'GET /subscriptions': readsSubscriptions,
  'POST /subscriptions': writesSubscriptions,
  'POST /subscriptions/preview': writesSubscriptions,
  'GET /subscriptions/:id': readsSubscriptions,
  'POST /subscriptions/:id/cadence': writesSubscriptions,
  'GET /subscriptions/:id/edit': writesSubscriptions,
  'POST /subscriptions/:id/edit': writesSubscriptions,
  'POST /subscriptions/:id/edit/preview': writesSubscriptions,
  'POST /subscriptions/:id/feeds': writesSubscriptions,
  'POST /subscriptions/:id/feeds/revoke': writesSubscriptions,
  'POST /subscriptions/:id/disable': writesSubscriptions,
  'POST /subscriptions/:id/enable': writesSubscriptions,
  'GET /digests/:id': readsSubscriptions,
  'GET /bursts/:id': readsSubscriptions,
  'POST /subscriptions/:id/test': writesSubscriptions,
  'POST /subscriptions/:id/rotate-secret': writesSubscriptions,
  'GET /verify': { needs: 'reader' },
  'POST /verify': { needs: 'reader' },
  'GET /unsubscribe/:token': nobody,
  'POST /unsubscribe/:token': nobody,
  'GET /deliveries': readsDeliveries,
  'GET /deliveries/:id': readsDeliveries,
  'POST /deliveries/:id/replay': replaysDeliveries,

  'GET /access': admin,
  'POST /access/links': admin,
  'POST /access/keys': admin,
  'POST /access/keys/:id/revoke': admin,
  'POST /access/sessions/:id/end': admin,

  'GET /api/v1/openapi.json': nobody,
  'GET /api/v1/changes': reading,
  'GET /api/v1/changes/:id': reading,
  'POST /api/v1/changes/:id/reviews': reviewer,
  'POST /api/v1/review-items/:id/reviews': reviewer,
  'GET /api/v1/alerts/:id': reader,
  'POST /api/v1/alerts/:id/reviews': reviewer,
  'POST /api/v1/developments/:id/reviews': reviewer,
  'GET /api/v1/reviews': reader,
  'GET /api/v1/reviews.csv': reader,
  'GET /api/v1/attestations': reading,
  // Whoever was given a statement may check it.
  'GET /api/v1/attestation-key': nobody,
  'GET /api/v1/audit': reviewer,
  'GET /api/v1/audit.csv': reviewer,
  'GET /api/v1/audit/verification': reviewer,
  'GET /api/v1/changes/:id/why': readsSubscriptions,
  'GET /api/v1/search': reading,
  'GET /api/v1/developments': reading,
  'GET /api/v1/developments/:id': reading,
  'GET /api/v1/review-items': reading,
  'GET /api/v1/digests/:date': reading,
  'GET /api/v1/sources': reading,
  'POST /api/v1/readings/:id/release': releases,
  'GET /api/v1/subscriptions': readsSubscriptions,
  'POST /api/v1/subscriptions': writesSubscriptions,
  'GET /api/v1/subscriptions/export': writesSubscriptions,
  'POST /api/v1/subscriptions/import': writesSubscriptions,
  'POST /api/v1/subscriptions/preview': readsSubscriptions,
  'GET /api/v1/subscriptions/:id': readsSubscriptions,
  'GET /api/v1/subscriptions/:id/digests': readsSubscriptions,
  'GET /api/v1/subscriptions/:id/digests/:digestId': readsSubscriptions,
  'POST /api/v1/subscriptions/:id/feeds': writesSubscriptions,
  'DELETE /api/v1/subscriptions/:id/feeds': writesSubscriptions,
  'PUT /api/v1/subscriptions/:id': writesSubscriptions,
  'PUT /api/v1/subscriptions/:id/cadence': writesSubscriptions,
  'DELETE /api/v1/subscriptions/:id': writesSubscriptions,
  'GET /api/v1/deliveries': readsDeliveries,
  'GET /api/v1/deliveries/:id': readsDeliveries,
  'POST /api/v1/deliveries/:id/replay': replaysDeliveries,
  'GET /api/v1/keys': admin,
  'POST /api/v1/keys': admin,
  'DELETE /api/v1/keys/:id': admin,
  'POST /api/v1/deliveries/replay': replaysDeliveries,
  'POST /api/v1/subscriptions/:id/enable': writesSubscriptions,
  'POST /api/v1/subscriptions/:id/rotate-secret': writesSubscriptions,
  'POST /api/v1/subscriptions/:id/test': writesSubscriptions,
};
