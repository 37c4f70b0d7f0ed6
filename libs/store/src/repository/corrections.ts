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
export async function saveCorrection(tx: Session, correction: Correction): Promise<boolean> {
  const { statements, ...row } = correction;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('corrections')
    .values({ ...row, body: JSON.stringify(statements) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function findCorrection(
  session: Session,
  changeId: string,
  subscriptionId: string,
): Promise<Correction | undefined> {
  const row = await session
    .selectFrom('corrections')
    .selectAll()
    .where('changeId', '=', changeId)
    .where('subscriptionId', '=', subscriptionId)
    .executeTakeFirst();
  return row && toCorrection(row);
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

/** Subscriptions that were alerted to a change, with the band they were told. */
export async function listToldBands(
  session: Session,
  changeIds: readonly string[],
): Promise<readonly { readonly changeId: string; readonly subscriptionId: string; readonly band: Band }[]> {
  if (changeIds.length === 0) return [];
  return session
    .selectFrom('alerts')
    .select(['changeId', 'subscriptionId', 'band'])
    .where('changeId', 'in', changeIds)
    .orderBy('subscriptionId')
    .orderBy('changeId')
    .$castTo<{ changeId: string; subscriptionId: string; band: Band }>()
    .execute();
}

/**
 * Changes that were told to somebody and may be about the same legal act, oldest first: those of the subject, those of the
 * documents, and those whose text holds one of the identifiers (RIN, docket). The caller looks closer.
 */
export async function listToldRelatives(
  session: Session,
  wanted: {
    readonly subjectKey: string;
    readonly documentNumbers: readonly string[];
    readonly identifiers: readonly string[];
    readonly exceptChangeId: string;
  },
  limit: number,
): Promise<readonly Change[]> {
  const rows = await session
    .selectFrom('changes')
    .select('body')
    .where('baseline', '=', 0)
    .where('alerting', '=', 1)
    .where('changeId', '<>', wanted.exceptChangeId)
    .where((is) =>
      is.or([
        is('subjectKey', '=', wanted.subjectKey),
        ...(wanted.documentNumbers.length === 0 ? [] : [is('documentNumber', 'in', wanted.documentNumbers)]),
        ...wanted.identifiers.map((identifier) => is('body', 'like', `%"${identifier}"%`)),
      ]),
    )
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
