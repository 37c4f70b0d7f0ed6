import { type ChangeFacts, type PreparedProfile, ProfileIndex, prepareProfile } from '#domain';
import type { EventLog } from '#log';
import type { RevisionPlace, Sealer, Session, Store } from '#store';
import { FIRST_REVISION, listActiveSealed, listAlteredSealed, openProfile } from '#store';

/** An active subscription that a change matters to, with its profile to word the reasons from. */
export interface Listener {
  readonly subscriptionId: string;
  readonly tenantId: string;
  /** It hears only what stands after this position of the log; the rest is history. */
  readonly hearsAfterPosition: number;
  readonly prepared: PreparedProfile;
}

export interface ProfileBook {
  /** Subscriptions to which the change of the record at `position` matters when it is told at `now`. */
  matching(facts: ChangeFacts, now: Date, position: number): Promise<readonly string[]>;
  /** Those of these subscriptions that are active still, with what they declare now, by id. */
  open(subscriptionIds: readonly string[]): Promise<ReadonlyMap<string, Listener>>;
}

interface BookPorts {
  readonly store: Store;
  readonly log: Pick<EventLog, 'headPosition'>;
  readonly sealer: Sealer;
}

/** Rows read at once: bounds the memory of a reading and leaves room for other work between two. */
const PAGE = 500;
/** From so many replaced profiles on, when they are as many as the living ones, the index is made anew. */
const WORTH_REMAKING = 10_000;

/**
 * Active profiles in an index, kept in memory and brought up to date by what was altered since. It is read again only for a
 * record beyond the head of the log at the last reading: a subscription made since then starts at or after that head, so no
 * record before it is for its ears. A burst of changes therefore costs one reading. Profiles themselves stay sealed in the
 * store; those that a change matters to are opened for it. A restart reads them all once.
 */
export function createProfileBook(ports: BookPorts): ProfileBook {
  let readAtHead = -1;
  let place: RevisionPlace = FIRST_REVISION;
  let index = new ProfileIndex();

  const readAgain = async (session: Session): Promise<void> => {
    // The head first: a subscription stored between the two reads is then in the book early, never late.
    const head = await ports.log.headPosition(session);
    if (index.leftBehind > Math.max(WORTH_REMAKING, index.size)) {
      index = new ProfileIndex();
      place = FIRST_REVISION;
    }
    for (;;) {
      const rows = await listAlteredSealed(session, place, PAGE);
      for (const row of rows) {
        if (row.status !== 'active') index.remove(row.subscriptionId);
        else index.put(row.subscriptionId, openProfile(ports.sealer, row), row.hearsAfterPosition);
        place = { revision: row.revision, subscriptionId: row.subscriptionId };
      }
      if (rows.length < PAGE) break;
    }
    readAtHead = head;
  };

  return {
    matching: async (facts, now, position) => {
      if (position > readAtHead) await readAgain(ports.store.session);
      return Array.from(index.match(facts, now, position), ({ id }) => id);
    },
    open: (ids) => openListeners(ports, ids),
  };
}

async function openListeners(
  { store, sealer }: BookPorts,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Listener>> {
  const listeners = new Map<string, Listener>();
  for (let from = 0; from < ids.length; from += PAGE) {
    for (const row of await listActiveSealed(store.session, ids.slice(from, from + PAGE))) {
      const { subscriptionId, tenantId, hearsAfterPosition } = row;
      listeners.set(subscriptionId, {
        subscriptionId,
        tenantId,
        hearsAfterPosition,
        prepared: prepareProfile(openProfile(sealer, row)),
      });
    }
  }
  return listeners;
}
