import type { DeskApi } from './desk-api.ts';

/** Serves the OpenAPI 3.1 description of everything registered on the router, at `/openapi.json`. */
export function serveDescription(api: DeskApi, publicUrl: string): void {
  api.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key. Scope "reader" reads, scope "admin" also changes.',
  });
  api.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'redline_session',
    description: 'A browser session from a one-time login link.',
  });
  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Redline',
      version: '1',
      description:
        'Typed changes in the rules and lists by which the United States and Japan control technology, and the subscriptions that are told about them. Refusals are problem documents (RFC 9457).',
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
  });
}
