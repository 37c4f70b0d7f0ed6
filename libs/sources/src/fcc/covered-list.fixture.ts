/** The Covered List page in the form fcc.gov serves it, written for these tests; companies, products and dates are real. */
export const COVERED_ROWS = [
  '<tr><td>Telecommunications equipment produced by <strong>Huawei Technologies Company</strong>, including services.</td><td><p>March 12, 2021</p></td></tr>',
  '<tr><td>Routers<span>^</span> produced in a foreign country, except routers which have been granted a Conditional Approval.</td><td><p>March 23, 2026</p><p>Updated:<br>June 15, 2026</p></td></tr>',
];

export const APPROVAL_ROWS = [
  '<tr><td>Miri Technologies, Inc.’s Miri X10 Travel router</td><td>June 12, 2026-December 12, 2027</td></tr>',
  '<tr><td>Calix, Inc.’s 7u6.2 router<br><br>Calix, Inc.’s 7p6 and 7u4 broadband routers</td><td><p>May 6, 2026 - October 31, 2027<br><br>June 1, 2026 - November 22, 2027</p></td></tr>',
];

export const PROHIBITIONS = `<h3>Importation/Marketing Prohibitions</h3><p>(Updated June 26, 2026)</p>
<h5>Importation/Marketing Prohibitions on Previously-Authorized Covered Equipment</h5>
<table><thead><tr><th>Equipment Subject to Prohibitions</th><th>Public Notices</th><th>Effective Date</th></tr></thead>
<tr><td>Equipment added to the Covered List 2024 or earlier.</td><td>June 26, 2026</td><td>In general, 10 Days Following Federal Register Publication<sup>1</sup></td></tr></table>`;

export interface Page {
  readonly covered?: readonly string[];
  readonly approvals?: readonly string[];
  readonly more?: string;
  readonly documents?: string;
}

export function coveredListPage(page: Page = {}): string {
  const {
    covered = COVERED_ROWS,
    approvals = APPROVAL_ROWS,
    more = '',
    documents = 'June 22, 2026 - Public Notice',
  } = page;
  return `<!DOCTYPE html><html><head><title>List of Equipment and Services Covered By Section 2</title></head><body>
<nav><table><tr><td>menu</td></tr></table></nav><main><h3>Covered List</h3><p>(June 26, 2026)*†±</p>
<table><thead><tr><th><strong>Covered Equipment or Services*</strong></th><th>Date of Inclusion on Covered List</th></tr></thead>
<tbody>${covered.join('')}</tbody></table><h3>Conditional Approvals</h3><p>(Updated June 26, 2026)</p>
<table><thead><tr><th>Routers Conditional Approvals</th><th>Dates of Conditional Approval</th></tr></thead>
<tbody>${approvals.join('')}</tbody></table>${more}<h3>Documents</h3><table><tr><th>Date</th></tr><tr><td>${documents}</td></tr></table>
</main><aside><table><tr><th>News</th></tr><tr><td>July 1, 2026</td></tr></table></aside></body></html>
`;
}
