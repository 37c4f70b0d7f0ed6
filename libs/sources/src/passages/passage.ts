import { createHash } from 'node:crypto';
import { comparableText } from '#domain';

/** Longest text kept of one passage; its hash is of the whole. */
const MAX_CHARS = 1_200;
/** Most passages told apart in one publication. */
export const MAX_PASSAGES = 2_000;

/**
 * One part of a watched page or file as it is compared: a paragraph, a page of a PDF, the row block of a sheet, a question with
 * its answer. `label` names a part that comes and goes as a whole (a question, an address of an index).
 */
export type Passage = Readonly<{ hash: string; text: string; locator: string; label?: string }>;

/** Hash by which two passages are the same: of their comparable text, not of their bytes. */
export function passageHash(text: string | Uint8Array): string {
  const words = typeof text === 'string' ? comparableText(text) : text;
  return createHash('sha256').update(words).digest('hex').slice(0, 16);
}

/** @param locator where a person finds it: `page 3`, `paragraph 12` */
export function passageOf(text: string, locator: string, label?: string): Passage {
  return {
    hash: passageHash(text),
    text: text.slice(0, MAX_CHARS),
    locator,
    ...(label === undefined ? {} : { label }),
  };
}
