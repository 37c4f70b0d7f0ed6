import { Hono } from 'hono';
import type { DeskEnv } from './access/caller.ts';
import { answersRequests, enforceRules } from './access/enforce-rules.ts';
import { identify } from './access/identify.ts';
import { loginRoutes } from './access/login-routes.ts';
import { refuseForeignRequests } from './access/own-forms.ts';
import { createRateLimits } from './access/rate-limits.ts';
import { deskApi } from './api/assemble-api.ts';
import { limitBody } from './api/body-rules.ts';
import { createStandingDeadlines } from './calendar/standing-deadlines.ts';
import { captureRoutes } from './capture-routes.ts';
import { feedRoutes } from './feed/feed-routes.ts';
import { operationsRoutes } from './operations-routes.ts';
import { accessRoutes } from './pages/access-routes.ts';
import { alertRoutes } from './pages/alert-routes.ts';
import { attestationRoutes } from './pages/attestation-routes.ts';
import { deadlineRoutes } from './pages/deadline-routes.ts';
import { deliveryRoutes } from './pages/delivery-routes.ts';
import { developmentRoutes } from './pages/development-routes.ts';
import { digestRoutes } from './pages/digest-routes.ts';
import { editRoutes } from './pages/edit-routes.ts';
import { entityRoutes } from './pages/entity-routes.ts';
import { instrumentRoutes } from './pages/instrument-routes.ts';
import { layout } from './pages/layout.ts';
import { problemPage } from './pages/plain-page.ts';
import { readingRoutes } from './pages/reading-routes.ts';
import { reviewRoutes } from './pages/review-routes.ts';
import { searchRoutes } from './pages/search-routes.ts';
import { sourceRoutes } from './pages/source-routes.ts';
import { subscriptionRoutes } from './pages/subscription-routes.ts';
import { teamRoutes } from './pages/team-routes.ts';
import { todayRoutes } from './pages/today-routes.ts';
import { unsubscribeRoutes } from './pages/unsubscribe-routes.ts';
import { verifyRoutes } from './pages/verify-routes.ts';
import type { DeskPorts } from './ports.ts';
import { noSuchPage, problemDocument, problemOf, retryAfter } from './problem/answer-error.ts';
import type { Problem } from './problem/problem.ts';
import { securityHeaders } from './security-headers.ts';
import { staticRoutes } from './static-routes.ts';

export interface Desk {
  /** Answers one request; never rejects. @param address where it comes from: `clientAddress` */
  fetch(request: Request, address?: string): Promise<Response>;
  /** Every route that answers a request, as `GET /changes/:id`. */
  readonly routes: readonly string[];
  /** Works out beforehand what the first page needs of all history, so that nobody waits for it. @throws what the store throws */
  prepare(): Promise<void>;
}

/** The HTTP face of Redline: API, pages, feeds and what an operator asks. Reads the store; writes subscriptions. */
export function createDesk(ports: DeskPorts): Desk {
  const app = new Hono<DeskEnv>();
  app.use(securityHeaders);
  app.route('/', staticRoutes());
  const limits = createRateLimits(ports);
  app.use(
    limitBody,
    identify(ports, limits),
    limits.limitRequests,
    refuseForeignRequests(ports.settings.publicUrl),
    enforceRules(ports),
  );
  app.route('/api/v1', deskApi(ports));
  const standing = createStandingDeadlines();
  app.route('/', todayRoutes(ports, standing));
  app.route('/', deadlineRoutes(ports, standing));
  for (const routes of [
    operationsRoutes,
    feedRoutes,
    readingRoutes,
    captureRoutes,
    entityRoutes,
    instrumentRoutes,
    sourceRoutes,
    searchRoutes,
    developmentRoutes,
    reviewRoutes,
    alertRoutes,
    attestationRoutes,
    digestRoutes,
    subscriptionRoutes,
    editRoutes,
    teamRoutes,
    deliveryRoutes,
    accessRoutes,
    verifyRoutes,
    unsubscribeRoutes,
  ]) {
    app.route('/', routes(ports));
  }
  app.route('/', loginRoutes(ports, limits));
  app.onError((error, c) => answer(c, problemOf(error, ports.logger)));
  app.notFound((c) => answer(c, noSuchPage()));
  return faceOf(app, async () => {
    await standing.all(ports.store.session);
  });
}

/** Health, readiness and metrics alone: the face of a process that runs other services. */
export function createOperations(ports: DeskPorts): Desk {
  const app = new Hono<DeskEnv>();
  const limits = createRateLimits(ports);
  app.use(securityHeaders, identify(ports, limits), limits.limitRequests, enforceRules(ports));
  app.route('/', operationsRoutes(ports));
  app.onError((error, c) => problemDocument(c, problemOf(error, ports.logger)));
  app.notFound((c) => problemDocument(c, noSuchPage()));
  return faceOf(app, async () => undefined);
}

function faceOf(app: Hono<DeskEnv>, prepare: Desk['prepare']): Desk {
  const answering = app.routes.filter(answersRequests);
  return {
    fetch: async (request, address) => app.fetch(request, address === undefined ? {} : { address }),
    routes: [...new Set(answering.map(({ method, path }) => `${method} ${path}`))],
    prepare,
  };
}

type DeskContext = Parameters<Parameters<Hono<DeskEnv>['notFound']>[0]>[0];

/** A program gets a problem document, a person a page. */
function answer(c: DeskContext, problem: Problem): Response | Promise<Response> {
  if (c.req.path.startsWith('/api/')) return problemDocument(c, problem);
  // A refused key leaves no caller behind.
  const caller = c.get('caller') ?? { kind: 'anonymous' };
  const page = layout({ title: problem.title, caller, section: 'none', body: problemPage(problem) });
  return c.html(page, problem.status, retryAfter(problem));
}
