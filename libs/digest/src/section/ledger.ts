import type { Change } from '#domain';
import type { LedgerRow } from '../digest.ts';

/** Every capture and place that the told changes rest on, each once. */
export function ledger(changes: readonly Change[]): readonly LedgerRow[] {
  const entries = changes.flatMap((change) => change.evidence.map((evidence) => ({ change, evidence })));
  const places = Map.groupBy(entries, ({ evidence }) => JSON.stringify([evidence.sha256, evidence.locator]));
  return [...places.values()].flatMap((same) => {
    const entry = same[0]?.evidence;
    if (entry === undefined) return [];
    const { url, documentNumber, locator, sha256, retrievedAt } = entry;
    const changeIds = [...new Set(same.map(({ change }) => change.changeId))];
    return [{ url, ...(documentNumber !== undefined && { documentNumber }), locator, sha256, retrievedAt, changeIds }];
  });
}
