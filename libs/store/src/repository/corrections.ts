import type { Band, Change } from '#domain';
import type { Session } from '../open-store.ts';

/** What one subscription was told and no longer holds. One a subscription and correcting change, ever. */
export interface Correction {
  readonly correctionId: string;
  readonly subscriptionId: string;
  /** The change that puts it right. */
  readonly changeId: string;
  /** Highest band of the alerts that told the old state: the correction is told as loudly. */
  readonly toldBand: Band;
  /** What was said and what is, change by change that was told. */
  readonly statements: readonly CorrectedStatement[];
  readonly raisedAt: string;
}

export interface CorrectedStatement {
  /** The change that was told. */
  readonly toldChangeId: string;
  /** What it is about: `effective date`, `comment period`, … */
  readonly fact: string;
  readonly said: string;
  readonly is: string;
}

/** @returns false when this subscription was corrected by this change before. */
export async function saveCorrection(tx: Session, correction: Correction, tenantId: string): Promise<boolean> {
  const { statements, ...row } = correction;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('corrections')
    .values({ ...row, tenantId, body: JSON.stringify(statements) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Corrections of some subscriptions by some changes, in no order. */
export async function listCorrectionsAmong(
  session: Session,
  changeIds: readonly string[],
  subscriptionIds: readonly string[],
): Promise<readonly Correction[]> {
  if (changeIds.length === 0 || subscriptionIds.length === 0) return [];
  const rows = await session
    .selectFrom('corrections')
    .selectAll()
    .where('changeId', 'in', changeIds)
    .where('subscriptionId', 'in', subscriptionIds)
    .execute();
  return rows.map(toCorrection);
}

/** Corrections of a subscription by changes with positions in (from, to]. */
export async function listCorrections(
  session: Session,
  subscriptionId: string,
  window: { readonly from: number; readonly to: number },
): Promise<readonly Correction[]> {
  const rows = await session
    .selectFrom('corrections')
    .innerJoin('changes', 'changes.changeId', 'corrections.changeId')
    .selectAll('corrections')
    .where('corrections.subscriptionId', '=', subscriptionId)
    .where('changes.position', '>', window.from)
    .where('changes.position', '<=', window.to)
    .orderBy('changes.position')
    .execute();
  return rows.map(toCorrection);
}

/** Those of the given ids that are stored, in no order. */
export async function listCorrectionsById(
  session: Session,
  correctionIds: readonly string[],
): Promise<readonly Correction[]> {
  if (correctionIds.length === 0) return [];
  const rows = await session.selectFrom('corrections').selectAll().where('correctionId', 'in', correctionIds).execute();
  return rows.map(toCorrection);
}

/** Where told changes are looked for that may be about the same legal act. */
export type Relatives =
  /** The same subject in the same document: read again. */
  | { readonly kind: 'same_fact'; readonly subjectKey: string; readonly documentNumber: string }
  /** The subject, the documents, or a text that holds one of the identifiers (RIN, docket). */
  | {
      readonly kind: 'same_act';
      readonly subjectKey: string;
      readonly documentNumbers: readonly string[];
      readonly identifiers: readonly string[];
    };

/** Changes that were told to somebody and may be about the same legal act, oldest first. The caller looks closer. */
export async function listToldRelatives(
  session: Session,
  relatives: Relatives,
  exceptChangeId: string,
  limit: number,
): Promise<readonly Change[]> {
  const rows = await session
    .selectFrom('changes')
    .select('body')
    .where('baseline', '=', 0)
    .where('alerting', '=', 1)
    .where('changeId', '<>', exceptChangeId)
    .where((is) => {
      const subject = is('subjectKey', '=', relatives.subjectKey);
      if (relatives.kind === 'same_fact') return is.and([subject, is('documentNumber', '=', relatives.documentNumber)]);
      return is.or([
        subject,
        ...(relatives.documentNumbers.length === 0 ? [] : [is('documentNumber', 'in', relatives.documentNumbers)]),
        ...relatives.identifiers.map((identifier) => is('body', 'like', `%"${identifier}"%`)),
      ]);
    })
    .where((is) =>
      is.exists(is.selectFrom('alerts').select('alertId').whereRef('alerts.changeId', '=', 'changes.changeId')),
    )
    .orderBy('position', 'desc')
    .limit(limit)
    .execute();
  return rows.toReversed().map((row) => JSON.parse(row.body) as Change);
}

function toCorrection(row: {
  correctionId: string;
  subscriptionId: string;
  changeId: string;
  toldBand: string;
  body: string;
  raisedAt: string;
}): Correction {
  return {
    correctionId: row.correctionId,
    subscriptionId: row.subscriptionId,
    changeId: row.changeId,
    toldBand: row.toldBand as Band,
    statements: JSON.parse(row.body) as CorrectedStatement[],
    raisedAt: row.raisedAt,
  };
}
