import type { Source } from '../source.ts';

/** A source for reader tests; what a test does not state does not matter to it. */
export function sourceForTest(over: Partial<Source>): Source {
  return {
    id: 'us-list',
    family: 'ecfr',
    title: 'List',
    jurisdiction: 'US',
    instrumentId: 'US-EL',
    url: 'https://www.ecfr.gov/api',
    link: 'https://www.ecfr.gov/current/title-15',
    schedule: '0 */6 * * *',
    timeZone: 'America/New_York',
    freshnessHours: 24,
    requestsPerSecond: 1,
    timeoutSeconds: 60,
    maxBodyBytes: 20_000_000,
    guard: { minEntries: 1, maxLossShare: 0.1, confirmAfterMinutes: 0 },
    firstCapture: 'history',
    documentSpace: 'us-list',
    params: {},
    ...over,
  };
}
