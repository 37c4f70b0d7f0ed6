import { createRoute, z } from '@hono/zod-openapi';
import { actorOf, type SignedIn, signedIn } from '../access/caller.ts';
import type { DeskPorts } from '../ports.ts';
import { refuse } from '../problem/problem.ts';
import { jsonAnswer, refusals } from '../schema/answers.ts';
import { listSourceStatuses } from '../source/list-source-statuses.ts';
import { createApiRouter, type DeskApi } from './desk-api.ts';

const Problem = z.object({ problem: z.string(), openedAt: z.string(), because: z.string() });
const Held = z.object({ readingId: z.string(), reason: z.string(), readAt: z.string(), sha256: z.string() });

const SourceSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    jurisdiction: z.enum(['US', 'JP', 'ML']),
    instrumentId: z.string(),
    link: z.string(),
    schedule: z.string(),
    timeZone: z.string(),
    fresh: z.boolean(),
    inWords: z.string(),
    lastCheckedAt: z.string().nullable(),
    lastSuccessAt: z.string().nullable(),
    lastChangedAt: z.string().nullable(),
    consecutiveFailures: z.number().int(),
    lastOutcome: z.string(),
    nextRunAt: z.string().nullable(),
    problems: z.array(Problem),
    heldReadings: z.array(Held),
  })
  .openapi('Source');

const list = createRoute({
  method: 'get',
  path: '/sources',
  tags: ['Sources'],
  summary: 'Every watched source: how fresh it is, what is wrong with it, what is held back',
  responses: { 200: jsonAnswer(z.object({ sources: z.array(SourceSchema) }), 'Sources.'), ...refusals },
});

/** Longest reason for a release that the audit trail keeps. */
export const MOST_REASON = 500;

const release = createRoute({
  method: 'post',
  path: '/readings/{id}/release',
  tags: ['Sources'],
  summary: 'Accept a held reading: its difference to the last good one becomes changes',
  request: {
    params: z.object({ id: z.string().max(200) }),
    query: z.object({ reason: z.string().trim().max(MOST_REASON).optional() }),
  },
  responses: {
    200: jsonAnswer(z.object({ readingId: z.string(), changes: z.number().int() }), 'Released.'),
    ...refusals,
  },
});

export function sourcesApi(ports: DeskPorts): DeskApi {
  const api = createApiRouter();
  api.openapi(list, async (c) => {
    const sources = (await listSourceStatuses(ports)).map((status) => ({
      ...status,
      problems: status.problems.map(({ problem, openedAt, because }) => ({ problem, openedAt, because })),
      heldReadings: status.heldReadings.map(({ readingId, reason, readAt, sha256 }) => ({
        readingId,
        reason,
        readAt,
        sha256,
      })),
    }));
    return c.json({ sources });
  });
  api.openapi(release, async (c) => {
    const { id } = c.req.valid('param');
    const { reason = '' } = c.req.valid('query');
    return c.json({ readingId: id, changes: await releaseOrRefuse(ports, signedIn(c), id, reason) });
  });
  return api;
}

/**
 * @param reason in the caller's words; it stands in the audit trail
 * @returns how many changes it brought.
 * @throws RefusedRequestError when the reading is not held or cannot be accepted.
 */
export async function releaseOrRefuse(
  ports: DeskPorts,
  caller: SignedIn,
  readingId: string,
  reason: string,
): Promise<number> {
  const outcome = await ports.releaseReading(readingId, actorOf(caller), reason);
  if (outcome.kind === 'released') return outcome.changes;
  const detail = `The reading was not accepted: ${outcome.because}.`;
  return refuse({ status: 409, code: 'not_released', title: 'This cannot be released', detail });
}
