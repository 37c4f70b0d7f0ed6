import fc from 'fast-check';
import type { KafkaMessage } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { MAX_EVENT_BYTES, makeEvent, type RedlineEvent, TOPICS } from '#events';
import { fromMessage, toMessage } from './cloud-event-binding.ts';

const TIME = '2026-01-01T00:00:00.000Z';

function changed(over: { id?: string; sourceId?: string; changeType?: string } = {}): RedlineEvent {
  const { id = 'change-1', sourceId = 'us-ecfr-15-744-supp4', changeType = 'entity.added' } = over;
  const data = {
    changeId: id,
    changeType,
    sourceId,
    instrumentId: 'US-EL',
    alerting: true,
    baseline: false,
  };
  return makeEvent({
    type: 'redline.change.detected',
    id,
    source: '/redline/differ',
    time: TIME,
    partitionkey: sourceId,
    correlation: 'c',
    data,
  });
}

/** What a broker hands back: bytes, whatever was sent as text. */
function arrived(event: RedlineEvent, position: number = 7): KafkaMessage {
  const sent = toMessage({ key: event.partitionkey, partition: 3, position, body: JSON.stringify(event) });
  const headers = Object.fromEntries(
    Object.entries(sent.headers ?? {}).map(([name, value]) => [name, Buffer.from(String(value))]),
  );
  return {
    key: Buffer.from(String(sent.key)),
    value: Buffer.from(String(sent.value)),
    headers,
    offset: '41',
    timestamp: '0',
    attributes: 0,
  };
}

const read = (message: KafkaMessage) => fromMessage(TOPICS.changes, 3, message);

describe('the CloudEvents binding', () => {
  it('sends attributes as ce_ headers, the media type as content-type and the data alone as the value', () => {
    const event = changed();
    const message = toMessage({ key: 'k', partition: 3, position: 12, body: JSON.stringify(event) });
    expect(message.headers).toEqual({
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: 'change-1',
      ce_source: '/redline/differ',
      ce_type: 'redline.change.detected',
      ce_time: TIME,
      ce_partitionkey: 'us-ecfr-15-744-supp4',
      ce_correlation: 'c',
      ce_schemaversion: '1',
      ce_sequence: '0000000000000012',
    });
    expect(JSON.parse(String(message.value))).toEqual(event.data);
    expect(message).toMatchObject({ key: 'k', partition: 3 });
  });

  it('gives back the event that was sent, with its place', () => {
    fc.assert(
      fc.property(
        fc.record({ id: fc.string({ minLength: 1 }), sourceId: fc.string({ minLength: 1 }), changeType: fc.string() }),
        fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
        (facts, position) => {
          const event = changed(facts);
          fc.pre(
            Buffer.from(facts.id).toString() === facts.id && Buffer.from(facts.sourceId).toString() === facts.sourceId,
          );
          expect(read(arrived(event, position))).toEqual({
            kind: 'record',
            record: { topic: TOPICS.changes, partition: 3, offset: '41', key: event.partitionkey, position, event },
          });
        },
      ),
    );
  });

  it('never throws, whatever lies on the topic', () => {
    const bytes = fc.option(
      fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array)),
      { nil: null },
    );
    const header = fc.oneof(fc.string(), fc.constant(undefined), fc.array(fc.string(), { maxLength: 2 }));
    const names = fc.constantFrom('ce_id', 'ce_source', 'ce_sequence', 'ce_type', 'content-type', 'ce___proto__', 'x');
    fc.assert(
      fc.property(bytes, bytes, fc.dictionary(names, header), (key, value, headers) => {
        const message = { key, value, headers, offset: '1', timestamp: '0', attributes: 0 } as KafkaMessage;
        expect(read(message).kind).toBe('unreadable');
      }),
    );
  });

  it('keeps a script in a text as text', () => {
    const event = changed({ changeType: '<script>alert(1)</script>' });
    expect(read(arrived(event))).toMatchObject({
      record: { event: { data: { changeType: '<script>alert(1)</script>' } } },
    });
  });

  it('tells which key an event of a newer schema stands in the way of', () => {
    const message = arrived(changed());
    const newer = { ...message, headers: { ...message.headers, ce_invented: 'later' } } as KafkaMessage;
    expect(read(newer)).toMatchObject({
      kind: 'unreadable',
      parkable: { topic: TOPICS.changes, key: 'us-ecfr-15-744-supp4', position: 7, event: { id: 'change-1' } },
    });
  });

  it.each([
    ['no data, a tombstone', { value: null }, 'no data'],
    ['no key', { key: null }, 'no key, ce_id, ce_source or ce_sequence'],
    ['a key that is not the partition key', { key: Buffer.from('other') }, 'the record key is not the partition key'],
    ['data of the wrong type', { value: Buffer.from('[1]') }, /expected object/],
    ['data that is not JSON', { value: Buffer.from('{"changeId":') }, /expected object/],
    [
      'more than an event may hold',
      { value: Buffer.alloc(MAX_EVENT_BYTES + 1, '1') },
      `more than ${MAX_EVENT_BYTES} bytes`,
    ],
  ])('does not take %s for an event', (_name, over, because) => {
    const met = read({ ...arrived(changed()), ...over } as KafkaMessage);
    expect(met).toMatchObject({ kind: 'unreadable', because: expect.stringMatching(because) });
  });
});
