import type { CapturedBytes, Source } from './source.ts';

/** A source with the configuration that a test is not about. */
export function aSource(over: Partial<Source> = {}): Source {
  return {
    id: 'us-test',
    family: 'test',
    title: 'A source of a test',
    jurisdiction: 'US',
    instrumentId: 'US-EAR',
    url: 'https://publisher.test/list',
    link: 'https://publisher.test/',
    schedule: '0 6 * * *',
    timeZone: 'America/New_York',
    freshnessHours: 26,
    requestsPerSecond: 1,
    timeoutSeconds: 30,
    maxBodyBytes: 1_000_000,
    guard: { minEntries: 1, maxLossShare: 0.1, confirmAfterMinutes: 0 },
    firstCapture: 'history',
    documentSpace: 'us-test',
    params: {},
    ...over,
  };
}

/** Bytes as a publisher would serve them. */
export function aCapture(body: string | Uint8Array, over: Partial<CapturedBytes> = {}): CapturedBytes {
  return {
    bytes: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    mediaType: 'text/html; charset=utf-8',
    url: 'https://publisher.test/list',
    retrievedAt: '2026-06-19T00:00:00Z',
    ...over,
  };
}
