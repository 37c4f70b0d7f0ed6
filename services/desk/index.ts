export { createKey, NewKeySchema } from './src/access/create-key.ts';
export { invite } from './src/access/open-session.ts';
export { DEFAULT_LIMITS } from './src/access/rate-limits.ts';
export { revokeKey } from './src/access/revoke-key.ts';
export { attest, attestationFile } from './src/attestation/attest.ts';
export { periodOf } from './src/attestation/period.ts';
export { verifyAttestation } from './src/attestation/verify-attestation.ts';
export { createDesk, type Desk } from './src/create-desk.ts';
export { buildDigest } from './src/digest/build-digest.ts';
export type {
  DeskPorts,
  DeskSettings,
  HealthCheck,
  ReleaseOutcome,
  ReplayOutcome,
} from './src/ports.ts';
export { type ComparedCount, compareHeld, type HeldComparison } from './src/reading/compare-held.ts';
export { sourceFreshness } from './src/source/source-freshness.ts';
export { type RunningDesk, startDesk } from './src/start-desk.ts';
export { explainProfile, explainSubscription, type Why } from './src/subscription/explain-change.ts';
export { type ImportedSubscription, importSubscriptions } from './src/subscription/import-subscriptions.ts';
export { readProfileFile } from './src/subscription/profile-file.ts';
export { readSubscriptionFile, writeSubscriptionFile } from './src/subscription/subscription-file.ts';
