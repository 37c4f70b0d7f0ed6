import { createHash } from 'node:crypto';
import { paddedForm, searchForm } from '#domain';

export const SEARCH_KINDS = ['change', 'development', 'provision'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Something that can be found. All texts as printed. */
export interface SearchEntry {
  readonly kind: SearchKind;
  /** Id of the change or development; for a provision what {@link provisionId} makes. */
  readonly subjectId: string;
  readonly sourceIds: readonly string[];
  readonly instrumentIds: readonly string[];
  /** UTC instant: the newer is shown first. */
  readonly at: string;
  readonly label: string;
  /** Further names and titles, which count as much as the label. */
  readonly titles: readonly string[];
  /** Codes and numbers it is known by: who asks for one of them finds it before all others. */
  readonly codes: readonly string[];
  readonly texts: readonly string[];
  /** Kept for the excerpt, where no other row holds the words. */
  readonly printed?: string;
}

/** A provision is known by its source and label. */
export function provisionId(sourceId: string, label: string): string {
  return `${sourceId} ${label}`;
}

/** Below what a PostgreSQL `tsvector` holds: 1 MiB of grams, at most 9 bytes a character. */
const MAX_BODY_CHARS = 60_000;
const MAX_HEADING_CHARS = 6_000;

/** An entry in the form in which it is searched. */
export interface SearchForms {
  readonly heading: string;
  readonly body: string;
  readonly codes: readonly string[];
}

export function formsOf(entry: SearchEntry): SearchForms {
  const codes = [...new Set(entry.codes.map(searchForm))].filter((code) => code !== '');
  const heading = joined([entry.label, ...entry.titles, ...codes], MAX_HEADING_CHARS);
  return { heading, body: joined(entry.texts, MAX_BODY_CHARS, heading), codes };
}

/** Texts apart by more than one space, so that no phrase spans two; what one text holds another need not repeat. */
function joined(texts: readonly string[], maxChars: number, known = ''): string {
  let whole = '';
  for (const text of texts) {
    const form = paddedForm(text.slice(0, maxChars));
    if (form.trim() === '' || whole.includes(form.trimEnd()) || known.includes(form)) continue;
    if (whole.length + form.length <= maxChars) whole += form;
    else return whole + padded(form.slice(0, maxChars - whole.length));
  }
  return whole;
}

function padded(cut: string): string {
  return `${cut.trimEnd()}  `;
}

/** Tells whether an entry must be written again. The age of a provision is that of its words. */
export function fingerprintOf(entry: SearchEntry): string {
  const { at, ...said } = entry;
  return createHash('sha256')
    .update(JSON.stringify(entry.kind === 'provision' ? said : [at, said]))
    .digest('base64url');
}
