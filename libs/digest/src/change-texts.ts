import { type Change, textsAt } from '#domain';
import type { Redline } from './digest.ts';
import { redlineOf } from './redline/redline.ts';

/** Facts that hold running text, in the order in which the first found is shown. */
const TEXT_FIELDS = [
  'text',
  'wording',
  'licenseRequirement',
  'licenseReviewPolicy',
  'reviewPolicy',
  'heading',
  'address',
  'value',
  'name',
];

const MAX_REDLINE_CHARS = 40_000;

interface Sides {
  readonly before: string;
  readonly after: string;
}

function sidesAt({ before, after }: Change, key: string): Sides | undefined {
  const sides = { before: textsAt(before, key)[0] ?? '', after: textsAt(after, key)[0] ?? '' };
  return sides.before === sides.after ? undefined : sides;
}

/** The before and after text that a change is about, `undefined` when it holds none that differ. */
export function textsOfSides(change: Change): Sides | undefined {
  const old = textsAt(change.after, 'old')[0];
  const now = textsAt(change.after, 'new')[0];
  if (old !== undefined && now !== undefined) return { before: old, after: now };
  return TEXT_FIELDS.map((key) => sidesAt(change, key)).find((sides) => sides !== undefined);
}

/** The redline of a change that has text on both sides; for what wholly came or went the sentence says enough. */
export function redlineOfChange(change: Change): Redline | undefined {
  const sides = textsOfSides(change);
  if (sides === undefined || sides.before === '' || sides.after === '') return undefined;
  const { locator = change.subject.label, lang = 'en' } = change.evidence[0] ?? {};
  const parts = redlineOf(sides.before.slice(0, MAX_REDLINE_CHARS), sides.after.slice(0, MAX_REDLINE_CHARS), lang);
  return { locator, lang, parts };
}
