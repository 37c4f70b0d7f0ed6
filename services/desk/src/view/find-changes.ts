import type { Band, Change } from '#domain';
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
  /** Words that must all stand in the title, subject or quotes. */
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
  /** True when the search stopped early and may go on from `nextBefore`. */
  readonly unfinished: boolean;
}

const CHUNK = 200;
/** A search for rare words reads this many changes at most before it hands the rest to the next page. */
const BUDGET = 4_000;

/** Newest first. Filters the store knows are asked of it; the others look at the changes themselves. */
export async function findChanges(session: Session, wanted: WantedChanges, limit: number): Promise<FoundChanges> {
  const accepts = acceptor(wanted);
  const found: StoredChange[] = [];
  let before = wanted.before;
  for (let read = 0; read < BUDGET; read += CHUNK) {
    const chunk = await listChanges(session, storeFilter(wanted, before), CHUNK, 'newestFirst');
    for (const stored of chunk) {
      if (!accepts(stored.change)) continue;
      if (found.length === limit) return { changes: found, nextBefore: found.at(-1)?.position ?? 0, unfinished: false };
      found.push(stored);
    }
    const last = chunk.at(-1);
    if (!last || chunk.length < CHUNK) return { changes: found, unfinished: false };
    before = last.position;
  }
  return { changes: found, ...(before === undefined ? {} : { nextBefore: before }), unfinished: true };
}

/** The next so many that were detected after a place, oldest first. */
export async function findNewerChanges(
  session: Session,
  wanted: WantedChanges,
  after: number,
  limit: number,
): Promise<readonly StoredChange[]> {
  const accepts = acceptor(wanted);
  const found: StoredChange[] = [];
  for (let afterPosition = after; found.length < limit; ) {
    const chunk = await listChanges(session, { ...storeFilter(wanted, undefined), afterPosition }, CHUNK);
    found.push(...chunk.filter(({ change }) => accepts(change)));
    const last = chunk.at(-1);
    if (!last || chunk.length < CHUNK) break;
    afterPosition = last.position;
  }
  return found.slice(0, limit);
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
    ...(wanted.toldTo ? { toldTo: wanted.toldTo } : {}),
    ...(wanted.alerting === undefined ? {} : { alerting: wanted.alerting }),
    ...(wanted.history ? {} : { baseline: false }),
  };
}

function acceptor(wanted: WantedChanges): (change: Change) => boolean {
  const terms = folded(wanted.text ?? '')
    .split(' ')
    .filter((term) => term !== '');
  return (change) => {
    if (terms.length === 0) return true;
    const text = folded(searchable(change));
    return terms.every((term) => text.includes(term));
  };
}

function searchable(change: Change): string {
  const facts = [change.before, change.after].flatMap((side) => Object.values(side ?? {}));
  const quotes = change.evidence.map((evidence) => evidence.quote);
  return [change.subject.label, change.documentNumber ?? '', ...quotes, JSON.stringify(facts)].join(' ');
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
}
