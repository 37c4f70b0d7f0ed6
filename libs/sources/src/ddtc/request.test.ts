import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCapture, aSource } from '../source.fixture.ts';
import { ADMINISTRATIVE_ID, article, STATUTORY_ID } from './ddtc.fixture.ts';
import { followArticle, planArticle } from './request.ts';

const url = 'https://www.pmddtc.state.gov/api/now/sp/page?id=ddtc_kb_article_page&kb_number=KB0010126';
const source = (list: string) => aSource({ url, params: { list } });
const probe = { url, accept: ['application/json'], purpose: 'probe' } as const;
const follow = (body: unknown, list = 'statutory') =>
  followArticle(source(list), probe, aCapture(JSON.stringify(body))).map((next) => [next.purpose, next.url]);
const attachment = (id: string) => [['capture', `https://www.pmddtc.state.gov/sys_attachment.do?sys_id=${id}`]];

describe('the way to the lists of debarred parties', () => {
  it('begins at the article', () => {
    expect(planArticle(source('statutory'))).toMatchObject([{ url, purpose: 'probe' }]);
  });

  it('follows the CSV of its own list, by the words of the link or those around it', () => {
    expect(follow(article)).toEqual(attachment(STATUTORY_ID));
    expect(follow(article, 'administrative')).toEqual(attachment(ADMINISTRATIVE_ID));
  });

  it('finds an attachment that is a record of its own', () => {
    const record = { sys_id: STATUTORY_ID, file_name: 'Statutory_Debarred_Parties_061926.csv' };
    expect(follow({ result: { attachments: [record] } })).toEqual(attachment(STATUTORY_ID));
  });

  it('captures the article itself where it names no such file, so that this is told', () => {
    expect(follow({ result: {} })).toEqual([['capture', url]]);
    expect(follow({ a: '<a href="/sys_attachment.do?sys_id=../../etc">Statutory CSV</a>' })).toEqual([
      ['capture', url],
    ]);
    expect(followArticle(source('statutory'), probe, aCapture('<html>')).map((next) => next.url)).toEqual([url]);
  });

  it('asks for nothing further once the list has come', () => {
    expect(followArticle(source('statutory'), { ...probe, purpose: 'capture' }, aCapture('{}'))).toEqual([]);
  });

  it('answers any article', () => {
    fc.assert(fc.property(fc.jsonValue(), (body) => void follow(body)));
  });
});
