import { describe, expect, it } from 'vitest';
import { aCapture, aSource } from '../source.fixture.ts';
import { ADDITIONS, RESCISSION, releaseList, releasePage, SETTLEMENT } from './bis-press.fixture.ts';
import { bisPress } from './family.ts';
import { readBisPress } from './read.ts';

const LIST = 'https://media.bis.gov/news-updates/all-press-releases';
const source = aSource({ family: 'bis-press', url: LIST });
const RELEASE = 'https://media.bis.gov/press-release/settlement-coastal-pva-technology-inc.';
const release = (html: string) => readBisPress(source, aCapture(html, { url: RELEASE }));
const listPage = releaseList([
  ['settlement-coastal-pva-technology-inc.', SETTLEMENT.title, 'April 13, 2026'],
  ['department-commerce-revises-license-review-policy', ADDITIONS.title, 'January 13, 2026'],
  ['rescission-artificial-intelligence-diffusion-rule', RESCISSION.title, 'May 13, 2025'],
]);
const list = (html: string) => readBisPress(source, aCapture(html, { url: LIST }));

describe('a release of the Bureau', () => {
  it('is read with its day, its title and its text', () => {
    expect(release(releasePage(SETTLEMENT))).toMatchObject({
      reading: {
        documents: [
          {
            documentId: '/press-release/settlement-coastal-pva-technology-inc.',
            title: SETTLEMENT.title,
            publishedOn: '2026-04-13',
            summary: SETTLEMENT.paragraphs.join('\n'),
          },
        ],
      },
    });
  });

  it('is the same when the menu or its contact changed (unchanged)', () => {
    const again = releasePage(SETTLEMENT)
      .replace('<nav>', '<nav><a href="/x">New</a>')
      .replace('Media Contact: BIS Office of Public Affairs', 'Media Contact: OCPA');
    expect(release(again)).toEqual(release(releasePage(SETTLEMENT)));
  });

  it.each([
    ['a block page', '<html><head><title>Access Denied</title></head><body></body></html>', 'structure_changed'],
    [
      'no release',
      releasePage(SETTLEMENT)
        .replace(/<p>FOR IMM.*<\/p>/, '')
        .replace('WASHINGTON, D.C. - ', ''),
      'structure_changed',
    ],
    ['a release without text', releasePage({ ...SETTLEMENT, paragraphs: [] }), 'implausible'],
    ['cut short', releasePage(SETTLEMENT).slice(0, 600), 'implausible'],
    ['nested without end', releasePage({ ...SETTLEMENT, title: '<b>'.repeat(3_000) }), 'structure_changed'],
  ])('is held when it is %s', (_name, html, kind) => {
    expect(release(html).kind).toBe(kind);
  });
});

describe('the list of releases', () => {
  it('leads to each release, which is kept before the list, and to no other host', () => {
    const [request] = bisPress.plan(source, new Date(0));
    const hostile = listPage.replace('<ul>', '<ul><li><a href="https://evil.example/press-release/xyz">x</a></li>');
    const asked = request && bisPress.follow?.(source, request, aCapture(hostile, { url: LIST }), new Date(0));
    expect(asked).toHaveLength(3);
    expect(asked?.[0]).toMatchObject({ url: RELEASE, leads: true, apart: 'counts' });
  });

  it('says only how new the newest is: the releases tell themselves', () => {
    expect(list(listPage)).toEqual({
      kind: 'read',
      reading: { kind: 'documents', documents: [], newestOn: '2026-04-13' },
    });
  });

  it('is held when it links no release, is cut short or is no list', () => {
    expect(list(releaseList([])).kind).toBe('structure_changed');
    expect(list(listPage.slice(0, 500)).kind).toBe('implausible');
    expect(list('<html><head><title>Just a moment...</title></head></html>').kind).toBe('structure_changed');
  });
});
