import { type PreparedProfile, prepareProfile } from '#domain';
import type { EventLog } from '#log';
import type { Session, Store } from '#store';
import { listActiveSealed, openSubscription, type SealedSubscription, type Sealer } from '#store';

/** An active subscription, ready to be matched. */
export interface Listener {
  readonly subscriptionId: string;
  readonly tenantId: string;
  /** It hears only what stands after this position of the log; the rest is history. */
  readonly hearsAfterPosition: number;
  readonly prepared: PreparedProfile;
}

export interface ProfileBook {
  /** All that must hear the record at `position`. */
  listenersAt(position: number): Promise<readonly Listener[]>;
}

interface Page {
  readonly sealedProfile: string;
  readonly listener: Listener;
}

/**
 * Active profiles, opened once and kept. The book is read again only for a record beyond the head of the log at the last
 * reading: a subscription made since then starts at or after that head, so no record before it is for its ears. A burst of
 * changes therefore costs one reading. Only profiles that were sealed anew are opened again.
 */
export function createProfileBook(ports: {
  readonly store: Store;
  readonly log: Pick<EventLog, 'headPosition'>;
  readonly sealer: Sealer;
}): ProfileBook {
  let readAtHead = -1;
  let pages: ReadonlyMap<string, Page> = new Map();
  let listeners: readonly Listener[] = [];

  const readAgain = async (session: Session): Promise<void> => {
    // The head first: a subscription stored between the two reads is then in the book early, never late.
    const head = await ports.log.headPosition(session);
    const rows = await listActiveSealed(session);
    pages = new Map(rows.map((row) => [row.subscriptionId, pageOf(row)]));
    listeners = [...pages.values()].map((page) => page.listener);
    readAtHead = head;
  };

  const pageOf = (row: SealedSubscription): Page => {
    const known = pages.get(row.subscriptionId);
    if (known?.sealedProfile === row.sealedProfile && known.listener.hearsAfterPosition === row.hearsAfterPosition) {
      return known;
    }
    const { subscriptionId, tenantId, hearsAfterPosition, profile } = openSubscription(ports.sealer, row);
    return {
      sealedProfile: row.sealedProfile,
      listener: { subscriptionId, tenantId, hearsAfterPosition, prepared: prepareProfile(profile) },
    };
  };

  return {
    listenersAt: async (position) => {
      if (position > readAtHead) await readAgain(ports.store.session);
      return listeners.filter((listener) => listener.hearsAfterPosition < position);
    },
  };
}
