/** Pages of METI in its markup, written for these tests; titles, days and file names are real. */
function page(title: string, contents: string, updated = '2025年10月9日'): string {
  return `<!DOCTYPE html>
<html lang="ja"><head><title>${title}（METI/経済産業省）</title></head><body>
<nav><a href="/press/index.html">ニュースリリース</a></nav>
<div id="__main_contents" class="main w1000"><h1>${title}</h1>
${contents}
<p>最終更新日：${updated}</p>
</div><footer><a href="/main/rules.html">利用規約</a></footer></body></html>
`;
}

export const RELEASES: readonly (readonly [day: string, path: string, title: string])[] = [
  ['2025年11月11日', '2025/11/20251111001/20251111001', '輸出貿易管理令の一部を改正する政令が閣議決定されました'],
  ['2025年9月29日', '2025/09/20250929006/20250929006', '「外国ユーザーリスト」を改正しました'],
  ['2025年9月12日', '2025/09/20250912003/20250912003', '対外経済に関する会合を開催しました'],
];

export function pressListPage(releases = RELEASES): string {
  const items = releases.map(
    ([day, path, title]) => `<dt>${day}</dt><dd><a href="/press/${path}.html">${title}</a></dd>`,
  );
  return page('対外経済のニュースリリース', `<dl class="date_sp b-solid">${items.join('\n')}</dl>`);
}

export const INDEX_LINKS: readonly (readonly [name: string, href: string])[] = [
  ['外国為替及び外国貿易法', 'https://laws.e-gov.go.jp/law/324AC0000000228'],
  ['輸出貿易管理令', 'https://laws.e-gov.go.jp/law/324CO0000000378'],
  ['外国ユーザーリスト（Excel）', '20250929_4.xlsx'],
  ['外国ユーザーリスト（PDF）', '20250929_3.pdf'],
  ['輸出貿易管理令の運用について', 'law_document/tutatu/t11kaisei/unyo_tutatu.pdf'],
];

export function indexPage(links = INDEX_LINKS, updated?: string): string {
  const items = links.map(([name, href]) => `<li><a href="${href}">${name}</a></li>`);
  return page('関係法令', `<h2>法律・政省令</h2><ul class="lnkLst">${items.join('\n')}</ul>`, updated);
}

export const QUESTIONS: readonly (readonly [question: string, answer: string])[] = [
  [
    '外国ユーザーリストに掲載された企業には輸出できないのですか。',
    '禁輸リストではありません。許可申請が必要かどうかを確認してください。',
  ],
  ['リストにない企業であれば許可は不要ですか。', 'リストにない場合でも、用途と需要者の確認が必要です。'],
  ['別名が一致した場合はどうすればよいですか。', '所在地その他の情報により同一の者かどうかを確認してください。'],
];

export function questionPage(questions = QUESTIONS, updated?: string): string {
  const items = questions.map(
    ([question, answer], at) => `<dt>Ｑ${at + 1}．${question}</dt><dd>Ａ${at + 1}．${answer}</dd>`,
  );
  return page('外国ユーザーリスト等に関するQ&amp;A', `<dl>${items.join('\n')}</dl>`, updated);
}

export const questionIndex = page(
  'Q&amp;A',
  '<ul><li><a href="/policy/anpo/qanda/qanda19.html">外国ユーザーリスト等に関するQ&amp;A</a></li></ul>',
);
