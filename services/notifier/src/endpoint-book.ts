import {
  listSealedById,
  openSubscription,
  type SealedSubscription,
  type Sealer,
  type Session,
  type Subscription,
} from '#store';

/** Subscriptions whose channels are opened. Opening costs a decryption each, so what did not change is kept open. */
export interface EndpointBook {
  /** As they stand in the store now, by id. @throws Error when a row was sealed with another key. */
  open(session: Session, subscriptionIds: readonly string[]): Promise<ReadonlyMap<string, Subscription>>;
}

interface Page {
  readonly row: SealedSubscription;
  readonly subscription: Subscription;
}

/** More are forgotten, all at once: the book is a cache. */
const MOST_PAGES = 20_000;

export function createEndpointBook(sealer: Sealer): EndpointBook {
  let pages = new Map<string, Page>();
  return {
    open: async (session, subscriptionIds) => {
      const rows = await listSealedById(session, subscriptionIds);
      if (pages.size > MOST_PAGES) pages = new Map();
      return new Map(
        rows.map((row) => {
          const known = pages.get(row.subscriptionId);
          const page = known && isSame(known.row, row) ? known : { row, subscription: openSubscription(sealer, row) };
          pages.set(row.subscriptionId, page);
          return [row.subscriptionId, page.subscription];
        }),
      );
    },
  };
}

/** Sealing anew changes the text even where the content stays, so equal text is equal content. */
function isSame(one: SealedSubscription, other: SealedSubscription): boolean {
  return (
    one.status === other.status &&
    one.name === other.name &&
    one.sealedChannel === other.sealedChannel &&
    one.sealedSecret === other.sealedSecret &&
    one.sealedRetiring === other.sealedRetiring
  );
}
