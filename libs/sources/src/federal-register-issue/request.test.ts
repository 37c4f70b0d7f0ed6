import { describe, expect, it } from 'vitest';
import { aCapture, aSource } from '../source.fixture.ts';
import { federalRegisterIssue } from './family.ts';
import { followIssues, planIssues } from './request.ts';

const url = 'https://www.govinfo.gov/rss/fr.xml';
const source = aSource({ url, params: { issues: 2 } });
const probe = { url, accept: ['application/rss+xml'], purpose: 'probe' } as const;
const follow = (feed: string, own = source) => followIssues(own, probe, aCapture(feed)).map((next) => next.url);
const item = (day: string) =>
  `<item><title>FR-${day}</title><link>https://www.govinfo.gov/app/details/FR-${day}</link><pubDate>Tue, 29 Sep 2026 04:00:00 GMT</pubDate></item>`;
const issueOf = (day: string) =>
  `https://www.govinfo.gov/bulkdata/FR/${day.slice(0, 4)}/${day.slice(5, 7)}/FR-${day}.xml`;

describe('the way to the issues', () => {
  it('begins at the feed', () => {
    expect(planIssues(source)).toMatchObject([{ url, purpose: 'probe' }]);
  });

  it('asks for the newest issues by their own days, in order, whenever they were processed', () => {
    const feed = `<rss>${['2026-08-24', '2026-09-25', '2026-09-28'].map(item).join('')}</rss>`;
    expect(follow(feed)).toEqual([issueOf('2026-09-25'), issueOf('2026-09-28')]);
  });

  it('captures a feed that names no issue itself, so that this is told', () => {
    expect(followIssues(source, probe, aCapture('<rss/>'))).toEqual([{ ...probe, purpose: 'capture' }]);
  });

  it('keeps its number of requests small whatever the configuration says', () => {
    const days = Array.from({ length: 28 }, (_, index) => item(`2026-09-${String(index + 1).padStart(2, '0')}`)).join(
      '',
    );
    expect(follow(days, aSource({ url, params: { issues: 1_000 } }))).toHaveLength(20);
    expect(follow(days, aSource({ url, params: { issues: -1 } }))).toHaveLength(3);
  });

  it('links a document by its number', () => {
    expect(federalRegisterIssue.link(source, '2024\u201302779')).toBe('https://www.federalregister.gov/d/2024-02779');
    expect(federalRegisterIssue.link(source, 'something else')).toBe(source.link);
  });
});
