import { describe, expect, it } from 'vitest';
import { aCapture, aSource } from '../source.fixture.ts';
import { nodePage } from './link.ts';
import { followTitles, planTitles } from './request.ts';
import { titles } from './structure.fixture.ts';

const source = aSource({ url: 'https://www.ecfr.gov/api', link: 'https://www.ecfr.gov/', params: { title: 15 } });
const [probe] = planTitles(source);
const follow = (body: unknown) =>
  probe ? followTitles(source, probe, aCapture(JSON.stringify(body))).map(({ url, purpose }) => [purpose, url]) : [];

describe('the way to the tree of a title', () => {
  it('asks for the tree as of the day for which the title is complete', () => {
    expect(probe?.url).toBe('https://www.ecfr.gov/api/versioner/v1/titles.json');
    expect(follow(titles())).toEqual([
      ['capture', 'https://www.ecfr.gov/api/versioner/v1/structure/2025-04-28/title-15.json'],
    ]);
  });

  it('asks for nothing while eCFR is importing', () => {
    expect(follow(titles({ importing: true }))).toEqual([]);
  });

  it('captures the answer itself when it does not tell the day, so that this is told', () => {
    expect(follow(titles({ upTo: null }))).toEqual([['capture', probe?.url]]);
    expect(follow('<html>')).toEqual([['capture', probe?.url]]);
  });
});

describe('nodePage', () => {
  it.each([
    ['§ 744.11', 'https://www.ecfr.gov/current/title-15/section-744.11'],
    [
      'Supplement No. 4 to Part 744',
      'https://www.ecfr.gov/current/title-15/part-744/appendix-Supplement%20No.%204%20to%20Part%20744',
    ],
    ['Appendix A to Chapter XX', 'https://www.ecfr.gov/'],
    ['§ 744.11/../../evil', 'https://www.ecfr.gov/'],
  ])('links %s', (label, url) => {
    expect(nodePage(source, label)).toBe(url);
  });
});
