import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { type ChangeFacts, type PreparedProfile, ProfileIndex, prepareProfile } from '#domain';
import type { EventLog } from '#log';
import type { RevisionPlace, SealedSubscription, Sealer, Session, Store } from '#store';
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
  /** Reads what was altered and was not read yet. */
  read(): Promise<void>;
  /** False until all profiles were read a first time; a change would wait for that. */
  wasRead(): boolean;
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
/** Opening a profile and filing it takes a tenth of a millisecond: after so many, others have their turn. */
const WITHOUT_PAUSE = 50;
/** From so many replaced profiles on, when they are as many as the living ones, the index is made anew. */
const WORTH_REMAKING = 10_000;

/**
 * Active profiles in an index, kept in memory and brought up to date by what was altered since. It is read again only for a
 * record beyond the head of the log at the last reading: a subscription made since then starts at or after that head, so no
 * record before it is for its ears. A burst of changes therefore costs one reading; readings take turns. Profiles
 * themselves stay sealed in the store; those that a change matters to are opened for it. A restart reads them all once.
 */
export function createProfileBook(ports: BookPorts): ProfileBook {
  let readAtHead = -1;
  let place: RevisionPlace = FIRST_REVISION;
  let index = new ProfileIndex();
  let lastTurn: Promise<void> = Promise.resolve();

  const takeIn = async (taking: ProfileIndex, rows: readonly SealedSubscription[]): Promise<void> => {
    for (const [at, row] of rows.entries()) {
      if (at % WITHOUT_PAUSE === 0) await yieldToOthers();
      if (row.status !== 'active') taking.remove(row.subscriptionId);
      else taking.put(row.subscriptionId, openProfile(ports.sealer, row), row.hearsAfterPosition);
    }
  };

  const readAgain = async (session: Session): Promise<void> => {
    // The head first: a subscription stored between the two reads is then in the book early, never late.
    const head = await ports.log.headPosition(session);
    const isWornOut = index.leftBehind > Math.max(WORTH_REMAKING, index.size);
    // Whoever asks meanwhile of what was read before is answered from the old index.
    const taking = isWornOut ? new ProfileIndex() : index;
    let reached = isWornOut ? FIRST_REVISION : place;
    for (;;) {
      const rows = await listAlteredSealed(session, reached, PAGE);
      await takeIn(taking, rows);
      reached = rows.at(-1) ?? reached;
      if (rows.length < PAGE) break;
    }
    place = { revision: reached.revision, subscriptionId: reached.subscriptionId };
    index = taking;
    readAtHead = head;
  };

  /** Two readings at once would file older rows over newer ones. */
  const inTurn = (isNeeded: () => boolean): Promise<void> => {
    const turn = async () => (isNeeded() ? readAgain(ports.store.session) : undefined);
    lastTurn = lastTurn.then(turn, turn);
    return lastTurn;
  };

  return {
    read: () => inTurn(() => true),
    wasRead: () => readAtHead >= 0,
    matching: async (facts, now, position) => {
      if (position > readAtHead) await inTurn(() => position > readAtHead);
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
