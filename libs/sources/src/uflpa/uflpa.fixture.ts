/**
 * The UFLPA Entity List page, written for these tests in the publisher's markup. Entities and dates are those of real rows;
 * the choice of rows and the surroundings are ours.
 */
export interface FixtureTable {
  readonly numeral: string;
  readonly head: string;
  readonly rows: readonly (readonly [entity: string, date: string])[];
}

export const TABLES: readonly FixtureTable[] = [
  {
    numeral: 'i',
    head: 'Name of Entity',
    rows: [
      ['Baoding LYSZD Trade and Business Co., Ltd.', 'June 21, 2022'],
      [
        'Hoshine Silicon Industry (Shanshan) Co., Ltd (including one alias: Hesheng Silicon Industry (Shanshan) Co.) and subsidiaries',
        'June 21, 2022',
      ],
    ],
  },
  { numeral: 'ii', head: 'Name of Entity', rows: [['Camel Group Co., Ltd.', 'August 2, 2023']] },
  {
    numeral: 'v',
    head: 'Entity Name',
    rows: [
      ['Baoding LYSZD Trade and Business Co., Ltd.', 'June 21, 2022'],
      ['Esquel Group (also known as Esquel China Holdings Limited)', 'November 1, 2024'],
    ],
  },
];

const heading = (numeral: string): string =>
  `<p class="text-align-center"><br><strong>A list of entities</strong><br><a href="https://www.govinfo.gov/app/details/PLAW-117publ78">Section 2(d)(2)(B)(${numeral})</a></p>`;

const cells = (row: readonly string[]): string => row.map((cell) => `<td>${cell}</td>`).join('');

const table = ({ head, rows }: FixtureTable): string =>
  `<table><thead><tr><th>${head}</th><th>Effective Date</th></tr></thead><tbody>${rows
    .map((row) => `<tr>${cells(row)}</tr>`)
    .join('')}</tbody></table>`;

const NO_EXPORTERS = `${heading('iv')}<p>Entities identified in sections (i) and (ii) above may serve as exporters. We have not identified additional exporters at this time.</p>`;

export function page(tables: readonly FixtureTable[] = TABLES, banner = ''): string {
  const lists = tables.map((own) => `${own.numeral === 'v' ? NO_EXPORTERS : ''}${heading(own.numeral)}${table(own)}`);
  return `<!DOCTYPE html><html lang="en"><head><title>UFLPA Entity List | Homeland Security</title></head><body>${banner}
<h1 class="page-title">UFLPA Entity List</h1><div class="field__item"><p>Every entity is listed here.</p>${lists.join('')}</div>
<div role="complementary"><h3>Contact Us</h3></div></body>
</html>
`;
}

/** The same list after a redesign: other elements, no sections named, one countdown more. */
export function redesignedPage(tables: readonly FixtureTable[] = TABLES): string {
  const lists = tables.map(
    (own) =>
      `<section class="usa-prose"><h2>Entities</h2>${table(own).replace('<table>', '<table class="usa-table">')}</section>`,
  );
  return `<html><head><title>UFLPA Entity List</title></head><body><div id="countdown">3 days</div><main>${lists.join('\n')}</main></body></html>`;
}
