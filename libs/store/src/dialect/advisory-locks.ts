/**
 * Every PostgreSQL advisory lock of the product in one place: two purposes under one number would wait for each other, and the
 * relay holds its own for as long as it leads.
 */
export const ADVISORY_LOCKS = {
  /** Producers append to the log in turns, so that positions commit in order. */
  append: 7_265_1979,
  /** One process ships the outbox to Kafka; the others stand by. */
  relay: 7_265_1980,
  /** Differs join changes into developments in turns. */
  joining: 7_265_1981,
  /** Subscriptions are numbered by their last alteration in the order of their commits. */
  revision: 7_265_1982,
  /** Acts of one tenant enter its audit trail in turns; beside it stands a hash of the tenant. */
  trail: 7_265_1983,
} as const;
