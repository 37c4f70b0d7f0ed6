import { type Band, parseSearch } from '#domain';
import { type ChangeFilter, listChanges, type Session, type StoredChange } from '#store';

/** What a reader of the list asked for. */
export interface WantedChanges {
  readonly type?: string;
  readonly source?: string;
  readonly instrument?: string;
  readonly jurisdiction?: string;
  readonly direction?: string;
  /** Calendar dates (UTC) between which a change was noticed, both included. */
  readonly from?: string;
  readonly to?: string;
  /** Only what was alerted to subscriptions of this tenant, in one of these bands. */
  readonly toldTo?: { readonly tenantId: string; readonly bands: readonly Band[] };
  /** A query of the search, narrowed to changes: words that must all stand in title, subject, facts or quotes. */
  readonly text?: string;
  /** True: also what the first capture of a source held. */
  readonly history?: boolean;
  /** True: only what somebody may be told. */
  readonly alerting?: boolean;
  /** Only changes detected before this place. */
  readonly before?: number;
}

export interface FoundChanges {
  readonly changes: readonly StoredChange[];
  /** Where the next page begins; absent at the end. */
  readonly nextBefore?: number;
}

/** Newest first. */
export async function findChanges(session: Session, wanted: WantedChanges, limit: number): Promise<FoundChanges> {
  const found = await listChanges(session, storeFilter(wanted, wanted.before), limit + 1, 'newestFirst');
  const changes = found.slice(0, limit);
  const last = changes.at(-1);
  return { changes, ...(found.length > limit && last ? { nextBefore: last.position } : {}) };
}

/** The next so many that were detected after a place, oldest first. */
export async function findNewerChanges(
  session: Session,
  wanted: WantedChanges,
  after: number,
  limit: number,
): Promise<readonly StoredChange[]> {
  return listChanges(session, { ...storeFilter(wanted, undefined), afterPosition: after }, limit);
}

function storeFilter(wanted: WantedChanges, before: number | undefined): ChangeFilter {
  return {
    ...(before === undefined ? {} : { beforePosition: before }),
    ...(wanted.type ? { type: wanted.type } : {}),
    ...(wanted.source ? { sourceId: wanted.source } : {}),
    ...(wanted.instrument ? { instrumentId: wanted.instrument } : {}),
    ...(wanted.jurisdiction ? { jurisdiction: wanted.jurisdiction } : {}),
    ...(wanted.direction ? { direction: wanted.direction } : {}),
    ...(wanted.from ? { detectedFrom: wanted.from } : {}),
    // Every instant of the last day is less than the day followed by a letter.
    ...(wanted.to ? { detectedBefore: `${wanted.to}U` } : {}),
    ...(wanted.text ? { holding: parseSearch(wanted.text) } : {}),
    ...(wanted.toldTo ? { toldTo: wanted.toldTo } : {}),
    ...(wanted.alerting === undefined ? {} : { alerting: wanted.alerting }),
    ...(wanted.history ? {} : { baseline: false }),
  };
}
