import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { refuse } from '../problem/problem.ts';

const MOST_BYTES = 1_000_000;

/** Refuses a body over 1 MB, whether announced or streamed. */
export const limitBody = bodyLimit({
  maxSize: MOST_BYTES,
  onError: () =>
    refuse({ status: 413, code: 'too_large', title: 'The request is too large', detail: 'At most 1 MB is accepted.' }),
});

const WITH_BODY = new Map<RegExp, { readonly types: RegExp; readonly say: string }>([
  [/\/subscriptions\/import$/, { types: /^(application|text)\/(x-)?yaml\s*(;|$)/i, say: 'application/yaml' }],
  [/\/subscriptions(\/preview|\/[^/]+\/cadence)?$/, { types: /^application\/json\s*(;|$)/i, say: 'application/json' }],
  [/\/reviews$/, { types: /^application\/json\s*(;|$)/i, say: 'application/json' }],
  [/\/keys$/, { types: /^application\/json\s*(;|$)/i, say: 'application/json' }],
]);

/** Refuses a body of another media type than the operation documents; it would be read as something it is not. */
export const requireMediaType: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'POST' || c.req.method === 'PUT') {
    const path = new URL(c.req.url).pathname;
    const rule = [...WITH_BODY].find(([form]) => form.test(path))?.[1];
    if (rule && !rule.types.test(c.req.header('content-type') ?? '')) {
      refuse({
        status: 415,
        code: 'wrong_media_type',
        title: 'The body has the wrong type',
        detail: `Send the body with the header "Content-Type: ${rule.say}".`,
      });
    }
  }
  await next();
};
