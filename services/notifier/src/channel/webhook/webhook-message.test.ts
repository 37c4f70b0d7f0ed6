import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleChange, exampleImpact } from '../../../test/example-change.ts';
import type { AlertContent } from '../../message/message.ts';
import { MAX_BODY_BYTES, webhookBody } from './webhook-message.ts';

const bodyOf = (parts: Partial<AlertContent> = {}, name = 'Optics'): string => {
  const content: AlertContent = {
    kind: 'alert',
    change: exampleChange(),
    sequence: 7,
    impact: exampleImpact(),
    ...parts,
  };
  const recipient = { subscriptionId: 's1', name };
  return webhookBody({ deliveryId: 'd1', messageId: 'msg_1', recipient, content }, 'https://redline.example');
};

const HOSTILE: Readonly<Record<string, string>> = {
  'NUL characters': '\0'.repeat(9_000),
  'halves of characters': '\uD800'.repeat(9_000),
  kanji: '輸'.repeat(9_000),
  emoji: '🚀'.repeat(50),
  quotes: '"'.repeat(300),
  address: `https://a.example/${'a'.repeat(280)}`,
  'long address': `https://a.example/${'a'.repeat(1_900)}`,
};
const hostile = (kind: string): string => HOSTILE[kind] ?? '';

describe('webhookBody', () => {
  it('tells the whole change, its impact and where to read more', () => {
    const message = JSON.parse(bodyOf());
    expect(message).toMatchObject({
      type: 'entity.added',
      timestamp: '2026-11-23T00:00:00.000Z',
      data: {
        sequence: 7,
        subscription: { id: 's1', name: 'Optics' },
        links: {
          change: 'https://redline.example/changes/c1',
          api: 'https://redline.example/api/v1/changes/c1',
        },
        meta: { shortened: false },
      },
    });
    expect(message.data.change).toEqual(exampleChange());
    expect(message.data.impact).toEqual(exampleImpact());
    expect(message.data.meta.disclaimers.length).toBeGreaterThan(0);
  });

  it('cuts a long quote with a mark and says so', () => {
    const [evidence] = exampleChange().evidence;
    if (!evidence) throw new Error('the example has evidence');
    const quotes = Array.from({ length: 10 }, () => ({ ...evidence, quote: '規'.repeat(4_000) }));
    const body = bodyOf({ change: exampleChange({ evidence: quotes }) });
    const { data } = JSON.parse(body);
    expect(Buffer.byteLength(body)).toBeLessThan(MAX_BODY_BYTES);
    expect(data.change.evidence[0].quote).toMatch(/^規+ \[…\]$/);
    expect(data.change.evidence[0].sha256).toBe(evidence.sha256);
    expect(data.meta.shortened).toBe(true);
  });

  it('leaves out the values of a change that is too large, and keeps its identity and first evidence', () => {
    const after = Object.fromEntries(Array.from({ length: 3_000 }, (_, row) => [`column ${row}`, '貨物'.repeat(500)]));
    const body = bodyOf({ change: exampleChange({ after }) });
    const { data } = JSON.parse(body);
    expect(Buffer.byteLength(body)).toBeLessThan(MAX_BODY_BYTES);
    expect(data.change).toMatchObject({ changeId: 'c1', sourceId: 'us-ecfr-15-744-supp4', type: 'entity.added' });
    expect(data.change.evidence).toHaveLength(1);
  });

  it('stays below 20 kB whatever a publisher wrote', () => {
    const kind = fc.constantFrom(...Object.keys(HOSTILE));
    const kinds = fc.array(kind, { maxLength: 40 });
    fc.assert(
      fc.property(kind, kinds, fc.array(kinds, { maxLength: 30 }), (one, many, columns) => {
        const words = hostile(one);
        const list = many.map(hostile);
        const after = Object.fromEntries(columns.map((cells, at) => [`${at}${words}`, cells.map(hostile)]));
        const change = exampleChange({
          subject: { kind: 'entity', key: words, label: words },
          before: after,
          after,
          lineage: { rin: list, docket: list, citation: list, supersedes: list, corrects: list },
          documentNumber: words,
          detection: { path: 'document', needsReview: true, notes: list, baseline: false },
          evidence: list.map((quote) => ({
            side: 'after',
            url: quote,
            officialUrl: quote,
            citation: quote,
            documentNumber: quote,
            locator: quote,
            quote,
            lang: 'ja',
            sha256: 'a'.repeat(64),
            retrievedAt: '2026-11-23T00:00:00.000Z',
          })),
        });
        const reasons = list.map((because) => ({ factor: 'relevance' as const, value: 1, because }));
        const impact = exampleImpact({ reasons, labels: list });
        const body = bodyOf({ change, impact }, words);
        expect(Buffer.byteLength(body)).toBeLessThan(MAX_BODY_BYTES);
        expect(JSON.parse(body).data.change.changeId).toBe('c1');
      }),
      { numRuns: 60 },
    );
  });
});
