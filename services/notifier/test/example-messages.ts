import { assembleDigest } from '#digest';
import type { Message, MessageContent } from '../src/message/message.ts';
import { exampleChange, exampleImpact } from './example-change.ts';

const AT = '2026-11-23T00:00:00.000Z';

/** One message of every kind, with `words` wherever a publisher or a subscriber may write. */
export function exampleMessages(words = 'Huawei Technologies Co., Ltd.', many = 3): readonly Message[] {
  const [evidence] = exampleChange().evidence;
  if (!evidence) throw new Error('the example has evidence');
  const changeAt = (at: number) =>
    exampleChange({
      changeId: `c${at}`,
      subject: { kind: 'entity', key: words, label: words },
      before: { licenseReviewPolicy: `Case-by-case ${words}` },
      after: { licenseReviewPolicy: `Presumption of denial ${words}` },
      evidence: Array.from({ length: many }, () => ({ ...evidence, quote: words, locator: words })),
    });
  const reasons = [{ factor: 'relevance' as const, value: 1, because: words, evidenceRef: 0 }];
  const alertAt = (at: number) =>
    ({
      kind: 'alert',
      change: changeAt(at),
      sequence: at,
      impact: exampleImpact({ reasons, labels: [words] }),
    }) as const;
  const alerts = Array.from({ length: many }, (_, at) => alertAt(at));
  const digest = assembleDigest({
    period: { from: '2026-11-22T00:00:00Z', to: AT, timeZone: 'Asia/Tokyo' },
    profileName: words,
    changes: alerts.map(({ change }) => change),
    impacts: new Map(alerts.map(({ change, impact }) => [change.changeId, impact])),
    sources: [{ sourceId: 'us-federal-register', title: words, lastSuccessAt: AT, fresh: true }],
  });
  const citation = { text: words, url: 'https://www.ecfr.gov/', sha256: 'a'.repeat(64) };
  const contents: readonly MessageContent[] = [
    alertAt(1),
    { kind: 'digest', cadence: 'daily', digest, path: '/digests/d1', assembledAt: AT },
    { kind: 'burst', count: many, alerts, path: '/bursts/b1', closedAt: AT },
    {
      kind: 'correction',
      change: changeAt(2),
      sequence: 2,
      correctsChangeId: 'c1',
      band: 'high',
      corrections: Array.from({ length: many }, () => ({ fact: 'Effective from', said: words, is: words })),
      proofs: { said: [citation], is: [citation] },
    },
    { kind: 'test', askedAt: AT },
    {
      kind: 'notice',
      about: { subscriptionId: 's2', name: words, channelKind: 'slack' },
      because: words,
      raisedAt: AT,
    },
  ];
  return contents.map((content) => ({
    deliveryId: `d-${content.kind}`,
    messageId: `msg_${content.kind}`,
    recipient: { subscriptionId: 's1', name: words },
    content,
  }));
}

/** The one message of a kind. */
export function exampleMessage(kind: MessageContent['kind'], words?: string, many?: number): Message {
  const found = exampleMessages(words, many).find(({ content }) => content.kind === kind);
  if (!found) throw new Error(`no message of kind ${kind}`);
  return found;
}
