import type { RegulatoryDocument } from '#domain';
import { isJsonObject } from '../json-object.ts';

/** One part of a watched page or file, as its reader cut it. */
export interface Passage {
  readonly hash: string;
  readonly text: string;
  readonly locator: string;
  /** Names a part that comes and goes as a whole: a question, a link, an address of an index. */
  readonly label?: string;
}

/** Passages of a document, in its order; none for a document whose words are not watched. */
export function passagesOf({ details }: RegulatoryDocument): readonly Passage[] {
  const { passages } = details;
  if (!Array.isArray(passages)) return [];
  return passages.flatMap((passage): readonly Passage[] => {
    if (!isJsonObject(passage)) return [];
    const { hash, text, locator, label } = passage;
    if (typeof hash !== 'string' || typeof text !== 'string' || typeof locator !== 'string') return [];
    return [{ hash, text, locator, ...(typeof label === 'string' ? { label } : {}) }];
  });
}

/**
 * Passages of which the other copy has neither the words nor, where labelled, the label. One that only moved, was renumbered or is
 * put otherwise under its label is not missing.
 */
export function passagesMissingIn(passages: readonly Passage[], other: readonly Passage[]): readonly Passage[] {
  const hashes = new Set(other.map(({ hash }) => hash));
  const labels = new Set(other.flatMap(({ label }) => label ?? []));
  return passages.filter(({ label, hash }) => !hashes.has(hash) && (label === undefined || !labels.has(label)));
}
