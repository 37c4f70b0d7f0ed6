/** Records of a delimited text, or why it is not one. */
export type DelimitedText =
  | { readonly ok: true; readonly records: readonly DelimitedRecord[] }
  | { readonly ok: false; readonly because: string };

export interface DelimitedRecord {
  readonly fields: readonly string[];
  /** The record's own characters, as they stand in the file, without the line break. */
  readonly raw: string;
  /** Line on which the record begins, from 1. */
  readonly line: number;
}

const MAX_RECORDS = 500_000;
const MAX_FIELDS = 300;
const QUOTE = '"';

interface Field {
  readonly value: string;
  readonly end: number;
}

function quotedField(text: string, start: number): Field | undefined {
  let close = text.indexOf(QUOTE, start + 1);
  while (close >= 0 && text[close + 1] === QUOTE) close = text.indexOf(QUOTE, close + 2);
  if (close < 0) return undefined;
  return { value: text.slice(start + 1, close).replaceAll('""', QUOTE), end: close + 1 };
}

function bareField(text: string, start: number, separator: string): Field | undefined {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  const value = text.slice(start, end);
  return value.includes(QUOTE) ? undefined : { value, end };
}

function lineBreakAt(text: string, at: number): number {
  if (text[at] === '\r' && text[at + 1] === '\n') return 2;
  return text[at] === '\n' || text[at] === '\r' ? 1 : 0;
}

interface ReadRecord {
  readonly fields: readonly string[];
  readonly end: number;
}

function recordAt(text: string, start: number, separator: string): ReadRecord | string {
  const fields: string[] = [];
  let at = start;
  for (;;) {
    const field = text[at] === QUOTE ? quotedField(text, at) : bareField(text, at, separator);
    if (!field)
      return text[at] === QUOTE ? 'a quoted field is never closed' : 'a quote stands inside an unquoted field';
    fields.push(field.value);
    if (fields.length > MAX_FIELDS) return `a record has more than ${MAX_FIELDS} fields`;
    at = field.end;
    if (at >= text.length || lineBreakAt(text, at) > 0) return { fields, end: at };
    if (text[at] !== separator) return 'text follows a closing quote';
    at += 1;
  }
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/**
 * Reads delimited text by RFC 4180, strictly: a quote that is never closed (a file cut short) or stands inside an unquoted
 * field is a fault and not a guess. Lines of any break; empty lines are no records; the header is a record like any other.
 * @param separator one character, `,` or a tab
 */
export function readDelimited(text: string, separator = ','): DelimitedText {
  const records: DelimitedRecord[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const lineBreak = lineBreakAt(text, at);
    if (lineBreak > 0) {
      at += lineBreak;
      line += 1;
      continue;
    }
    const record = recordAt(text, at, separator);
    if (typeof record === 'string') return { ok: false, because: `line ${line}: ${record}` };
    if (records.length >= MAX_RECORDS) return { ok: false, because: `more than ${MAX_RECORDS} records` };
    const raw = text.slice(at, record.end);
    records.push({ fields: record.fields, raw, line });
    line += countBreaks(raw);
    at = record.end;
  }
  return { ok: true, records };
}
