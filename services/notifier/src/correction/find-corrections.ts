import { correctedFacts, deadlinesOf } from '#digest';
import { BANDS, type Band, type Change, digestOf, type Impact } from '#domain';
import {
  type Alert,
  type CorrectedStatement,
  type Correction,
  listAlertsOfChange,
  listToldRelatives,
  type Relatives,
  type Session,
} from '#store';

/** Somebody who was told what a change puts right. */
export interface FoundCorrection {
  readonly correction: Correction;
  /** How the loudest of the old alerts was judged: the correction is told with it to whom the change itself would not matter. */
  readonly toldImpact: Impact;
}

/** Told changes that one change may put right, newest: a rulemaking has tens of documents, a fact is read again at once. */
const MOST_RELATIVES: Readonly<Record<Relatives['kind'], number>> = { same_act: 200, same_fact: 3 };

/**
 * Who was told something that `later` puts right, by subscription: one correction each, however many alerts told it. Reads
 * only. Empty for nearly every change.
 */
export async function findCorrections(
  session: Session,
  later: Change,
  now: Date,
): Promise<ReadonlyMap<string, FoundCorrection>> {
  const found = new Map<string, FoundCorrection>();
  const wanted = relativesOf(later);
  if (wanted === undefined) return found;
  for (const told of await listToldRelatives(session, wanted, later.changeId, MOST_RELATIVES[wanted.kind])) {
    const facts = correctedFacts(told, later);
    if (facts.length === 0) continue;
    const statements = facts.map((fact) => ({ toldChangeId: told.changeId, ...fact }));
    for (const alert of await listAlertsOfChange(session, told.changeId)) {
      found.set(alert.subscriptionId, joined(found.get(alert.subscriptionId), alert, later, statements, now));
    }
  }
  return found;
}

/** A correction names documents; a date moves under the number of its rulemaking; what is read again has its old subject. */
function relativesOf(later: Change): Relatives | undefined {
  const { lineage, documentNumber, subject } = later;
  const named = [...(lineage.corrects ?? []), ...(lineage.supersedes ?? [])];
  const own = documentNumber === undefined ? [] : [documentNumber];
  if (named.length > 0 || takesBackDates(later)) {
    const identifiers = [...named, ...(lineage.rin ?? []), ...(lineage.docket ?? []), ...amendingLaw(later)];
    return { kind: 'same_act', subjectKey: subject.key, documentNumbers: [...named, ...own], identifiers };
  }
  return documentNumber === undefined ? undefined : { kind: 'same_fact', subjectKey: subject.key, documentNumber };
}

/** A Japanese law not yet in force is joined by the number of the law that makes it. */
function amendingLaw({ jurisdiction, lineage }: Change): readonly string[] {
  return jurisdiction === 'JP' ? (lineage.citation ?? []) : [];
}

function takesBackDates(change: Change): boolean {
  if (change.type === 'document.withdrawn' || change.type === 'date.effective_tbd') return true;
  return deadlinesOf(change).some(({ movedFrom }) => movedFrom !== undefined);
}

function joined(
  known: FoundCorrection | undefined,
  { subscriptionId, impact }: Alert,
  later: Change,
  statements: readonly CorrectedStatement[],
  now: Date,
): FoundCorrection {
  const toldImpact = known === undefined || impact.score > known.toldImpact.score ? impact : known.toldImpact;
  return {
    toldImpact,
    correction: {
      correctionId: digestOf('correction', later.changeId, subscriptionId),
      subscriptionId,
      changeId: later.changeId,
      toldBand: louder(known?.correction.toldBand, impact.band),
      statements: [...(known?.correction.statements ?? []), ...statements],
      raisedAt: now.toISOString(),
    },
  };
}

/** The higher of two bands. */
export function louder(one: Band | undefined, other: Band): Band {
  return one !== undefined && BANDS.indexOf(one) > BANDS.indexOf(other) ? one : other;
}
