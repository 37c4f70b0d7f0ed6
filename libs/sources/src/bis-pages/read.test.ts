import { describe, expect, it } from 'vitest';
import { aCapture, aSource } from '../source.fixture.ts';
import { guidancePage, LISTED, PARAGRAPHS, sitemap } from './bis-pages.fixture.ts';
import { bisPages } from './family.ts';
import { readBisPage } from './read.ts';

const source = aSource({ family: 'bis-pages', url: 'https://www.bis.gov/sitemap.xml' });
const index = (xml: string) => readBisPage(source, aCapture(xml, { url: source.url, mediaType: 'application/xml' }));
const PAGE = 'https://media.bis.gov/learn-support/deemed-exports';
const page = (html: string) => readBisPage(source, aCapture(html, { url: PAGE }));

function documentOf(outcome: Awaited<ReturnType<typeof page>>) {
  if (outcome.kind !== 'read' || outcome.reading.kind !== 'documents') throw new Error(JSON.stringify(outcome));
  return outcome.reading.documents[0];
}

describe('the sitemap of the Bureau', () => {
  it('is an index of its pages of guidance, with or without the day of their last edit', () => {
    expect(documentOf(index(sitemap()))?.details.passages).toMatchObject([
      { label: '/enforcement/penalties' },
      { label: '/licensing/country-guidance/china-export-controls' },
      { label: '/learn-support/deemed-exports' },
      { label: '/licensing/end-user-guidance/entity-list' },
    ]);
  });

  it('is the same in another order, with other days, or after a move to another host (unchanged)', () => {
    const hashes = (xml: string) =>
      new Set([...JSON.stringify(documentOf(index(xml))).matchAll(/"hash":"(\w+)"/g)].map(([, hash]) => hash));
    const turned = sitemap([...LISTED].reverse())
      .replaceAll('media.bis.gov', 'www.bis.gov')
      .replace('2026-07-10', '2026-07-30');
    expect(hashes(turned)).toEqual(hashes(sitemap()));
  });

  it('leads to each page once, and to no other host', () => {
    const hostile = sitemap([...LISTED, LISTED[0] ?? ['/x'], ['.evil.example/x']]);
    const request = bisPages.plan(source, new Date(0))[0];
    const answer = aCapture(hostile, { url: source.url, mediaType: 'application/xml' });
    const asked = request && bisPages.follow?.(source, request, answer, new Date(0));
    expect(asked?.map(({ url, apart }) => [url, apart])).toEqual(
      LISTED.slice(0, 4).map(([path]) => [`https://media.bis.gov${path}`, 'counts']),
    );
  });

  it.each([
    ['a block page', '<html><head><title>Access Denied</title></head></html>', 'structure_changed'],
    ['an index of other sitemaps', '<?xml version="1.0"?><sitemapindex></sitemapindex>', 'structure_changed'],
    ['one of another site', sitemap().replaceAll('bis.gov', 'evil.example'), 'structure_changed'],
    ['empty', sitemap([]), 'implausible'],
    ['cut short', sitemap().slice(0, -40), 'implausible'],
    ['an entity bomb', '<!DOCTYPE a [<!ENTITY b "b">]><urlset>&b;</urlset>', 'structure_changed'],
  ])('is held when it is %s', (_name, xml, kind) => {
    expect(index(xml).kind).toBe(kind);
  });
});

describe('a page of guidance', () => {
  it('is read by the paragraphs of its main content', () => {
    expect(documentOf(page(guidancePage()))).toMatchObject({
      documentId: '/learn-support/deemed-exports',
      title: 'Deemed Exports',
      details: { passages: [{ text: 'Deemed Exports' }, ...PARAGRAPHS.map((text) => ({ text }))] },
    });
  });

  it('is the same when a banner, the menu or the day of its last update changed (unchanged)', () => {
    const banner = '<div class="alert"><p>Due to the lapse in funding this site is not updated.</p></div>';
    const again = guidancePage(PARAGRAPHS, { banner, updated: 'August 2, 2026' }).replace('2026-11-24T', '2026-11-25T');
    expect(page(again)).toEqual(page(guidancePage()));
  });

  it('is read on in another markup, where its main content is still marked as such', () => {
    const redesigned = guidancePage()
      .replace('<main id="main-content">', '<div role="main"><section>')
      .replace('</main>', '</section></div>');
    expect(page(redesigned)).toEqual(page(guidancePage()));
  });

  it.each([
    [
      'a refusal with status 200',
      '<html><head><title>bis.gov</title></head><body><main><h1>Request Access</h1></main></body></html>',
      'structure_changed',
    ],
    [
      'a captcha',
      '<html><head><title>BIS</title></head><body><div class="g-recaptcha"></div></body></html>',
      'structure_changed',
    ],
    ['a page without main content', guidancePage().replaceAll(/<\/?main[^>]*>/g, ''), 'structure_changed'],
    ['a page that lost its words', guidancePage([]), 'implausible'],
    ['cut short', guidancePage().slice(0, 900), 'implausible'],
    ['nested without end', guidancePage([`${'<div>'.repeat(3_000)}`]), 'structure_changed'],
  ])('is held when it is %s', (_name, html, kind) => {
    expect(page(html).kind).toBe(kind);
  });
});
