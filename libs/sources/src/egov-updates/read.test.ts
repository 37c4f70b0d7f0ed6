import { describe, expect, it } from 'vitest';
import { aCapture, aSource } from '../source.fixture.ts';
import { egovUpdates } from './family.ts';
import { readUpdates } from './read.ts';

const law = (id: string, name: string, over: Readonly<Record<string, string>> = {}) => {
  const fields = {
    LawTypeName: '政令',
    LawNo: '昭和二十四年政令第三百七十八号',
    LawName: name,
    PromulgationDate: '19491201',
    AmendName: '輸出貿易管理令の一部を改正する政令',
    AmendNo: '令和七年政令第三百七十六号',
    AmendPromulgationDate: '20251114',
    EnforcementDate: '20260214',
    EnforcementComment: '',
    LawId: id,
    EnforcementFlg: '1',
    ...over,
  };
  const inner = Object.entries(fields).map(([tag, text]) => `<${tag}>${text}</${tag}>`);
  return `<LawNameListInfo>${inner.join('')}</LawNameListInfo>`;
};
/** A day of 法令API v1 in its own form, written by us. */
const day = (code: string, ...laws: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><DataRoot><Result><Code>${code}</Code><Message/></Result><ApplData><Date>20251114</Date>${laws.join('')}</ApplData></DataRoot>`;

const WATCHED = ['324CO0000000378', '324AC0000000228'];
const read = (text: string) => readUpdates(aCapture(text, { mediaType: 'application/xml' }), WATCHED);

describe('readUpdates', () => {
  it('reads which watched law was changed by which, and from when; the others are left out', () => {
    expect(
      read(day('0', law('324CO0000000378', '輸出貿易管理令'), law('331AC0000000061', '工業用水法'))),
    ).toMatchObject({
      reading: {
        documents: [
          {
            documentId: '324CO0000000378 令和七年政令第三百七十六号 2026-02-14',
            title: '輸出貿易管理令（令和七年政令第三百七十六号による改正）',
            publishedOn: '2025-11-14',
            effectiveOn: '2026-02-14',
          },
        ],
      },
    });
  });

  it('keeps two revisions of one law apart', () => {
    const outcome = read(
      day(
        '0',
        law('324CO0000000378', '輸出貿易管理令'),
        law('324CO0000000378', '輸出貿易管理令', { EnforcementDate: '20251115' }),
      ),
    );
    expect(outcome.kind === 'read' && outcome.reading.kind === 'documents' && outcome.reading.documents).toHaveLength(
      2,
    );
  });

  it('takes the placeholder of a law that leaves its day to an order for no day', () => {
    const open = law('324AC0000000228', '外国為替及び外国貿易法', {
      AmendPromulgationDate: '20260605',
      EnforcementDate: '20270604',
      EnforcementComment: '公布の日から起算して一年を超えない範囲内において政令で定める日',
    });
    const outcome = read(day('0', open));
    const [document] = outcome.kind === 'read' && outcome.reading.kind === 'documents' ? outcome.reading.documents : [];
    expect(document).not.toHaveProperty('effectiveOn');
    expect(document?.details).toMatchObject({ effectivePlaceholder: '2027-06-04' });
  });

  it('takes a day without updates for an empty one', () => {
    expect(read(day('1'))).toEqual({ kind: 'read', reading: { kind: 'documents', documents: [] } });
  });

  it('holds what is cut short, another answer, or a day that promises laws and has none', () => {
    const whole = day('0', law('324CO0000000378', '輸出貿易管理令'));
    expect(read(whole.slice(0, -30)).kind).toBe('implausible');
    expect(read('<html><body>メンテナンス中</body></html>').kind).toBe('structure_changed');
    expect(read(day('9')).kind).toBe('structure_changed');
    expect(read(day('0')).kind).toBe('implausible');
  });
});

describe('the requests of the update list', () => {
  it('are the last days in Japan, oldest first, each failing alone', () => {
    const source = aSource({ url: 'https://laws.e-gov.go.jp/api/1' });
    const requests = egovUpdates.plan(source, new Date('2025-11-14T16:00:00Z'));
    expect(requests.map(({ url }) => url.slice(-8))).toEqual(['20251112', '20251113', '20251114', '20251115']);
    expect(new Set(requests.map(({ apart }) => apart))).toEqual(new Set(['optional']));
  });
});
