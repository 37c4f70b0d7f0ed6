import { comparableText, foldName, type RegulatoryDocument } from '#domain';
import { findEnglishDates } from '#time';
import type { DocumentText } from './document-text.ts';
import { quotedPhrases } from './printed-facts.ts';

/** The day on which the corrected or extended document was published, as the abstract says. */
const PUBLISHED =
  /\b(?:published|appeared|issued|final rule|proposed rule)\b(?:[^.]{0,140}?\b(?:on|of))?\s+(?=[A-Z][a-z]+\.? \d{1,2}, \d{4})/;

/** Day of publication of the earlier document that the abstract names, or `undefined`. */
export function earlierPublicationOn({ all }: DocumentText): string | undefined {
  const match = PUBLISHED.exec(all);
  if (match !== null) return findEnglishDates(all.slice(match.index + match[0].length))[0]?.on;
  const [first] = findEnglishDates(/^On\b.{0,40}/.exec(all)?.[0] ?? '');
  return first?.on;
}

/** Words after the day of publication in which its page stands: `on October 21, 2021 (86 FR 58205)`, `at 86 FR 58205`. */
const PAGE_WITHIN = 160;
const PAGE = /\b(\d{2,3}) FR (\d{1,6})\b/g;

/**
 * Pages of the earlier document that this one corrects, delays, extends or withdraws, as its DATES section and abstract print
 * them: it may have been printed long before the page that is read, and its number is then not at hand.
 */
export function earlierPages({ all, document }: DocumentText): readonly string[] {
  const match = PUBLISHED.exec(all);
  const named = match === null ? '' : all.slice(match.index, match.index + match[0].length + PAGE_WITHIN);
  return pagesIn(`${comparableText(document.datesText ?? '')} ${named}`, document);
}

/** Pages that the DATES section names: of the documents whose dates it moves or ends. */
export function pagesOfDates({ document }: DocumentText): readonly string[] {
  return pagesIn(comparableText(document.datesText ?? ''), document);
}

function pagesIn(words: string, { citation }: RegulatoryDocument): readonly string[] {
  const printed = [...words.matchAll(PAGE)].map(([, volume, page]) => `${volume} FR ${page}`);
  return [...new Set(printed)].filter((page) => page !== citation);
}

/** What an act on earlier documents names of them: their numbers where the page holds them, else their own pages. */
export function earlierNames(text: DocumentText, numbers: readonly string[]): readonly string[] {
  return numbers.length > 0 ? numbers : earlierPages(text);
}

/**
 * Numbers of earlier documents of the same title that this one corrects or extends, as far as the page holds them: the
 * number the publisher gives, else documents of the named day whose title this title or abstract repeats.
 */
export function earlierDocumentNumbers(text: DocumentText, known: readonly RegulatoryDocument[]): readonly string[] {
  const { document } = text;
  if (document.corrects !== undefined) return [document.corrects];
  const on = earlierPublicationOn(text);
  const titles = [text.title, ...quotedPhrases(text)].map(foldName);
  const isNamed = (title: string) =>
    titles.some((own) => own === title || own.startsWith(title) || own.includes(title));
  return known
    .filter((other) => other.documentId !== document.documentId && other.documentNumber !== undefined)
    .filter((other) => (other.publishedOn ?? '9999') < (document.publishedOn ?? '9999'))
    .filter((other) => on === undefined || other.publishedOn === on)
    .filter((other) => foldName(other.title).length >= 20 && isNamed(foldName(other.title)))
    .flatMap((other) => other.documentNumber ?? []);
}
