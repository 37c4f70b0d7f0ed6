import { readTrail, type TrailHead, verifyTrail } from '#store';
import type { Redline } from '../compose.ts';

type Print = (line: string) => void;

/** Prints the audit trail of a tenant, the oldest first. */
export async function showTrail({ store }: Redline, tenantId: string, json: boolean, print: Print): Promise<boolean> {
  for await (const entry of readTrail(store.session, tenantId)) {
    const { sequence, at, who, via, act, subjectKind, subjectId, fromState, toState } = entry;
    const states = fromState === toState ? toState : `${fromState || '–'} → ${toState}`;
    print(
      json ? JSON.stringify(entry) : `${sequence} ${at} ${who} (${via}) ${act} ${subjectKind} ${subjectId}  ${states}`,
    );
  }
  return true;
}

/** Follows the trail from its first entry. @returns false when it is not as it was written. */
export async function checkTrail(
  { store }: Redline,
  tenantId: string,
  expected: TrailHead | undefined,
  print: Print,
): Promise<boolean> {
  const verdict = await verifyTrail(store.session, tenantId, expected);
  if (verdict.kind === 'broken') {
    print(`BROKEN at entry ${verdict.sequence}: ${verdict.because}`);
    return false;
  }
  print(`intact: ${verdict.entries} entries, every one as it was written`);
  print(`end of the trail, to note elsewhere: ${verdict.head.sequence}:${verdict.head.hash}`);
  return true;
}
