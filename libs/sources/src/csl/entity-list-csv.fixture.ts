/** The Bureau's own CSV of the Entity List, written for these tests in its 31 columns; parties, terms and citations are real. */
const COLUMNS =
  'Source List,Entity Number,SDN Type,Programs,Name,Title,Address,City,State/Province,Postal Code,Country,Federal Register Notice,Effective Date,Date Lifted/Waived/Expired,Standard Order,License Requirement,License Policy,Call Sign,Vessel Type,Gross Tonnage,Gross Register Tonnage,Vessel Flag,Vessel Owner,Remarks/Notes,Address Number,Address Remarks,Alternate Number,Alternate Type,Alternate Name,Alternate Remarks,Web Link';

export type NamedRow = Readonly<Record<string, string>>;

const TERMS = {
  'License Requirement': 'For all items subject to the EAR. (See §744.11 of the EAR)',
  'License Policy': 'Presumption of denial',
};
const GHOURA = { Name: 'Abdul Satar Ghoura', 'Federal Register Notice': '76 FR 71869', 'Effective Date': '11/21/2011' };

export const NAMED_ROWS: readonly NamedRow[] = [
  { ...GHOURA, ...TERMS, Address: '501, 5th Floor, Amanullah Sancharaki Market', City: 'Kabul', Country: 'AF' },
  { ...GHOURA, ...TERMS, Address: 'Flat No. 41', City: 'Kabul', Country: 'AF' },
  {
    Name: '4Paradigm Technology Co., Ltd.',
    Address: 'Building 1, No. 66 Qinghe Middle Street',
    City: 'Beijing',
    Country: 'CN',
    'Federal Register Notice': '88 FR 13675',
    'Effective Date': '3/2/2023',
    'License Requirement': 'For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)4',
    'License Policy': 'Presumption of denial',
    'Alternate Name': '4Paradigm; 4th Paradigm; and Fourth Paradigm',
  },
  {
    Name: 'Huawei Technologies Co., Ltd.',
    Address: 'Bantian Huawei Base',
    City: 'Shenzhen',
    'Postal Code': '518129',
    Country: 'CN',
    'Federal Register Notice': '84 FR 22963; 85 FR 29853',
    'Effective Date': '5/16/2019; 5/15/2020',
    'License Requirement': 'For all items subject to the EAR, see §§ 734.9(e)1 and 744.11 of the EAR2',
    'License Policy': 'Presumption of denial',
    'Alternate Name': 'Shenzhen Huawei Technologies; and Huawei Technology',
  },
  {
    Name: 'Hangzhou Huawei Enterprises',
    Address: 'No. 410 Jianghong Road',
    City: 'Hangzhou',
    Country: 'CN',
    'Federal Register Notice': '84 FR 22963; 85 FR 29853',
    'Effective Date': '5/16/2019; 5/15/2020',
    'License Requirement': 'For all items subject to the EAR, see §§ 734.9(e)1 and 744.11 of the EAR2',
    'License Policy': 'Presumption of denial',
  },
];

export function entityListCsv(rows: readonly NamedRow[] = NAMED_ROWS, heading = COLUMNS): string {
  const record = (row: NamedRow) =>
    heading
      .split(',')
      .map((column) => {
        const cell = { 'Source List': 'EL', ...row }[column] ?? '';
        return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
      })
      .join(',');
  return `\uFEFF${[heading, ...rows.map(record)].join('\r\n')}\r\n`;
}

/** The same columns in another order. */
export const TURNED_COLUMNS = COLUMNS.split(',').reverse().join(',');
