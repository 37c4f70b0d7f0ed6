/** What the description of a case tells in labelled lines. */
export interface NoticeTerms {
  /** Calendar date in Japan on which the draft was published. */
  readonly publishedOn?: string;
  /** Calendar date in Japan on which the result was published, in the list of results. */
  readonly resultOn?: string;
  /** Calendar date in Japan of the closing instant. */
  readonly closesOn?: string;
  /** The closing instant as printed: `2026/09/25 00:00` is the start of that day. */
  readonly closesRaw?: string;
  readonly category?: string;
  readonly contact?: string;
}

const DAY = /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?!\d)/;

function dayOf(printed: string | undefined): string | undefined {
  const [, year = '', month = '', day = ''] = DAY.exec(printed ?? '') ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(date) ? date : undefined;
}

/**
 * Reads the description of a case of e-Gov's public comments: lines of a label, a full-width colon and a value, parted by
 * `<br/>`. A line that is missing, or a date no calendar has, is left out.
 */
export function noticeTermsOf(description: string): NoticeTerms {
  const lines = description.split(/<br\s*\/?>|\n/i).map((line) =>
    line
      .normalize('NFKC')
      .replace(/<[^>]{0,200}>/g, '')
      .trim(),
  );
  const printed = (label: string) => {
    const line = lines.find((one) => one.startsWith(label));
    const value = line?.slice(line.indexOf(':') + 1).trim();
    return line?.includes(':') && value !== '' ? value : undefined;
  };
  const publishedOn = dayOf(printed('案の公示日'));
  const resultOn = dayOf(printed('結果の公示日') ?? printed('結果公示日') ?? printed('結果の公示'));
  const closesRaw = printed('受付締切日時') ?? printed('意見募集終了') ?? printed('受付締切');
  const closesOn = dayOf(closesRaw);
  const category = printed('カテゴリー');
  const contact = printed('問合せ先');
  return {
    ...(publishedOn ? { publishedOn } : {}),
    ...(resultOn ? { resultOn } : {}),
    ...(closesOn ? { closesOn } : {}),
    ...(closesRaw ? { closesRaw } : {}),
    ...(category ? { category } : {}),
    ...(contact ? { contact } : {}),
  };
}
