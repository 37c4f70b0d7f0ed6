import { type RawBuilder, sql } from 'kysely';
import type { Session } from '../open-store.ts';

/** How many changes of an instrument were noticed on a day. */
export interface ChangesOfDay {
  readonly instrumentId: string;
  /** UTC calendar date. */
  readonly day: string;
  readonly count: number;
}

/** Changes by instrument and day of detection, from an instant on. What first captures held is not counted. */
export async function countChangesByDay(session: Session, detectedFrom: string): Promise<readonly ChangesOfDay[]> {
  const day: RawBuilder<string> = sql`substr(detected_at, 1, 10)`;
  const rows = await session
    .selectFrom('changes')
    .select((is) => ['instrumentId', day.as('day'), is.fn.countAll<number>().as('count')])
    .where('detectedAt', '>=', detectedFrom)
    .where('baseline', '=', 0)
    .groupBy(['instrumentId', day])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** The newest change of each instrument: when it was noticed, and which it is. What first captures held is left out. */
export async function lastChangeOfInstruments(
  session: Session,
): Promise<ReadonlyMap<string, { readonly changeId: string; readonly detectedAt: string }>> {
  const newest = session
    .selectFrom('changes')
    .select((is) => is.fn.max('position').as('position'))
    .where('baseline', '=', 0)
    .groupBy('instrumentId');
  const rows = await session
    .selectFrom('changes')
    .select(['instrumentId', 'changeId', 'detectedAt'])
    .where('position', 'in', newest)
    .execute();
  return new Map(rows.map(({ instrumentId, ...last }) => [instrumentId, last]));
}

/** Position of the newest change; 0 while there is none. It rises with every change stored. */
export async function newestChangePosition(session: Session): Promise<number> {
  const row = await session
    .selectFrom('changes')
    .select((is) => is.fn.max('position').as('position'))
    .executeTakeFirst();
  return Number(row?.position ?? 0);
}
