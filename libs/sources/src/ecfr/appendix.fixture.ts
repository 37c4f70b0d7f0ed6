import { sourceForTest } from '../list-sections/source.fixture.ts';

/** Supplement No. 4 as eCFR serves it, written for these tests: real parties and citations, shortened addresses. */
export const HEADS = [
  'Country',
  'Entity',
  'License<br/>requirement',
  'License<br/>review policy',
  'Federal Register citation',
];

export const ROWS: readonly (readonly string[])[] = [
  [
    'AFGHANISTAN',
    'Abdul Satar Ghoura, 501, 5th Floor, Amanullah Sancharaki Market, Kabul, Afghanistan; and Flat No. 41, Kabul, Afghanistan. (See alternate addresses under Pakistan).',
    'For all items subject to the EAR. (See &#xA7; 744.11 of the EAR)',
    'Presumption of denial',
    '76 FR 71869, 11/21/11.',
  ],
  [
    "CHINA, PEOPLE'S REPUBLIC OF",
    '4Paradigm Technology Co., Ltd., a.k.a., the following three aliases:<br/>&#x2014;4Paradigm;<br/>&#x2014;4th Paradigm; and<br/>&#x2014;Fourth Paradigm.<br/><br/>Building 1, No. 66 Qinghe Middle Street, Beijing, China.',
    'For all items subject to the EAR. (See &#xA7;&#xA7; 734.9(e)(2) and 744.11 of the EAR)<sup>4</sup>',
    'Presumption of denial',
    '88 FR 13675, 3/6/23.',
  ],
  ['', '[Reserved]', '', '', ''],
  [
    '',
    'Huawei Technologies Co., Ltd., a.k.a., the following two aliases:<br/>&#x2014;Shenzhen Huawei Technologies; and<br/>&#x2014;Huawei Technology, and to include the following addresses and the following 22 affiliated entities:<br/><br/>Addresses for Huawei Technologies Co., Ltd.: Bantian Huawei Base, Shenzhen, 518129, China.<br/>Affiliated entities:<br/>Hangzhou Huawei Enterprises, No. 410 Jianghong Road, Hangzhou, China.',
    'For all items subject to the EAR, see &#xA7;&#xA7; 734.9(e)1 and 744.11 of the EAR2',
    'Presumption of denial',
    '84 FR 22963, 5/21/19.<br/>85 FR 29853, 5/19/20.',
  ],
];

const cells = (row: readonly string[]): string =>
  row.map((cell) => (cell === '' ? '<TD/>' : `<TD>${cell}</TD>`)).join('');

export function appendixXml(rows = ROWS, heads = HEADS, name = 'Supplement No. 4 to Part 744'): string {
  return `<?xml version="1.0"?>
<DIV5 N="744" TYPE="PART"><HEAD>PART 744</HEAD><DIV9 N="${name}" TYPE="APPENDIX"><HEAD>${name}&#x2014;Entity List</HEAD>
<DIV class="gpotbl_div"><TABLE><THEAD><TR>${heads.map((head) => `<TH>${head}</TH>`).join('')}</TR></THEAD>
<TBODY>${rows.map((row) => `<TR>${cells(row)}</TR>`).join('\n')}<TR><TD colspan="5"><sup>1</sup> For this entity, see footnote.</TD></TR></TBODY></TABLE></DIV></DIV9></DIV5>`;
}

export const ENTITY_LIST = sourceForTest({
  id: 'us-ecfr-15-744-supp4',
  params: { title: 15, part: '744', appendix: 'Supplement No. 4 to Part 744', list: 'EL' },
});
