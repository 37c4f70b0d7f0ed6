import { describe, expect, it } from 'vitest';
import { aCapture, aSource } from '../source.fixture.ts';
import { listPage } from './dpl.fixture.ts';
import { followPage, planPage } from './request.ts';

const PAGE = 'https://www.bis.gov/licensing/end-user-guidance/denied-persons-list-dpl';
const source = aSource({ url: PAGE });
const probe = { url: PAGE, accept: ['text/html'], purpose: 'probe' } as const;
const page = (html: string) => aCapture(html, { url: PAGE });
const followed = (html: string) => followPage(source, probe, page(html)).map(({ url, purpose }) => ({ url, purpose }));

describe('the way to the Denied Persons List', () => {
  it('begins at the page of the list', () => {
    expect(planPage(source)).toMatchObject([{ url: PAGE, purpose: 'probe' }]);
  });

  it('follows the link that says Export as CSV, whatever the file is called today', () => {
    const url = 'https://media.bis.gov/sites/default/files/dpl_04142026.csv';
    expect(followed(listPage(url))).toEqual([{ url, purpose: 'capture' }]);
    expect(followed(listPage('/sites/default/files/2026-04/list_of_today.csv'))).toEqual([
      { url: 'https://www.bis.gov/sites/default/files/2026-04/list_of_today.csv', purpose: 'capture' },
    ]);
  });

  it('captures the page itself when it links to no file of the publisher, so that this is told', () => {
    expect(followed('<html><body>moved</body></html>')).toEqual([{ url: PAGE, purpose: 'capture' }]);
    expect(followed(listPage('https://attacker.test/dpl.csv'))).toEqual([{ url: PAGE, purpose: 'capture' }]);
    expect(followed(listPage('http://media.bis.gov/dpl.csv'))).toEqual([{ url: PAGE, purpose: 'capture' }]);
    expect(followed(listPage('javascript:alert(1)'))).toEqual([{ url: PAGE, purpose: 'capture' }]);
  });

  it('asks for nothing further once the file has come', () => {
    expect(followPage(source, { ...probe, purpose: 'capture' }, page(listPage('x.csv')))).toEqual([]);
  });
});
