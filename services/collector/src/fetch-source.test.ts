import { describe, expect, it } from 'vitest';
import type { Source, SourceFamily } from '#sources';
import { type FetchPorts, fetchSource, type PollStep } from './fetch-source.ts';

const STATE = { of: 'https://publisher.test/any-day', mark: 'size 8000' };

/** A publication whose address names a day. */
const dated: SourceFamily = {
  family: 'dated',
  plan: () => [{ url: 'https://publisher.test/2026-06-16', accept: ['text/xml'], purpose: 'capture', state: STATE }],
  read: () => ({ kind: 'structure_changed', because: 'not asked' }),
  link: () => 'https://publisher.test/',
};

async function poll(known: Awaited<ReturnType<FetchPorts['validatorsFor']>>) {
  const asked: string[] = [];
  const ports: FetchPorts = {
    fetcher: {
      get: async ({ url, validators }) => {
        asked.push(`${url} ${JSON.stringify(validators ?? {})}`);
        const bytes = new TextEncoder().encode('<a/>');
        return {
          kind: 'fetched',
          bytes,
          mediaType: 'text/xml',
          url,
          status: 200,
          validators: { etag: '"e"' },
        } as never;
      },
      post: () => Promise.reject(new Error('nothing is posted')),
      close: async () => undefined,
    },
    now: () => new Date('2026-06-18T10:00:00Z'),
    validatorsFor: async (url) => (url === STATE.of ? known : { etag: 'of another address' }),
    pause: async () => undefined,
    retryDelayMs: () => undefined,
  };
  const steps: PollStep[] = [];
  for await (const step of fetchSource(ports, {} as Source, dated)) steps.push(step);
  return { asked, steps };
}

describe('a publication whose address names a day', () => {
  it('is not asked for while the publisher marks what is held as its present state', async () => {
    const { asked, steps } = await poll({ etag: STATE.mark });
    expect(asked).toEqual([]);
    expect(steps).toEqual([{ kind: 'not_modified', url: 'https://publisher.test/2026-06-16', durationMs: 0 }]);
  });

  it.each([
    ['another mark is held', { etag: 'size 7000' }],
    ['nothing is held, or a held reading waits', undefined],
  ])('is asked for, whole, when %s', async (_, known) => {
    const { asked, steps } = await poll(known);
    expect(asked).toEqual(['https://publisher.test/2026-06-16 {}']);
    expect(steps).toMatchObject([{ kind: 'arrived', arrival: { state: STATE } }]);
  });
});
