import type { Source } from '../source.ts';

const SECTION = /^(?:§\s*)?(\d+\.[\w-]+)((?:\([\w]+\))*)/;
const APPENDIX = /\bSupplement No\. \d+ to Part \d+/i;
const LISTS: readonly (readonly [RegExp, part: string, page: string])[] = [
  [/^\d[A-EY]\d{3}\b/, '774', 'appendix-Supplement%20No.%201%20to%20Part%20774'],
  [/^Commerce Country Chart\b/, '738', 'appendix-Supplement%20No.%201%20to%20Part%20738'],
  [/^Country Groups\b/, '740', 'appendix-Supplement%20No.%201%20to%20Part%20740'],
];

/** The place of a subject as eCFR shows it today: the paragraph of a section, else the supplement, else the part. */
export function subjectPage(source: Source, label: string): string {
  const { title, part } = source.params;
  if (title === undefined || part === undefined) return source.link;
  const base = `https://www.ecfr.gov/current/title-${title}`;
  const list = LISTS.find(([pattern, of]) => of === String(part) && pattern.test(label));
  if (list) return `${base}/part-${part}/${list[2]}`;
  const appendix = APPENDIX.exec(label)?.[0];
  if (appendix !== undefined) return `${base}/part-${part}/appendix-${encodeURIComponent(appendix)}`;
  if (/^Category [IVX]+/.test(label)) return `${base}/section-121.1`;
  const [, section, paragraphs = ''] = SECTION.exec(label) ?? [];
  if (section === undefined) return source.link;
  return `${base}/section-${section}${paragraphs === '' ? '' : `#p-${section}${paragraphs}`}`;
}
