import type { RedlinePart } from './redline-part.ts';

const MARKS: Readonly<Record<RedlinePart['kind'], readonly [open: string, close: string]>> = {
  same: ['', ''],
  deleted: ['[-', '-]'],
  inserted: ['[+', '+]'],
  moved_from: ['[⇄-', '-⇄]'],
  moved_to: ['[⇄+', '+⇄]'],
  elided: [' ', ' '],
};

/** A redline without colour or markup: `[-gone-]`, `[+come+]`, `⇄` for what only moved, `…` for words left out. */
export function redlineText(parts: readonly RedlinePart[]): string {
  return parts
    .map(({ kind, text }) => `${MARKS[kind][0]}${text}${MARKS[kind][1]}`)
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();
}
