import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleMessage, exampleMessages } from '../../../test/example-messages.ts';
import type { Message } from '../../message/message.ts';
import { cloudEventBody, MAX_BODY_BYTES, webhookBody } from './webhook-message.ts';

const URL = 'https://redline.example';
const bodyOf = (message: Message) => JSON.parse(webhookBody(message, URL));
const eventOf = (message: Message) => JSON.parse(cloudEventBody(message, URL));

describe('the body of a webhook', () => {
  it.each([
    ['alert', 'entity.added'],
    ['digest', 'digest.daily'],
    ['burst', 'alert.burst'],
    ['correction', 'alert.corrected'],
    ['test', 'endpoint.test'],
    ['notice', 'endpoint.disabled'],
  ] as const)('of a %s is of the type %s, with a timestamp, links and the disclaimers', (kind, type) => {
    const body = bodyOf(exampleMessage(kind));
    expect(Object.keys(body)).toEqual(['type', 'timestamp', 'data']);
    expect(body).toMatchObject({ type, timestamp: '2026-11-23T00:00:00.000Z' });
    expect(body.data.subscription).toEqual({ id: 's1', name: 'Huawei Technologies Co., Ltd.' });
    expect(Object.values(body.data.links).every((link) => String(link).startsWith(URL))).toBe(true);
    expect(body.data.meta.disclaimers.length).toBeGreaterThan(0);
    expect(body.data.meta.shortened).toBe(false);
  });

  it('of a digest holds the whole digest', () => {
    const { content } = exampleMessage('digest');
    expect(bodyOf(exampleMessage('digest')).data.digest).toEqual(
      content.kind === 'digest' ? JSON.parse(JSON.stringify(content.digest)) : undefined,
    );
  });

  it('of a burst counts all and shows what fits, each with its link', () => {
    const { data } = bodyOf(exampleMessage('burst', '規制'.repeat(500), 200));
    expect(data.count).toBe(200);
    expect(data.alerts.length).toBeGreaterThanOrEqual(5);
    expect(data.alerts[0].links.change).toBe(`${URL}/changes/c0`);
    expect(data.links.alerts).toBe(`${URL}/bursts/b1`);
  });

  it('of a correction tells what we said and what it is, and which change had said it', () => {
    const { data } = bodyOf(exampleMessage('correction', '2026-12-01', 1));
    expect(data).toMatchObject({ sequence: 2, correctsChangeId: 'c1', band: 'high' });
    expect(data.corrections).toEqual([{ fact: 'Effective from', said: '2026-12-01', is: '2026-12-01' }]);
    expect(data.proofs.is[0].sha256).toBe('a'.repeat(64));
  });

  it('of a notice names the endpoint and the reason', () => {
    const { data } = bodyOf(exampleMessage('notice', 'five days'));
    expect(data).toMatchObject({
      about: { subscriptionId: 's2', name: 'five days', channelKind: 'slack' },
      because: 'five days',
    });
  });

  it('stays below 20 kB and well-formed for every kind, in both forms, whatever it tells', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 800 }),
      fc.constantFrom('輸'.repeat(7_000), '\0'.repeat(3_500), '\uD800'.repeat(1_000), '"\\'.repeat(500)),
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 0, max: 4 }), (text, many) => {
        for (const message of exampleMessages(text, many)) {
          for (const body of [webhookBody(message, URL), cloudEventBody(message, URL)]) {
            expect(Buffer.byteLength(body)).toBeLessThan(MAX_BODY_BYTES);
            expect(body).not.toContain('\\ud8');
            expect(JSON.parse(body)).toBeTypeOf('object');
          }
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe('the body as a CloudEvent', () => {
  it.each(exampleMessages().map((message) => [message.content.kind, message] as const))(
    'of a %s has what CloudEvents 1.0 requires, and the data of the plain form',
    (kind, message) => {
      const { type, timestamp, data } = bodyOf(message);
      const event = eventOf(message);
      expect(event).toMatchObject({
        specversion: '1.0',
        id: `msg_${kind}`,
        source: URL,
        type: `redline.${type}`,
        time: timestamp,
        subject: 's1',
        datacontenttype: 'application/json',
      });
      expect(event.data).toEqual(data);
      // Names of attributes are lower-case letters and digits. Source: CloudEvents 1.0.2, "Naming conventions".
      expect(Object.keys(event).every((name) => /^[a-z0-9]{1,20}$/.test(name))).toBe(true);
    },
  );

  it('orders as text as the changes were detected', () => {
    expect(eventOf(exampleMessage('alert')).sequence).toBe('0000000000000001');
    expect(eventOf(exampleMessage('test')).sequence).toBeUndefined();
  });
});
