import { type Change, textsAt } from '#domain';
import { actNamesOf } from './deadline-history.ts';
import { type DeadlineKind, deadlinesOf } from './deadlines.ts';
import { sentenceOf } from './sentence/sentence.ts';
import { clipped, valuesOf } from './sentence/wording.ts';

/** What was told and no longer holds, beside what does. */
export interface CorrectedFact {
  /** What it is about, in words: `effective date`. */
  readonly fact: string;
  readonly said: string;
  readonly is: string;
}

const FACTS: Readonly<Record<DeadlineKind, string>> = {
  comment: 'end of the comment period',
  effective: 'effective date',
  compliance: 'compliance date',
  savings: 'end of the savings clause',
  expiry: 'end of the authorisation',
};

/**
 * What `later` puts right of what `told` had said; empty when it says something new instead. Four ways lead to a correction:
 * a date that was told has moved or is open again; a correction names the told document; the document is withdrawn; the
 * same act is read again with another date or fact. A later act that changes the law is none of them. Pure.
 */
export function correctedFacts(told: Change, later: Change): readonly CorrectedFact[] {
  if (told.changeId === later.changeId || actNamesOf(told).isDisjointFrom(actNamesOf(later))) return [];
  if (later.type === 'document.withdrawn') return isWithdrawn(told, later) ? [whole(told, later)] : [];
  const moved = movedDates(told, later);
  if (moved.length > 0) return moved;
  if (MOVES.has(later.type) && names(later.lineage.supersedes, told)) return differingDates(told, later);
  if (corrects(later, told)) return correctedValues(told, later);
  return isRestated(told, later) ? restatedFacts(told, later) : [];
}

function movedDates(told: Change, later: Change): readonly CorrectedFact[] {
  const before = deadlinesOf(told);
  const dates = deadlinesOf(later).flatMap(({ kind, on, movedFrom }) =>
    movedFrom !== undefined && before.some((one) => one.kind === kind && one.on === movedFrom)
      ? [{ fact: FACTS[kind], said: movedFrom, is: on }]
      : [],
  );
  if (dates.length > 0 || later.type !== 'date.effective_tbd') return dates;
  return before
    .filter(({ kind }) => kind === 'effective')
    .map(({ kind, on }) => ({ fact: FACTS[kind], said: on, is: 'open: the date will be announced' }));
}

/** Documents that move a date of an earlier one, also where they do not print the old date. */
const MOVES: ReadonlySet<Change['type']> = new Set([
  'date.effective_changed',
  'date.compliance_changed',
  'comment.extended',
]);

/** Whether a later document names the told one, by its number or its page. */
function names(named: readonly string[] = [], told: Change): boolean {
  return [told.documentNumber, ...(told.lineage.citation ?? [])].some(
    (name) => name !== undefined && named.includes(name),
  );
}

function corrects(later: Change, told: Change): boolean {
  return later.type !== 'correction.editorial' && names(later.lineage.corrects, told);
}

function correctedValues(told: Change, later: Change): readonly CorrectedFact[] {
  const dates = differingDates(told, later);
  if (dates.length > 0) return dates;
  const { from, to } = valuesOf(later, 'value', 'text', 'wording');
  if (from !== undefined && to !== undefined && from !== to) return [{ fact: 'wording', said: from, is: to }];
  return [whole(told, later)];
}

function whole(told: Change, later: Change): CorrectedFact {
  return { fact: 'the document', said: sentenceOf(told), is: sentenceOf(later) };
}

function isWithdrawn(told: Change, later: Change): boolean {
  const withdrawn = [later.documentNumber, ...(later.lineage.corrects ?? []), ...(later.lineage.supersedes ?? [])];
  if (
    names(
      withdrawn.filter((name) => name !== undefined),
      told,
    )
  )
    return true;
  return told.subject.kind === 'document' && told.subject.key === later.subject.key;
}

/** The same fact of the same document, told twice: a second reading, not a second act. */
function isRestated(told: Change, later: Change): boolean {
  return (
    told.type === later.type &&
    told.subject.key === later.subject.key &&
    told.instrumentId === later.instrumentId &&
    told.documentNumber !== undefined &&
    told.documentNumber === later.documentNumber
  );
}

function restatedFacts(told: Change, later: Change): readonly CorrectedFact[] {
  const keys = new Set([...Object.keys(told.after ?? {}), ...Object.keys(later.after ?? {})]);
  const facts = [...keys].flatMap((key) => {
    const said = textsAt(told.after, key).join(', ');
    const is = textsAt(later.after, key).join(', ');
    return said === is || said === '' || is === '' ? [] : [{ fact: key, said: clipped(said), is: clipped(is) }];
  });
  return [...differingDates(told, later), ...facts];
}

function differingDates(told: Change, later: Change): readonly CorrectedFact[] {
  const now = deadlinesOf(later);
  return deadlinesOf(told).flatMap(({ kind, on }) => {
    const same = now.filter((one) => one.kind === kind);
    const [other] = same;
    const stands = other === undefined || same.some((one) => one.on === on);
    return stands ? [] : [{ fact: FACTS[kind], said: on, is: other.on }];
  });
}
