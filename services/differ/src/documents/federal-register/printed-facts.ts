import { findEnglishDates } from '#time';
import type { DocumentText } from './document-text.ts';
import { COUNT_PATTERN, countOf } from './number-words.ts';

/** First date that follows `lead` closely in `words`. */
export function dateAfter(words: string, lead: RegExp): string | undefined {
  const match = lead.exec(words);
  if (match === null) return undefined;
  const from = match.index + match[0].length;
  const [found] = findEnglishDates(words.slice(from, from + 60));
  return found !== undefined && found.index < 25 ? found.on : undefined;
}

/** A count that stands before a noun: `eight guidance documents`, `two foreign states`. */
export function countBefore(words: string, noun: string): number | undefined {
  const match = new RegExp(`\\b(${COUNT_PATTERN}) (?:\\(\\d{1,4}\\) )?(?:${noun})`, 'i').exec(words);
  return match?.[1] === undefined ? undefined : countOf(match[1]);
}

const NAMES =
  /(?:\b(?:debarments? (?:of|under [^,;]{0,80}? involving)|involving|in the matter of:?|order relating to|export privileges (?:of|for))|\bexport privileges[;:]|\bexport privileges (?:against|to))\s+(.{3,600}?)(?:\s+under\b|;|$)/i;

/** Parties named in the title of a debarment or an order; company suffixes stay with their names. */
export function partiesOfTitle(title: string): readonly string[] {
  const [, phrase = ''] = NAMES.exec(title) ?? [];
  return phrase
    .replace(/,\s+(?=(?:Inc|LLC|Ltd|L\.P|Co|Corp|S\.A|GmbH)\b)/g, ' \u0000')
    .split(/,\s*(?:and\s+)?|\s+and\s+/)
    .map((name) => name.replaceAll(' \u0000', ', ').trim())
    .filter((name) => /^[A-Z]/.test(name))
    .slice(0, 200);
}

const BENEFICIARY =
  /\b(?:temporary general license|general license|authorization)\s+(?:to|for|issued to)\s+([A-Z][^;]{1,80}?)(?=\s+\(|\s+and\s+(?:its|one|[a-z]+ (?:of|hundred))|\s+on the|\.\s+(?=[A-Z])(?!Ltd|Inc|Corp|Co\b)|$)/;

/** For whom an authorisation holds, as printed. */
export function beneficiaryOf({ all }: DocumentText): string | undefined {
  return BENEFICIARY.exec(all)?.[1]?.replace(/,\s*$/, '');
}

/** Phrases the abstract puts in double quotes, most of them names of entries or titles of earlier documents. */
export function quotedPhrases({ all }: DocumentText): readonly string[] {
  return [...all.matchAll(/"([^"]{3,300}?),?"/g)].flatMap(([, phrase]) => phrase ?? []).slice(0, 20);
}
