import type { PdfWord } from './pdf-page.ts';

/** Words that stand on one base line, joined as a reader sees them. */
export interface PdfLine {
  /** Left edge of the first word. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Base lines this near, as a share of the letters' height, are one line. */
const SAME_LINE = 0.35;
/** A gap wider than this share of the letters' height is a space, printed or not. */
const SPACE = 0.15;
/** Japanese and Chinese letters stand apart by themselves. */
const WIDE_SPACE = 0.2;

const WIDE_END = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\u30FB\u30FC\uFF00-\uFFEF]$/u;
const WIDE_START = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\u30FB\u30FC\uFF00-\uFFEF]/u;

/** Joins two printed lines of one sentence: Japanese and Chinese go on without a space. */
export function joinWrapped(left: string, right: string): string {
  if (left === '' || right === '') return left + right;
  return WIDE_END.test(left) && WIDE_START.test(right) ? left + right : `${left} ${right}`;
}

function textOf(words: readonly PdfWord[]): string {
  let text = '';
  let end = Number.NaN;
  for (const word of words) {
    const isWide = WIDE_END.test(text) || WIDE_START.test(word.text);
    const isApart = word.x - end > (isWide ? WIDE_SPACE : SPACE) * (word.height || 10);
    if (isApart && !/\s$/.test(text) && !/^\s/.test(word.text)) text += ' ';
    text += word.text;
    end = word.x + word.width;
  }
  return text.replace(/\s+/g, ' ').trim();
}

/** Groups words into lines, from the top of the page down, each from left to right. Blank lines are left out. */
export function linesOf(words: readonly PdfWord[]): readonly PdfLine[] {
  const lines: { y: number; height: number; words: PdfWord[] }[] = [];
  const fromTop = words.filter(({ text }) => text.trim() !== '').sort((a, b) => b.y - a.y);
  for (const word of fromTop) {
    const line = lines.at(-1);
    if (line && line.y - word.y <= SAME_LINE * (Math.max(line.height, word.height) || 10)) line.words.push(word);
    else lines.push({ y: word.y, height: word.height, words: [word] });
  }
  return lines.map(({ y, words: own }) => {
    const inOrder = own.sort((a, b) => a.x - b.x);
    return { x: inOrder[0]?.x ?? 0, y, text: textOf(inOrder) };
  });
}
