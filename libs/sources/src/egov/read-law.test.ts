import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { article, exportOrder, row } from './law.fixture.ts';
import { readLaw } from './read-law.ts';

const URL_OF_REVISION = 'https://laws.e-gov.go.jp/api/2/law_file/xml/324CO0000000378_20260214_507CO0000000376';

function read(text: string, url = URL_OF_REVISION, mediaType = 'application/xml; charset=utf-8') {
  return readLaw({ bytes: new TextEncoder().encode(text), mediaType, url, retrievedAt: '2026-02-13T15:00:00Z' });
}

function reading(text: string) {
  const outcome = read(text);
  if (outcome.kind !== 'read' || outcome.reading.kind !== 'text') throw new Error(JSON.stringify(outcome));
  return outcome.reading;
}

const labels = (text: string) => reading(text).provisions.map((provision) => provision.label);
const unit = (text: string, label: string) => reading(text).provisions.find((provision) => provision.label === label);

describe('readLaw', () => {
  it('labels every unit as the law cites it', () => {
    expect(labels(exportOrder())).toEqual([
      '第一条',
      '附則',
      '3の2の項',
      '3の2の項(2)',
      '3の2の項(2)5の2',
      '3の2の項(2)10',
      '7の項',
      '7の項(10)',
      '7の項(10の2)',
      '16の項',
      '別表第二 33の項',
      '別表第二 35の5の項',
      '別表第二の三第二号の二',
      '別表第二の三第二号の二(3)',
      '別表第二の三第二号の二(3)(i)',
      '別表第三 オーストラリア',
      '別表第三 大韓民国',
      '別表第三 アメリカ合衆国',
    ]);
  });

  it('keeps the words of a 号 raw, apart from its label, with its parent and instrument', () => {
    expect(unit(exportOrder(), '7の項(10の2)')).toEqual({
      kind: 'item',
      label: '7の項(10の2)',
      parent: '7の項',
      text: 'モジュール、組立品又は装置',
      locator: '別表第一 7の項(10の2)',
      instrumentId: 'JP-EXPORT-T1',
      additionEffect: 'tighten',
    });
    expect(unit(exportOrder(), '16の項')).toMatchObject({
      instrumentId: 'JP-CATCHALL',
      text: '関税定率法別表第二五類から第四〇類までに該当する貨物\n全地域（別表第三に掲げる地域を除く。）',
    });
  });

  it('leaves out the readings of rubies', () => {
    expect(unit(exportOrder(), '別表第二の三第二号の二(3)(i)')?.text).toBe('燐及び砒素');
  });

  it('gives each country of a list its code, and says that joining Group A loosens', () => {
    expect(unit(exportOrder(), '別表第三 大韓民国')).toMatchObject({
      kind: 'country',
      list: '別表第三',
      text: '大韓民国',
      country: 'KR',
      additionEffect: 'loosen',
    });
  });

  it('keeps an unknown country as printed and flags it', () => {
    const unknown = unit(
      exportOrder({ countries: 'オーストラリア、大韓民国、アトランティス' }),
      '別表第三 アトランティス',
    );
    expect(unknown).toMatchObject({ kind: 'country', doubt: expect.stringContaining('アトランティス') });
    expect(unknown).not.toHaveProperty('country');
  });

  it('numbers the paragraphs of the original 附則 and reads none of an appended one', () => {
    const paragraphs = [1, 3].map(
      (n) =>
        `<Paragraph Num="${n}"><ParagraphNum>${n}</ParagraphNum><ParagraphSentence><Sentence>令和九年</Sentence></ParagraphSentence></Paragraph>`,
    );
    const found = labels(exportOrder({ supplement: paragraphs.join('') })).filter((label) => label.startsWith('附則'));
    expect(found).toEqual(['附則第一項', '附則第三項']);
  });

  it('takes what amended the law, and from when, from the address of the revision', () => {
    expect(reading(exportOrder()).revision).toEqual({
      revisionId: '324CO0000000378_20260214_507CO0000000376',
      amendedBy: '令和7年政令第376号',
      promulgatedOn: '2025-11-14',
      enforcedOn: '2026-02-14',
      status: 'in_force',
    });
  });

  it('reads an unchanged law to the same provisions, however the file is laid out', () => {
    const compact = exportOrder().replace(/>\s+</g, '><');
    const reordered = exportOrder().replace('Num="1" WritingMode="vertical"', 'WritingMode="vertical" Num="1"');
    expect(reading(compact).provisions).toEqual(reading(exportOrder()).provisions);
    expect(reading(reordered).provisions).toEqual(reading(exportOrder()).provisions);
  });

  it('does not take positions for identity: Sentence@Num may be anything', () => {
    const renumbered = exportOrder().replace(/Sentence Num="\d+"/g, 'Sentence Num="9"');
    expect(reading(renumbered).provisions).toEqual(reading(exportOrder()).provisions);
  });

  it('tells apart a label that is printed twice', () => {
    const twice = exportOrder({ articles: article('第一条', '甲とする。') + article('第一条', '乙とする。') });
    expect(labels(twice).slice(0, 2)).toEqual(['第一条', '第一条〔2〕']);
    expect(unit(twice, '第一条〔2〕')?.doubt).toContain('第一条');
  });

  it('joins a row without a number to the numbered row above it', () => {
    const rows = row('七', ['（一）　集積回路'], ['全地域']) + row('ただし', ['特定の地域'], ['']);
    expect(unit(exportOrder({ rows }), '7の項')?.text).toBe('全地域\nただし\n特定の地域');
  });
});

describe('readLaw on what is no whole law', () => {
  it('holds a truncated file, at whatever character it is cut', () => {
    const whole = exportOrder();
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: whole.length - 10 }),
        (end) => read(whole.slice(0, end)).kind === 'implausible',
      ),
      { numRuns: 40 },
    );
  });

  it('holds an order whose 別表第一 is missing or has lost its rows', () => {
    const cut = exportOrder().replace(
      /<AppdxTable><AppdxTableTitle WritingMode="vertical">別表第一<[\s\S]*?<\/AppdxTable>/,
      '',
    );
    expect(read(cut)).toMatchObject({ kind: 'implausible', locator: '別表第一' });
    expect(read(exportOrder({ rows: '' })).kind).toBe('implausible');
  });

  it.each([
    ['a page in place of the law', '<html><body>ただいまメンテナンス中です</body></html>'],
    ['another element in place of MainProvision', exportOrder().replaceAll('MainProvision', 'Provisions')],
    ['articles without a title', exportOrder().replaceAll('ArticleTitle', 'ArticleName')],
    ['an error of the API', '{"code":"404003","message":"該当する法令が存在しません"}'],
    ['a bare number', '42'],
    ['a tree of wrong types', '{"tag":"Law","attr":7,"children":[{"tag":"LawBody","children":[null,3]}]}'],
    ['nothing', ''],
  ])('reports a moved layout for %s', (_name, text) => {
    expect(['structure_changed', 'implausible']).toContain(read(text).kind);
    expect(read(text).kind).not.toBe('read');
  });

  it('refuses entity declarations', () => {
    const bomb = `<!DOCTYPE Law [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>`;
    expect(read(exportOrder().replace('<Law ', `${bomb}<Law `).replace('オーストラリア', '&b;')).kind).toBe(
      'implausible',
    );
  });

  it('survives a tree nested without end', () => {
    const deep = `{"tag":"Law","attr":{},"children":[`.repeat(3_000) + ']}'.repeat(3_000);
    expect(read(deep, URL_OF_REVISION, 'application/json').kind).toBe('implausible');
  });

  it('keeps markup in words as words', () => {
    const hostile = exportOrder({ articles: article('第一条', '&lt;script&gt;alert(1)&lt;/script&gt;') });
    expect(unit(hostile, '第一条')?.text).toBe('<script>alert(1)</script>');
  });
});
