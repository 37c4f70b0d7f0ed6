import { parseMadeDigest } from '#digest';
import { type Delivery, findDigest, type Sealer, type Session } from '#store';
import type { DigestContent } from '../message/message.ts';

/** Digests as they were made, by digest id. */
export async function loadDigests(
  session: Session,
  sealer: Sealer,
  deliveries: readonly Delivery[],
): Promise<ReadonlyMap<string, DigestContent>> {
  const contents = new Map<string, DigestContent>();
  for (const { subjectId } of deliveries) {
    const found = await findDigest(session, sealer, subjectId);
    if (!found) continue;
    contents.set(subjectId, {
      kind: 'digest',
      cadence: found.digest.cadence === 'weekly' ? 'weekly' : 'daily',
      digest: parseMadeDigest(found.body),
      path: `/digests/${encodeURIComponent(subjectId)}`,
      assembledAt: found.digest.madeAt,
    });
  }
  return contents;
}
