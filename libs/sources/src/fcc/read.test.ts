import { describe, expect, it } from 'vitest';
import type { ListEntry } from '#domain';
import { APPROVAL_ROWS, COVERED_ROWS, coveredListPage, PROHIBITIONS } from './covered-list.fixture.ts';
import { readCoveredList } from './read.ts';
import { nameOfRow } from './row-name.ts';

const read = (html: string) =>
  readCoveredList({
    bytes: new TextEncoder().encode(html),
    mediaType: 'text/html; charset=utf-8',
    url: '',
    retrievedAt: '',
  });

function entriesOf(html: string): readonly ListEntry[] {
  const outcome = read(html);
  if (outcome.kind !== 'read' || outcome.reading.kind !== 'list') throw new Error(JSON.stringify(outcome));
  return outcome.reading.entries;
}

const facts = ({ quote: _, ...entry }: ListEntry) => entry;

describe('readCoveredList', () => {
  it('reads covered equipment by the company in bold, its wording and its first date', () => {
    const [huawei, routers] = entriesOf(coveredListPage());
    expect(huawei).toMatchObject({
      kind: 'entity',
      list: 'Covered List',
      name: 'Telecommunications equipment produced by Huawei Technologies Company, including services.',
      identity: 'huaweitechnologiescompany',
      details: { 'date of inclusion': '2021-03-12' },
      locator: 'Covered Equipment or Services, row 1',
    });
    expect(routers).toMatchObject({
      wording: 'Routers produced in a foreign country, except routers which have been granted a Conditional Approval.',
      details: { 'date of inclusion': '2026-03-23' },
      quote: expect.stringContaining('Routers^ produced'),
    });
  });

  it('reads each product of an approval with its own term', () => {
    const approvals = entriesOf(coveredListPage()).filter(({ kind }) => kind === 'authorisation');
    expect(approvals.map(({ name, validFrom, validTo }) => [name, validFrom, validTo])).toEqual([
      ['Miri Technologies, Inc.’s Miri X10 Travel router', '2026-06-12', '2027-12-12'],
      ['Calix, Inc.’s 7u6.2 router', '2026-05-06', '2027-10-31'],
      ['Calix, Inc.’s 7p6 and 7u4 broadband routers', '2026-06-01', '2027-11-22'],
    ]);
  });

  it('keeps a row whole where products and terms do not part evenly', () => {
    const row = '<tr><td>Nokia router<br>and gateways</td><td>until October 31, 2027</td></tr>';
    const [approval] = entriesOf(coveredListPage({ approvals: [row] })).filter(({ kind }) => kind === 'authorisation');
    expect(approval).toMatchObject({ name: 'Nokia router and gateways', validTo: '2027-10-31' });
    expect(approval?.validFrom).toBeUndefined();
  });

  it('reads another section with a table as one rule under its heading', () => {
    expect(entriesOf(coveredListPage({ more: PROHIBITIONS })).at(-1)).toMatchObject({
      kind: 'rule',
      name: 'Importation/Marketing Prohibitions',
      details: {
        heading: 'Importation/Marketing Prohibitions on Previously-Authorized Covered Equipment',
        'effective date': 'In general, 10 Days Following Federal Register Publication',
      },
    });
  });

  it('reads an unchanged list the same when documents, sidebars, dates of update and markup change', () => {
    const before = entriesOf(coveredListPage());
    const noisy = coveredListPage({ documents: 'July 1, 2026 - News Release' })
      .replaceAll('(Updated June 26, 2026)', '(Updated July 2, 2026)')
      .replace('<td>June 12', '<td><p class="rtecenter">\n June 12')
      .replace('July 1, 2026</td></tr></table></aside>', 'July 9, 2026</td></tr></table></aside>');
    expect(entriesOf(noisy).map(facts)).toEqual(before.map(facts));
  });

  it('takes a page cut short for implausible', () => {
    const page = coveredListPage();
    for (const cut of [0.3, 0.7, 0.99]) expect(read(page.slice(0, page.length * cut)).kind).toBe('implausible');
  });

  it.each([
    ['the covered equipment has no table', coveredListPage().replace('Covered Equipment or Services*', 'Products')],
    [
      'the table has another column',
      coveredListPage().replace('<th>Date of Inclusion', '<th>Docket</th><th>Date of Inclusion'),
    ],
    ['a row has another number of cells', coveredListPage({ covered: [...COVERED_ROWS, '<tr><td>ZTE</td></tr>'] })],
    [
      'no date of inclusion can be read',
      coveredListPage({ covered: COVERED_ROWS.map((row) => row.replaceAll(/\d{4}/g, '')) }),
    ],
    ['the table is empty', coveredListPage({ covered: [] })],
    ['a block page stands in for it', '<html><title>Access Denied</title></html>'],
  ])('finds the structure changed when %s', (_, html) => {
    expect(read(html).kind).toBe('structure_changed');
  });

  it('keeps scripts out and hostile text as text', () => {
    const row = '<tr><td>Routers &lt;b&gt;<script>alert(1)</script></td><td>June 1, 2026 - June 2, 2026</td></tr>';
    const last = entriesOf(coveredListPage({ approvals: [...APPROVAL_ROWS, row] })).at(-1);
    expect(last?.wording).toBe('Routers <b>');
    expect(read('<div>'.repeat(100_000)).kind).toBe('implausible');
    expect(
      readCoveredList({ bytes: Uint8Array.of(0xff, 0xfe, 0xfd), mediaType: '', url: '', retrievedAt: '' }).kind,
    ).toBe('structure_changed');
  });
});

describe('nameOfRow', () => {
  it('keeps a short row whole and cuts a long one at a word', () => {
    expect(nameOfRow(' Routers\n produced ')).toBe('Routers produced');
    const name = nameOfRow('Uncrewed aircraft systems, '.repeat(20));
    expect(name.length).toBeLessThanOrEqual(160);
    expect(name).toMatch(/(Uncrewed|aircraft|systems)$/);
  });
});
