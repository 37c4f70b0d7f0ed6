import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TOPICS } from '#events';
import { firstThatFit, messagesByTopic } from './relay-batch.ts';

const row = (position: number, bytes: number, topic = TOPICS.captures as (typeof TOPICS)[keyof typeof TOPICS]) => ({
  position,
  topic,
  partition: position % 6,
  key: 'k',
  body: `{"id":"${position}","data":"${'x'.repeat(bytes)}"}`,
});

describe('a batch of the relay', () => {
  it('holds the longest run of rows under the limit, and never none', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 30 }), (sizes) => {
        const rows = sizes.map((bytes, index) => row(index, bytes));
        const taken = firstThatFit(rows, 600);
        const bytes = taken.reduce((sum, { body }) => sum + body.length, 0);
        expect(taken).toEqual(rows.slice(0, taken.length));
        expect(taken.length === 1 || bytes <= 600).toBe(true);
        const next = rows[taken.length];
        if (next) expect(bytes + next.body.length).toBeGreaterThan(600);
      }),
    );
  });

  it('has nothing where nothing is', () => {
    expect(firstThatFit([])).toEqual([]);
  });

  it('counts bytes, not characters', () => {
    const japanese = { ...row(1, 0), body: `{"data":"${'輸'.repeat(100)}"}` };
    expect(firstThatFit([japanese, japanese], 500)).toHaveLength(1);
  });

  it('keeps the order of rows within each topic and names the partition of each', () => {
    const rows = [row(1, 1), row(2, 1, TOPICS.alerts), row(3, 1), row(4, 1, TOPICS.alerts)];
    const batches = messagesByTopic({ brokers: [], clientId: 'c', prefix: 'p.' }, rows);
    expect(batches.map(({ topic, messages }) => [topic, messages.map(({ partition }) => partition)])).toEqual([
      ['p.redline.captures', [1, 3]],
      ['p.redline.alerts', [2, 4]],
    ]);
  });
});
