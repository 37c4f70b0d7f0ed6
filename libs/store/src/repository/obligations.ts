import type { JsonObject, ObligationKind, ObligationState } from '#domain';
import type { ObligationTable } from '../development-tables.ts';
import type { Session } from '../open-store.ts';

/** What shows that an obligation was met: words of a capture, by its sha256. */
export interface Proof {
  readonly sourceId: string;
  readonly locator: string;
  readonly quote: string;
  readonly sha256: string;
  readonly retrievedAt: string;
}

/** Something announced that a source has yet to show. */
export interface Obligation {
  readonly obligationId: string;
  readonly developmentId: string;
  /** The change that announced it. */
  readonly changeId: string;
  readonly kind: ObligationKind;
  readonly instrumentId: string;
  /** The source that must show it. */
  readonly sourceId: string;
  /** What it must show: counts, a citation, a CFR part, an amending law. */
  readonly expected: JsonObject;
  /** Calendar date from which it is due; null where the announcement states none. */
  readonly dueOn: string | null;
  readonly openedAt: string;
  readonly state: ObligationState;
  readonly closedAt: string | null;
  /** How it ended, in a sentence; empty while open. */
  readonly because: string;
  /** The announcement first, then what shows it. */
  readonly proof: readonly Proof[];
}

/** @returns false when it was opened before: repeating writes nothing. */
export async function openObligation(tx: Session, obligation: Obligation): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('obligations')
    .values({
      ...obligation,
      expected: JSON.stringify(obligation.expected),
      proof: JSON.stringify(obligation.proof),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function endObligation(
  tx: Session,
  obligationId: string,
  ended: Pick<Obligation, 'state' | 'closedAt' | 'because' | 'proof'>,
): Promise<void> {
  await tx
    .updateTable('obligations')
    .set({ ...ended, proof: JSON.stringify(ended.proof) })
    .where('obligationId', '=', obligationId)
    .execute();
}

/** Open obligations, the oldest first; of some sources, or of some developments, where named. */
export async function listOpenObligations(
  session: Session,
  wanted: { readonly sourceIds?: readonly string[]; readonly developmentIds?: readonly string[] } = {},
): Promise<readonly Obligation[]> {
  if (wanted.developmentIds?.length === 0 || wanted.sourceIds?.length === 0) return [];
  let query = session.selectFrom('obligations').selectAll().where('state', '=', 'open');
  if (wanted.sourceIds) query = query.where('sourceId', 'in', wanted.sourceIds);
  if (wanted.developmentIds) query = query.where('developmentId', 'in', wanted.developmentIds);
  return (await query.orderBy('openedAt').orderBy('obligationId').execute()).map(toObligation);
}

export async function listObligations(session: Session, developmentId: string): Promise<readonly Obligation[]> {
  const rows = await session
    .selectFrom('obligations')
    .selectAll()
    .where('developmentId', '=', developmentId)
    .orderBy('openedAt')
    .orderBy('obligationId')
    .execute();
  return rows.map(toObligation);
}

function toObligation(row: ObligationTable): Obligation {
  return {
    ...row,
    kind: row.kind as ObligationKind,
    state: row.state as ObligationState,
    expected: JSON.parse(row.expected) as JsonObject,
    proof: JSON.parse(row.proof) as readonly Proof[],
  };
}
