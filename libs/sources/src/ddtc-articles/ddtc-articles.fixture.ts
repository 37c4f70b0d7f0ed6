/** An article in the JSON of the Directorate's service portal, written for these tests and cut down to what is read. */
export const FILE_ID = '4e0ce4d1dbb9d300d0a370131f961913';

export const PARAGRAPHS: readonly string[] = [
  'A person convicted of violating the Arms Export Control Act is debarred by statute (22 CFR 127.7), as a rule for three years.',
  'A debarred person may not take part, directly or indirectly, in any activity that is subject to the ITAR.',
  'Export privileges are restored only after the Department of State has granted a request for reinstatement.',
];

export interface ArticleParts {
  readonly paragraphs?: readonly string[];
  readonly files?: readonly (readonly [title: string, sysId: string])[];
}

export function articleJson({
  paragraphs = PARAGRAPHS,
  files = [['Guidance on requests for reinstatement', FILE_ID]],
}: ArticleParts = {}): string {
  const links = files.map(([title, id]) => `<li><a href="sys_attachment.do?sys_id=${id}">${title}</a></li>`);
  const data = `<h2>AECA Debarment</h2>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}<ul>${links.join('\n')}</ul>`;
  const article = { number: 'KB0010126', short_description: 'AECA Debarment', sys_view_count: 1200, data };
  return JSON.stringify({
    result: { id: 'ddtc_kb_article_page', containers: [{ widgets: [{ data: { kbContentData: article } }] }] },
  });
}
