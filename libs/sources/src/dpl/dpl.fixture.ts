/**
 * The Denied Persons List in its two layouts, written for these tests in the publisher's exact format. Names, orders and
 * citations are those of real rows; the choice of rows is ours.
 */
const OLD_HEADING = [
  'Name',
  'Street_Address',
  'City',
  'State',
  'Country',
  'Postal_Code',
  'Effective_Date',
  'Expiration_Date',
  'Standard_Order',
  'Last_Update',
  'Action',
  'FR_Citation',
];

export function oldFile(rows: readonly (readonly string[])[]): string {
  return `${[OLD_HEADING, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join('\t')).join('\n')}\n`;
}

const NEW_HEADING =
  'Name_and_Address,Effective_Date,Expiration_Date,Appropriate Federal Register Citations,Type of Denial';

export function newFile(rows: readonly string[]): string {
  return `\uFEFF${[NEW_HEADING, ...rows].join('\r\n')}\r\n`;
}

export const OLD_ROWS: readonly (readonly string[])[] = [
  [
    'WENIXA MAN',
    'INMATE NUMBER: 50772-298, FCI DUBLIN, 5701 8TH STREET- CAMP PARKS',
    'DUBLIN',
    'CA',
    '',
    '94568',
    '08/10/2017',
    '08/19/2026',
    'Y',
    '2017-08-22',
    'FR NOTICE ADDED',
    '82 F.R. 39106 8/17/2017',
  ],
  [
    'WYSH DATA SYSTEMS, LTD.',
    '135 CONNAUGHT ROAD W.',
    'HONG KONG',
    '',
    'HK',
    '',
    '05/10/1985',
    '',
    'Y',
    '1985-05-16',
    '',
    '50 F.R. 20454 5/16/85',
  ],
  [
    'ADT ANALOG AND DIGITAL TECHNIK',
    '8019 NIEDERSEEON, HOUSE 21',
    '',
    '',
    'DE',
    '',
    '09/10/1981',
    '',
    'Y',
    '1981-09-17',
    '',
    '46 F.R. 46154 9/17/81 46 F.R. 19290 3/30/81',
  ],
];

export const NEW_ROWS: readonly string[] = [
  '"WENXIA MAN, INMATE NUMBER: 50772-298, FCI DUBLIN, 5701 8TH STREET- CAMP PARKS, DUBLIN, CA, US, 94568",8/10/2017,08/19/2026,82 F.R. 39106 8/17/2017,Standard',
  '"WYSH DATA SYSTEMS, LTD., 135 CONNAUGHT ROAD W., HONG KONG, , HK, ",5/10/1985,,50 F.R. 20454 5/16/85,Standard',
  '"ADT ANALOG AND DIGITAL TECHNIK, 8019 NIEDERSEEON, HOUSE 21, , , DE, ",9/10/1981,,46 F.R. 46154 9/17/81 and 46 F.R. 19290 3/30/81,Standard',
];

/** The page that links to the file, as far as its link goes. */
export const listPage = (
  href: string,
): string => `<!DOCTYPE html><html><head><title>Denied Persons List (DPL)</title></head>
<body><main><h1>Denied Persons List (DPL)</h1><p>Updated as of the date in the file.</p>
<a href="https://www.bis.gov/enforcement">Enforcement</a> <a class="btn" href="${href}">Export as <span>CSV</span></a>
</main></body></html>`;
