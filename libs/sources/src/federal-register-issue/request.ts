import type { CapturedBytes, CaptureRequest, Source } from '../source.ts';

const FEED = ['application/rss+xml', 'application/xml', 'text/xml'];
const XML = ['application/xml', 'text/xml'];
const ISSUE = /\bFR-(\d{4})-(\d{2})-(\d{2})\b/g;
const DEFAULT_ISSUES = 3;
const MAX_ISSUES = 20;
/** The feed names 100 issues; a body larger than this is another body. */
const MAX_FEED_CHARS = 2_000_000;

/** First asks the publisher's feed which issues there are: none appears on weekends and holidays. */
export function planIssues(source: Source): readonly CaptureRequest[] {
  return [{ url: source.url, accept: FEED, purpose: 'probe' }];
}

/**
 * Asks for the newest issues by the days in their package names; the feed's own dates are days of processing. A feed that names
 * none is captured itself, so that this is told.
 */
export function followIssues(
  source: Source,
  request: CaptureRequest,
  answer: CapturedBytes,
): readonly CaptureRequest[] {
  if (request.purpose !== 'probe') return [];
  const feed = new TextDecoder().decode(answer.bytes).slice(0, MAX_FEED_CHARS);
  const days = new Set([...feed.matchAll(ISSUE)].map(([, year, month, day]) => `${year}-${month}-${day}`));
  const asked = Number(source.params.issues ?? DEFAULT_ISSUES);
  const count = Number.isInteger(asked) && asked > 0 ? Math.min(asked, MAX_ISSUES) : DEFAULT_ISSUES;
  const newest = [...days].sort().slice(-count);
  if (newest.length === 0) return [{ ...request, purpose: 'capture' }];
  return newest.map((day) => ({ url: issueUrl(day), accept: XML, purpose: 'capture' }));
}

function issueUrl(day: string): string {
  const [year, month] = day.split('-');
  return `https://www.govinfo.gov/bulkdata/FR/${year}/${month}/FR-${day}.xml`;
}
