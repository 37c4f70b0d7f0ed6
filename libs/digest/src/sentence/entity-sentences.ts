import type { Change, ChangeType } from '#domain';
import { textsAt } from '#domain';
import { clipped, fromTo, listOf, place, type Sentence, subject, withFact } from './wording.ts';

function named(change: Change, ...keys: readonly string[]): string {
  const texts = [...textsAt(change.after, ...keys), ...textsAt(change.before, ...keys)];
  return texts[0] === undefined ? '' : ` “${clipped(texts[0])}”`;
}

function moved(change: Change): string {
  return `${subject(change)} now stands${withFact(change, ' under ', 'parent', 'to') || ' elsewhere'} in ${listOf(change)}.`;
}

/** Sentences about parties and the terms on which they are listed. */
export const ENTITY_SENTENCES: Readonly<Record<Extract<ChangeType, `entity.${string}`>, Sentence>> = {
  'entity.added': (c) => `${subject(c)}${place(c)} was added to ${listOf(c)}.`,
  'entity.removed': (c) => `${subject(c)}${place(c)} was removed from ${listOf(c)}.`,
  'entity.modified': (c) => `The entry of ${subject(c)} in ${listOf(c)} was revised.`,
  'entity.alias_added': (c) =>
    `The entry of ${subject(c)} in ${listOf(c)} gained the alias${named(c, 'alias', 'added')}.`,
  'entity.alias_removed': (c) =>
    `The entry of ${subject(c)} in ${listOf(c)} lost the alias${named(c, 'alias', 'removed')}.`,
  'entity.address_added': (c) =>
    `The entry of ${subject(c)} in ${listOf(c)} gained the address${named(c, 'address', 'added')}.`,
  'entity.address_removed': (c) =>
    `The entry of ${subject(c)} in ${listOf(c)} lost the address${named(c, 'address', 'removed')}.`,
  'entity.address_changed': (c) => `The address of ${subject(c)} in ${listOf(c)} changed${fromTo(c, 'address')}.`,
  'entity.name_changed': (c) => `The name of ${subject(c)} in ${listOf(c)} changed${fromTo(c, 'name')}.`,
  'entity.moved_or_merged': moved,
  'entity.license_requirement_changed': (c) =>
    `The license requirement of ${subject(c)} changed${fromTo(c, 'licenseRequirement')}.`,
  'entity.review_policy_changed': (c) =>
    `The license review policy for ${subject(c)} changed${fromTo(c, 'licenseReviewPolicy', 'reviewPolicy')}.`,
  'entity.footnote_changed': (c) =>
    `The footnote designation of ${subject(c)} changed${fromTo(c, 'footnote', 'footnotes')}.`,
  'entity.citation_changed': (c) =>
    `Only the citation of ${subject(c)} in ${listOf(c)} changed${fromTo(c, 'frCitation', 'citation')}.`,
  'entity.detail_changed': (c) =>
    `${withFact(c, 'The column ', 'field') || 'A detail'} of ${subject(c)} in ${listOf(c)} changed${fromTo(c, 'value')}.`,
};
