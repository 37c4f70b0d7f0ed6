import { loadHtml } from '../markup/index.ts';
import type { DebarredList } from './debarred-list.ts';

/** One file attached to an article. */
interface Attachment {
  readonly sysId: string;
  /** What the article calls it: link text or file name. */
  readonly label: string;
  /** The sentence or cell around the link. */
  readonly around: string;
}

/** Most values looked at in one article. */
const MAX_VALUES = 50_000;
const MAX_HTML_CHARS = 2_000_000;
const SYS_ID = /sys_attachment\.do\?(?:[^"'\s]{0,200}&(?:amp;)?)?sys_id=([0-9a-f]{32})/i;
const OWN_WORD: Readonly<Record<DebarredList, RegExp>> = { statutory: /statutor/i, administrative: /administrativ/i };
const OTHER: Readonly<Record<DebarredList, DebarredList>> = {
  statutory: 'administrative',
  administrative: 'statutory',
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function linksIn(html: string): readonly Attachment[] {
  if (html.length > MAX_HTML_CHARS || !SYS_ID.test(html)) return [];
  const loaded = loadHtml(html);
  if (!loaded.ok) return [];
  const { $ } = loaded;
  return $('a[href]')
    .toArray()
    .flatMap((link) => {
      const sysId = SYS_ID.exec($(link).attr('href') ?? '')?.[1];
      const label = `${$(link).text()} ${$(link).attr('title') ?? ''}`.trim();
      const around = $(link).closest('p, li, td, h1, h2, h3, h4').text().slice(0, 500);
      return sysId === undefined ? [] : [{ sysId: sysId.toLowerCase(), label, around }];
    });
}

function attachmentsIn(value: unknown): readonly Attachment[] {
  if (typeof value === 'string') return linksIn(value);
  if (!isObject(value)) return [];
  const { sys_id: sysId, file_name: label } = value;
  const isFile = typeof sysId === 'string' && /^[0-9a-f]{32}$/i.test(sysId) && typeof label === 'string';
  return isFile ? [{ sysId: sysId.toLowerCase(), label, around: '' }] : [];
}

/** Every attachment that an article's JSON names, in its HTML or as a record. A walk without recursion, bounded. */
function attachmentsOf(article: unknown): readonly Attachment[] {
  const found: Attachment[] = [];
  const open: unknown[] = [article];
  for (let seen = 0; open.length > 0 && seen < MAX_VALUES; seen += 1) {
    const value = open.shift();
    found.push(...attachmentsIn(value));
    if (isObject(value)) for (const child of Object.values(value)) open.push(child);
  }
  return found;
}

/**
 * The attachment that is one list as CSV, else as a workbook, by the words of its link or file name, else by the words around it.
 * @returns its id of 32 hexadecimal digits, or `undefined` where the article names no such file
 */
export function attachmentOf(article: unknown, list: DebarredList): string | undefined {
  const [own, other] = [OWN_WORD[list], OWN_WORD[OTHER[list]]];
  const named = attachmentsOf(article).filter(
    ({ label, around }) => own.test(label) || (!other.test(label) && own.test(around) && !other.test(around)),
  );
  const said = (word: RegExp) => named.find(({ label }) => word.test(label));
  return (said(/csv/i) ?? said(/xlsx|excel/i) ?? named.find(({ label }) => !/pdf|docx?|xls\b/i.test(label)))?.sysId;
}
