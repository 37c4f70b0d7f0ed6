import { MAX_EVENT_BYTES } from './cloud-event.ts';
import { RedlineEvent } from './event-types.ts';

/** An event as its producer knows it: the envelope's constants are added by {@link makeEvent}. */
export type EventFacts = RedlineEvent extends infer Event
  ? Event extends RedlineEvent
    ? Pick<Event, 'type' | 'id' | 'source' | 'time' | 'partitionkey' | 'correlation' | 'traceparent' | 'data'>
    : never
  : never;

/**
 * Completes and validates an event at the producing end.
 * @throws Error when the facts break the schema or exceed 64 KiB: a programming error, never retried.
 */
export function makeEvent(facts: EventFacts): RedlineEvent {
  const event = RedlineEvent.parse({
    specversion: '1.0',
    datacontenttype: 'application/json',
    schemaversion: '1',
    ...facts,
  });
  if (Buffer.byteLength(JSON.stringify(event)) > MAX_EVENT_BYTES) {
    throw new Error(`event ${event.type} ${event.id} exceeds ${MAX_EVENT_BYTES} bytes: use a claim check`);
  }
  return event;
}
