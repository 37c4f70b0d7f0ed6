import { describe, expect, it } from 'vitest';
import type { FetchOutcome } from '#fetch';
import type { CaptureRequest, Source, SourceFamily } from '#sources';
import { fetchSource, type PollStep } from './fetch-source.ts';

const source = { id: 'a', timeoutSeconds: 1, maxBodyBytes: 1, requestsPerSecond: 1 } as Source;

/** Asks the addresses of `plan`; `follows` names what an answer leads to; addresses that hold `gone` are refused. */
async function polled(plan: readonly CaptureRequest[], follows: Readonly<Record<string, CaptureRequest[]>> = {}) {
  const family: SourceFamily = {
    family: 'list',
    plan: () => plan,
    follow: (_, { url }) => follows[url] ?? [],
    read: () => ({ kind: 'structure_changed', because: 'not read here' }),
    link: () => '',
  };
  const asked: string[] = [];
  const get = async ({ url }: { url: string }): Promise<FetchOutcome> => {
    asked.push(url);
    return url.includes('gone')
      ? { kind: 'refused', because: 'wrong_type', detail: 'HTTP 404', url }
      : {
          kind: 'fetched',
          url,
          status: 200,
          bytes: new Uint8Array([1]),
          mediaType: 'text/plain',
          validators: {},
          headersSubset: {},
        };
  };
  const ports = {
    fetcher: { get } as never,
    now: () => new Date('2026-01-05T12:00:00Z'),
    validatorsFor: async () => undefined,
    pause: async () => {},
    retryDelayMs: () => undefined,
  };
  const steps: PollStep[] = [];
  for await (const step of fetchSource(ports, source, family)) steps.push(step);
  const told = steps.map((step) =>
    step.kind === 'arrived'
      ? step.arrival.requestUrl
      : `${step.kind} ${step.url} ${'apart' in step ? step.apart : ''}`.trim(),
  );
  return { asked, told };
}

const ask = (url: string, more: Partial<CaptureRequest> = {}): CaptureRequest => ({
  url,
  accept: [],
  purpose: 'capture',
  ...more,
});

describe('the order of a poll', () => {
  it('stops at the first failure: half a set of pages is no set', async () => {
    expect(await polled([ask('one'), ask('gone'), ask('two')])).toEqual({
      asked: ['one', 'gone'],
      told: ['one', 'failed gone'],
    });
  });

  it('goes on after a request that fails alone, and says how far its failure reaches', async () => {
    const { told } = await polled([
      ask('gone-slug', { apart: 'counts' }),
      ask('gone-text', { apart: 'optional' }),
      ask('two'),
    ]);
    expect(told).toEqual(['failed gone-slug counts', 'failed gone-text optional', 'two']);
  });

  it('tells what leads an answer before the answer, and what only follows it after', async () => {
    const follows = { page: [ask('text-1', { leads: true }), ask('next'), ask('text-2', { leads: true })] };
    const { asked, told } = await polled([ask('page'), ask('other')], follows);
    expect(asked).toEqual(['page', 'text-1', 'text-2', 'other', 'next']);
    expect(told).toEqual(['text-1', 'text-2', 'page', 'other', 'next']);
  });

  it('tells the answer though what should lead it failed', async () => {
    const follows = { page: [ask('gone-text', { leads: true, apart: 'optional' })] };
    expect((await polled([ask('page')], follows)).told).toEqual(['failed gone-text optional', 'page']);
  });
});
