import type { ChangeDraft, Provision, TextReading } from '#domain';
import { changedPassages } from '../changed-passage.ts';
import { withoutCitations } from '../citation-free.ts';
import type { UnitPair } from '../matching.ts';
import type { Unit } from '../unit.ts';
import { commonTerms, relocation, rewording } from '../unit-changes.ts';
import { compareCountries, type NamingText } from './country-changes.ts';
import { movedDesignations } from './designations.ts';
import { limitChange } from './limit-changes.ts';
import { movedLimits } from './moved-limits.ts';
import type { Surroundings } from './surroundings.ts';

/** What a pair of units is judged by, beside its own words. */
export interface PairContext {
  readonly after: TextReading;
  readonly around: { readonly before: Surroundings; readonly after: Surroundings };
  /** Units that changed their number, label before and after: citations of them had to follow. */
  readonly renumbered: readonly (readonly [from: string, to: string])[];
}

/** A note is no unit of its own: what it says is said of the item or paragraph it stands under. */
export function ofParent(draft: ChangeDraft, { aspect, parent, kind }: Provision): ChangeDraft {
  if (aspect !== 'note' || parent === undefined) return draft;
  return { ...draft, subject: { kind: kind === 'item' ? 'item' : 'rule', key: parent, label: parent } };
}

/** A unit with what stands around it, as the search for countries wants it. */
export function namingText({ provision, substance }: Unit, around: Surroundings): NamingText {
  const caption = around.byLabel.get(around.rootOf(provision))?.caption ?? '';
  return { provision, substance, outer: around.outerTexts(provision), caption };
}

/** What became of a unit that both readings have; nothing when it stayed as it was. */
export function changesOfCfrPair(unitPair: UnitPair, context: PairContext): readonly ChangeDraft[] {
  const { before: old, after: now } = unitPair;
  const isMoved = old.provision.label !== now.provision.label;
  if (old.substance === now.substance) return isMoved ? [relocation(unitPair, context.after, [])] : [];
  const cited = (unit: Unit) => withoutCitations(unit.substance, 'en', false);
  if (cited(old) === cited(now) && (isMoved || isFollowing(unitPair, context)))
    return followed(unitPair, context, isMoved);
  const edits = editsOf(unitPair, context).map((draft) => ofParent(draft, now.provision));
  return isMoved ? [...relocated(unitPair, context, edits)] : edits;
}

/** How a text may cite a unit: `744.21(b)`, or `(b)` within the same section. */
function citationsOf(label: string, root: string): readonly string[] {
  const bare = label.replace(/^§\s*/, '');
  return label.startsWith(root) && label !== root ? [bare, label.slice(root.length)] : [bare];
}

/** A citation that changed leads where a renumbered unit now stands; any other one points to another rule. */
function isFollowing({ before: old, after: now }: UnitPair, { renumbered }: PairContext): boolean {
  const names = (unit: Unit, label: string) =>
    citationsOf(label, unit.root).some((citation) => unit.substance.includes(citation));
  return renumbered.some(([from, to]) => names(old, from) && names(now, to));
}

/** Citations that only follow a renumbering are recorded, told to nobody. */
function followed(unitPair: UnitPair, { after }: PairContext, isMoved: boolean): readonly ChangeDraft[] {
  const note = 'only citations differ';
  if (isMoved) return [relocation(unitPair, after, [note])];
  return [{ ...ofParent(rewording(unitPair, after), unitPair.after.provision), alerting: false, notes: [note] }];
}

function isInAnotherSection({ before, after }: UnitPair): boolean {
  return before.root !== after.root;
}

/**
 * Moved and reworded. Within a section the number says little: the rewording is told under the new one, and the move recorded. A rule
 * that moved to another section is told as moved, with what changed on the way: 87 FR 6022 dropped a word in a "reorganization".
 */
function relocated(unitPair: UnitPair, { after }: PairContext, edits: readonly ChangeDraft[]): readonly ChangeDraft[] {
  const { before: old, after: now } = unitPair;
  const move = relocation(unitPair, after, []);
  if (now.provision.kind === 'item' || !isInAnotherSection(unitPair)) return [...edits, move];
  const passages = changedPassages(old.provision.text, now.provision.text, 'en');
  const withDelta = {
    ...move,
    after: { ...move.after, textDelta: { removed: passages.before, added: passages.after } },
  };
  const isWording = edits.length === 1 && edits[0]?.type === 'rule.text_changed';
  return isWording ? [{ ...withDelta, direction: 'unknown', alerting: true }] : [...edits, withDelta];
}

function editsOf(unitPair: UnitPair, context: PairContext): readonly ChangeDraft[] {
  const { before: old, after: now } = unitPair;
  const { after, around } = context;
  const wording = rewording(unitPair, after);
  const moved = movedLimits(
    old.substance,
    now.substance,
    around.after.outerTexts(now.provision),
    now.provision.kind === 'item',
  );
  if (moved?.length === 0) return [{ ...wording, alerting: false, notes: ['the same limits in other units'] }];
  if (moved) return [limitChange(wording, moved, now.substance)];
  return now.provision.kind === 'rule' ? ruleEdits(unitPair, context, wording) : [wording];
}

/** A rule that names other countries, other items or other country groups, or the same ones in another order. */
function ruleEdits(
  { before: old, after: now }: UnitPair,
  { after, around }: PairContext,
  wording: ChangeDraft,
): readonly ChangeDraft[] {
  const terms = commonTerms(now.provision, after);
  const { drafts, isAll } = compareCountries(namingText(old, around.before), namingText(now, around.after), terms);
  if (drafts.length > 0) return isAll ? drafts : [wording, ...drafts];
  const named = movedDesignations(old.substance, now.substance);
  if (isAll || (named && named.came.length + named.went.length === 0)) {
    return [{ ...wording, alerting: false, notes: ['the same names in another order'] }];
  }
  if (!named) return [wording];
  const { came, went } = named;
  return [{ ...wording, type: 'rule.scope_changed', after: { ...wording.after, named: came, noLongerNamed: went } }];
}
