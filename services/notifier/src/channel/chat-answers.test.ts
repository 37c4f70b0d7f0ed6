import { describe, expect, it } from 'vitest';
import { exampleProfile } from '../../test/example-change.ts';
import { exampleMessage } from '../../test/example-messages.ts';
import { attemptOutcome } from '../attempt-outcome.ts';
import type { WebhookAnswer, WebhookRequest } from '../notifier-ports.ts';
import { sendSlack } from './slack/send-slack.ts';
import { sendTeams } from './teams/send-teams.ts';

const SENT_AT = new Date('2026-11-23T00:00:00Z');
const subscription = {
  subscriptionId: 's1',
  tenantId: 'default',
  name: 'Optics',
  profile: exampleProfile(),
  cadence: 'immediate',
  status: 'active',
  createdAt: SENT_AT.toISOString(),
  hearsAfterPosition: 0,
} as const;

/** What comes of a message to a service that answers so, and what was posted. */
async function sent(kind: 'slack' | 'teams', answer: WebhookAnswer) {
  const posted: WebhookRequest[] = [];
  const ports = {
    publicUrl: 'https://redline.example',
    limits: { concurrency: 1, perEndpoint: 1, timeoutMs: 20_000 },
    sealer: { seal: (text: string) => text, open: (text: string) => text },
    postWebhook: async (request: WebhookRequest) => {
      posted.push(request);
      return answer;
    },
  };
  const url = 'https://hooks.example.com/services/T0/B0/x';
  const outgoing = { message: exampleMessage('alert'), sentAt: SENT_AT };
  const came =
    kind === 'slack'
      ? await sendSlack(ports, {
          ...outgoing,
          channel: { kind, url },
          subscription: { ...subscription, channel: { kind, url } },
        })
      : await sendTeams(ports, {
          ...outgoing,
          channel: { kind, url },
          subscription: { ...subscription, channel: { kind, url } },
        });
  if (came.kind !== 'answered') throw new Error('a service that answers is answered');
  return { outcome: attemptOutcome(came, 1, 0), posted };
}

const answered = (status: number, bodyText = '', retryAfterMs?: number): WebhookAnswer => ({
  kind: 'answered',
  status,
  bodyText,
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});

describe.each(['slack', 'teams'] as const)('an incoming webhook of %s', (kind) => {
  it('is posted JSON without a signature: its address is the secret', async () => {
    const { posted, outcome } = await sent(kind, answered(200, kind === 'slack' ? 'ok' : '1'));
    expect(outcome.kind).toBe('delivered');
    expect(posted[0]?.headers).toEqual({ 'content-type': 'application/json; charset=utf-8' });
    expect(JSON.parse(Buffer.from(posted[0]?.body ?? []).toString())).toBeTypeOf('object');
  });

  it('that answers 429 is left alone for as long as it asks, and tried again', async () => {
    const { outcome } = await sent(kind, answered(429, '', 30_000));
    expect(outcome).toMatchObject({ kind: 'retry', delayMs: 30_000, pauseEndpointMs: 30_000 });
  });

  it('that was removed (410) is disabled', async () => {
    expect((await sent(kind, answered(410))).outcome).toMatchObject({ kind: 'gave_up', disableSubscription: true });
  });
});

describe('an incoming webhook of teams', () => {
  it('that answers 200 and names a refusal in its text was refused', async () => {
    const text =
      'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429 with ContextId x';
    expect((await sent('teams', answered(200, text))).outcome).toMatchObject({
      kind: 'retry',
      outcome: 'answered 429',
    });
    const big =
      'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 413 with ContextId x';
    expect((await sent('teams', answered(200, big))).outcome).toMatchObject({ kind: 'retry', outcome: 'answered 413' });
  });
});
