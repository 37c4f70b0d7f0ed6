import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Tracing } from '#process';
import { createNotifier } from '../src/notifier.ts';
import { exampleChange } from './example-change.ts';
import { createWorld, type World } from './world.ts';

/** Each change is matched in a step of its own, named by the change's number; a delivery hands on what it was given. */
const byChange: Tracing = {
  step: (name, parent, facts, work) => {
    const number = String(facts['redline.change'] ?? '').padStart(32, '0');
    return work({ traceparent: name === 'match' ? `00-${number}-00f067aa0ba902b7-01` : parent, note: () => undefined });
  },
  stop: async () => undefined,
};

interface Posted {
  readonly url: string;
  readonly changeId: string;
  readonly traceparent: string | undefined;
}

let posted: Posted[];
let world: World;

beforeEach(async () => {
  posted = [];
  world = await createWorld({
    tracing: byChange,
    postWebhook: async ({ url, headers, body }) => {
      const { changeId } = JSON.parse(new TextDecoder().decode(body)).data.change;
      posted.push({ url, changeId, traceparent: headers.traceparent });
      return { kind: 'answered', status: 204, bodyText: '' };
    },
  });
});

afterEach(() => world.close());

it('each subscriber of each change is sent the trace of the step that raised the alert', async () => {
  const urls = ['https://one.example/', 'https://two.example/'];
  for (const url of urls) await world.subscribe(url);
  await world.detect(exampleChange({ changeId: '1' }), exampleChange({ changeId: '2' }));
  const notifier = createNotifier(world.ports);
  await notifier.start();
  await notifier.drained();
  await notifier.stop();
  const owed = urls.flatMap((url) =>
    ['1', '2'].map((changeId) => ({
      url,
      changeId,
      traceparent: `00-${changeId.padStart(32, '0')}-00f067aa0ba902b7-01`,
    })),
  );
  expect(posted).toHaveLength(owed.length);
  expect(posted).toEqual(expect.arrayContaining(owed));
});
