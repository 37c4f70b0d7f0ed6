import { ROUTE_RULES, type RouteRule } from '../access/route-rules.ts';
import { SESSION_COOKIE } from '../access/session-cookie.ts';
import type { DeskApi } from './desk-api.ts';

const ROOT = '/api/v1';

/** Serves the OpenAPI 3.1 description of everything registered on the router, at `/openapi.json`. */
export function serveDescription(api: DeskApi, publicUrl: string): void {
  api.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description:
      'An API key. Scopes: "read", "review" and "admin", each with all before it; "subscriptions" and "deliveries" open one area alone. Where an operation lists several, one is enough.',
  });
  api.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: SESSION_COOKIE,
    description: 'A browser session. Roles: "reader", "reviewer" and "admin", each with all before it.',
  });
  const config = {
    openapi: '3.1.0',
    info: {
      title: 'Redline',
      version: '1',
      description:
        'Typed changes in the rules and lists by which the United States and Japan control technology, and the subscriptions that are told about them. Refusals are problem documents (RFC 9457).',
    },
    servers: [{ url: `${publicUrl}${ROOT}` }],
  };
  api.get('/openapi.json', (c) => c.json(withSecurity(api.getOpenAPI31Document(config))));
}

type Description = ReturnType<DeskApi['getOpenAPI31Document']>;

/** Says of each operation what its rule asks, so that the two cannot differ. */
function withSecurity(description: Description): Description {
  for (const [path, item] of Object.entries(description.paths ?? {})) {
    const pattern = `${ROOT}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
    for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const rule = ROUTE_RULES[`${method.toUpperCase()} ${pattern}`];
      const operation = item[method];
      if (operation && rule) operation.security = securityOf(rule);
    }
  }
  return description;
}

const SCOPE_OF = { reading: 'read', reader: 'read', reviewer: 'review', admin: 'admin' } as const;

/** Any one of the requirements is enough; an empty one means that nothing is needed where reading is open. */
function securityOf({ needs, area }: RouteRule): Record<string, string[]>[] {
  if (needs === 'nobody') return [];
  const role = needs === 'reading' ? 'reader' : needs;
  return [
    ...(needs === 'reading' ? [{}] : []),
    { bearer: [SCOPE_OF[needs]] },
    ...(area === undefined ? [] : [{ bearer: [area] }]),
    { session: [role] },
  ];
}
