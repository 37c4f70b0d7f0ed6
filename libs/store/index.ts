export * from './src/backup/backup-errors.ts';
export { type BackupContent, checkBackup } from './src/backup/check-backup.ts';
export { type OnRestored, restore } from './src/backup/restore.ts';
export { backup, type OnBackedUp } from './src/backup/write-backup.ts';
export * from './src/compressed.ts';
export * from './src/dialect/advisory-locks.ts';
export type { DialectName } from './src/dialect/store-dialect.ts';
export * from './src/open-store.ts';
export * from './src/repository/alerts.ts';
export * from './src/repository/api-keys.ts';
export * from './src/repository/audit-chain.ts';
export * from './src/repository/audit-trail.ts';
export * from './src/repository/bursts.ts';
export * from './src/repository/captures.ts';
export * from './src/repository/change-counts.ts';
export * from './src/repository/changes.ts';
export * from './src/repository/corrections.ts';
export * from './src/repository/deadlines.ts';
export * from './src/repository/deliveries.ts';
export * from './src/repository/delivery-attempts.ts';
export * from './src/repository/delivery-claims.ts';
export * from './src/repository/development-merging.ts';
export * from './src/repository/developments.ts';
export * from './src/repository/digest-facts.ts';
export * from './src/repository/digests.ts';
export * from './src/repository/endpoint-states.ts';
export * from './src/repository/feed-addresses.ts';
export * from './src/repository/known-documents.ts';
export * from './src/repository/notices.ts';
export * from './src/repository/obligations.ts';
export * from './src/repository/parties.ts';
export * from './src/repository/polls.ts';
export * from './src/repository/readings.ts';
export * from './src/repository/review-items.ts';
export * from './src/repository/reviews.ts';
export * from './src/repository/roles.ts';
export * from './src/repository/sessions.ts';
export * from './src/repository/source-problems.ts';
export * from './src/repository/source-states.ts';
export {
  FIRST_REVISION,
  listActiveSealed,
  listAlteredSealed,
  type RevisionPlace,
} from './src/repository/subscription-revisions.ts';
export * from './src/repository/subscriptions.ts';
export * from './src/repository/tenants.ts';
export * from './src/repository/untold-alerts.ts';
export type { Schema } from './src/schema.ts';
export * from './src/sealed.ts';
export * from './src/search/search.ts';
export { provisionId, SEARCH_KINDS, type SearchEntry, type SearchKind } from './src/search/search-entry.ts';
export * from './src/search/search-progress.ts';
export { indexedSubjects, removeSearchEntries, saveSearchEntries } from './src/search/write-entries.ts';
export * from './src/token-hash.ts';
export type { OnCopied } from './src/transfer/copy-table.ts';
export { type Move, type MovedTable, migrateStore } from './src/transfer/migrate-store.ts';
export * from './src/transfer/transfer-errors.ts';
export * from './src/unsubscribe-token.ts';
