import { loadHtml } from '../markup/index.ts';

/** Most values looked at in one article. */
const MAX_VALUES = 50_000;
const SYS_ID = /sys_attachment\.do\?(?:[^"'\s]{0,200}&(?:amp;)?)?sys_id=([0-9a-f]{32})/i;

/** The text of an article and its files, as the service portal gives them. */
export interface ArticleContent {
  /** `KB0010126`. */
  readonly number: string;
  readonly title: string;
  /** HTML of the article. */
  readonly body: string;
  readonly files: readonly ArticleFile[];
}

/** A file of an article: its id changes with each upload, so its title is what it is told by. */
export interface ArticleFile {
  readonly title: string;
  readonly sysId: string;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const textOf = (value: unknown): string => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '');

/** The first object that `wanted` accepts, breadth first. Bounded, without recursion. */
function findIn(root: unknown, wanted: (value: Fields) => boolean): Fields | undefined {
  const open: unknown[] = [root];
  for (let seen = 0; seen < open.length && seen < MAX_VALUES; seen += 1) {
    const value = open[seen];
    if (!isObject(value)) continue;
    if (wanted(value)) return value;
    for (const child of Object.values(value)) open.push(child);
  }
  return undefined;
}

/** Files by the words of their links, or of the line where the link says only `PDF`. Each title once. */
function filesIn(body: string): readonly ArticleFile[] {
  const loaded = loadHtml(body);
  if (!loaded.ok) return [];
  const { $ } = loaded;
  const files = new Map<string, string>();
  for (const link of $('a[href]').toArray()) {
    const sysId = SYS_ID.exec($(link).attr('href') ?? '')?.[1];
    const own = textOf($(link).text()) || textOf($(link).attr('title'));
    const line = textOf($(link).closest('p, li, td').text());
    const title = own.length < 8 && line !== '' && line.length <= 160 ? `${line} [${own}]` : own;
    if (sysId !== undefined && title !== '' && !files.has(title)) files.set(title, sysId.toLowerCase());
  }
  return [...files].map(([title, sysId]) => ({ title, sysId }));
}

/** Reads an article out of the JSON of its page. @returns undefined where the JSON holds no article. Never throws. */
export function articleContentOf(json: string): ArticleContent | undefined {
  let root: unknown;
  try {
    root = JSON.parse(json);
  } catch {
    return undefined;
  }
  const isContent = (value: Fields) => typeof value.number === 'string' && typeof value.data === 'string';
  const content = findIn(root, isContent);
  if (content === undefined) return undefined;
  const [number, body] = [textOf(content.number), String(content.data)];
  const loaded = loadHtml(body);
  const headline = loaded.ok ? textOf(loaded.$('h1, h2').first().text()) : '';
  return {
    number,
    title: textOf(content.short_description) || textOf(content.title) || headline || number,
    body,
    files: filesIn(body),
  };
}
