import type { ChangeDraft, Direction, Provision, TextReading } from '#domain';
import { changedPassages } from './changed-passage.ts';
import { withoutCitations } from './citation-free.ts';
import { factsOf, partFacts, quoteOf, revisionFacts, revisionTerms } from './draft.ts';
import type { UnitPair } from './matching.ts';
import { numberTerms, onlyNumeralsDiffer } from './number-terms.ts';
import type { Unit } from './unit.ts';

/** A whole unit is carried in the facts up to here; of a longer one only the lines that changed. */
const MAX_WHOLE_CHARS = 3_000;

/** The unit as the subject of a change. */
export function subjectOf({ kind, label }: Provision): ChangeDraft['subject'] {
  return { kind: kind === 'item' ? 'item' : 'rule', key: label, label };
}

/** What every change of a unit carries: stage, dates and lineage of the revision, instrument, doubt. */
export function commonTerms(
  provision: Provision,
  reading: TextReading,
): Pick<ChangeDraft, 'instrumentId' | 'needsReview' | 'notes'> {
  return {
    ...revisionTerms(reading.revision),
    ...(provision.instrumentId && { instrumentId: provision.instrumentId }),
    ...(provision.doubt && { needsReview: true, notes: [provision.doubt] }),
  };
}

function effectOf({ kind, additionEffect }: Provision, came: boolean): Direction {
  const effect = additionEffect ?? (kind === 'item' ? 'tighten' : undefined);
  if (effect === undefined) return 'unknown';
  if (came) return effect;
  return effect === 'tighten' ? 'loosen' : 'tighten';
}

/** A unit that came, with the units in it: `item.added` or `rule.added`. */
export function addition({ provision }: Unit, after: TextReading, parts: readonly Provision[]): ChangeDraft {
  return {
    ...commonTerms(provision, after),
    type: provision.kind === 'item' ? 'item.added' : 'rule.added',
    subject: subjectOf(provision),
    direction: effectOf(provision, true),
    quotes: [quoteOf('after', provision)],
    after: { ...factsOf(provision), ...partFacts(parts), ...revisionFacts(after.revision) },
  };
}

/** A unit that went with the units in it, or whose words became 削除: `item.removed` or `rule.removed`. */
export function removal({ provision }: Unit, after: TextReading, parts: readonly Provision[]): ChangeDraft {
  return {
    ...commonTerms(provision, after),
    type: provision.kind === 'item' ? 'item.removed' : 'rule.removed',
    subject: subjectOf(provision),
    direction: effectOf(provision, false),
    quotes: [quoteOf('before', provision)],
    before: { ...factsOf(provision), ...partFacts(parts) },
    after: revisionFacts(after.revision),
  };
}

/** What became of a unit that both readings have, among siblings that were renumbered or not; nothing when it stayed as it was. */
export function changeOfPair(unitPair: UnitPair, after: TextReading, siblingsMoved: boolean): ChangeDraft | undefined {
  const { before: old, after: now } = unitPair;
  const moved = old.provision.label !== now.provision.label;
  if (old.substance === now.substance) return moved ? relocation(unitPair, after, []) : undefined;
  const cited = (unit: Unit) => withoutCitations(unit.substance, after.lang, siblingsMoved);
  const pointsElsewhere = cited(old) === cited(now);
  if (!pointsElsewhere && !onlyNumeralsDiffer(old, now, after.lang)) return edit(unitPair, after);
  const note = pointsElsewhere ? 'only citations differ' : 'only the spelling of a number differs';
  return moved ? relocation(unitPair, after, [note]) : { ...edit(unitPair, after), alerting: false, notes: [note] };
}

/** The same unit under another label: recorded, told to nobody. */
export function relocation(
  { before, after: now }: UnitPair,
  after: TextReading,
  notes: readonly string[],
): ChangeDraft {
  return {
    ...commonTerms(now.provision, after),
    type: now.provision.kind === 'item' ? 'item.redesignated' : 'rule.relocated',
    subject: subjectOf(now.provision),
    direction: 'neutral',
    alerting: false,
    quotes: [quoteOf('before', before.provision), quoteOf('after', now.provision)],
    before: factsOf(before.provision),
    after: { ...factsOf(now.provision), ...revisionFacts(after.revision) },
    ...(notes.length > 0 && { notes }),
  };
}

/** New words: under the new label where that moved too. */
export function rewording(unitPair: UnitPair, after: TextReading): ChangeDraft {
  const { before: old, after: now } = unitPair;
  const passages = changedPassages(old.provision.text, now.provision.text, after.lang);
  const factText = (whole: string, passage: string) => (whole.length <= MAX_WHOLE_CHARS ? whole : passage);
  return {
    ...commonTerms(now.provision, after),
    type: now.provision.kind === 'item' ? 'item.text_changed' : 'rule.text_changed',
    subject: subjectOf(now.provision),
    direction: 'unknown',
    quotes: [
      ...(passages.before ? [quoteOf('before', old.provision, passages.before)] : []),
      ...(passages.after ? [quoteOf('after', now.provision, passages.after)] : []),
    ],
    before: factsOf(old.provision, factText(old.provision.text, passages.before)),
    after: {
      ...factsOf(now.provision, factText(now.provision.text, passages.after)),
      ...revisionFacts(after.revision),
    },
  };
}

/** New words; a number alone is told as a number. */
function edit(unitPair: UnitPair, after: TextReading): ChangeDraft {
  const wording = rewording(unitPair, after);
  return { ...wording, ...numberTerms(unitPair.before, unitPair.after, after.lang, wording) };
}
