/**
 * The lists of debarred parties and their article, written for these tests in the publisher's exact format. Parties, notices
 * and dates are those of real rows; the article is cut down to what leads to its attachments.
 */
const STATUTORY_HEADING =
  'Party Name,Date Of Birth,Federal Register Notice,Notice Date,Corrected Notice,Corrected Notice Date';
const STATUTORY_HEADING_2018 =
  'Debarred Party Full Name and Alias,Date of Birth,Notice,Notice Date,"Corrected Notice","Corrected Notice Date"';

export const STATUTORY_ROWS: readonly string[] = [
  '"Achurra, Antonio",,53 FR 27097,7/18/1988,,',
  '"Zhuang, Jinghua (a.k.a. Jackey Zhuang)",,70 FR 69620,11/16/2005,,',
  '"Asad-Ghanem, Rami Najm (aka Ghanem, Rami Najm)","June, 1966",85 FR 30783,5/20/2020,85 FR 39967,7/2/2020',
];

export const statutoryList = (rows: readonly string[] = STATUTORY_ROWS): string =>
  `${[STATUTORY_HEADING, ...rows].join('\r\n')}\r\n`;

export const statutoryList2018 = (rows: readonly string[] = STATUTORY_ROWS): string =>
  `${[STATUTORY_HEADING_2018, ...rows].join('\n')}\n`;

export const administrativeList = `${[
  'Name,Date,Charging Letter,Debarment Order,Federal Register Notice',
  '"Adams, Ryan",8/29/2022,,,87 FR 52834',
  '"Dominguez, Carlos; Elint, S.A., Spain Night Vision, S.A., and SNV, S.A",6/19/2014,"PDF, 16.2MB","PDF, 1.3MB",79 FR 35210 corrected by 79 FR 37384',
].join('\r\n')}\r\n`;

export const STATUTORY_ID = '15370fe2977ba21067b1791ad053af0d';
export const ADMINISTRATIVE_ID = 'd78bbc2f1b8f29d0c6c3866ae54bcbd7';

export const article = {
  result: {
    id: 'ddtc_kb_article_page',
    containers: [
      {
        widgets: [
          {
            data: {
              kbContentData: {
                number: 'KB0010126',
                data: `<h2>AECA Debarment</h2>
<p>Statutory Debarment: <a href="sys_attachment.do?sys_id=00000000000000000000000000000001">PDF</a>
 <a href="/sys_attachment.do?sys_id=${STATUTORY_ID}" target="_blank">CSV</a></p>
<p><a href="/sys_attachment.do?view=true&amp;sys_id=${ADMINISTRATIVE_ID}">Administrative Debarments (CSV)</a></p>`,
              },
            },
          },
        ],
      },
    ],
  },
};
