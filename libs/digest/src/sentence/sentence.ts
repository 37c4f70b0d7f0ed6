import type { Change, ChangeType } from '#domain';
import { AUTHORISATION_SENTENCES } from './authorisation-sentences.ts';
import { DOCUMENT_SENTENCES } from './document-sentences.ts';
import { ENTITY_SENTENCES } from './entity-sentences.ts';
import { ITEM_SENTENCES } from './item-sentences.ts';
import { RULE_SENTENCES } from './rule-sentences.ts';
import type { Sentence } from './wording.ts';

/** A change type without a sentence does not compile. */
const SENTENCES: Readonly<Record<ChangeType, Sentence>> = {
  ...ENTITY_SENTENCES,
  ...ITEM_SENTENCES,
  ...RULE_SENTENCES,
  ...AUTHORISATION_SENTENCES,
  ...DOCUMENT_SENTENCES,
};

/**
 * What changed, in one English sentence, from what to what where both are known. Only facts of the change: names and titles
 * as printed, nothing concluded.
 */
export function sentenceOf(change: Change): string {
  const sentence = SENTENCES[change.type](change).replace(/\.”(?=[.,])/g, '”');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}
