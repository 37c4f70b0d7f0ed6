import { deriveChanges } from '#differ';
import type { Change, Reading } from '#domain';
import { families } from '#sources';
import { loadCatalogue } from '../../services/standalone/src/load-catalogue.ts';

const catalogue = loadCatalogue({ sources: 'config/sources.yaml', instruments: 'config/instruments.yaml' });

/** A file or page as a publisher serves it. */
export type Served = string | Uint8Array;

/** A served file under the source that is watched there, read as the product reads it. */
export interface Captured {
  readonly sourceId: string;
  readonly reading: Reading;
  readonly retrievedAt: string;
}

const sourceOf = (sourceId: string) => {
  const source = catalogue.sources.find(({ id }) => id === sourceId);
  const family = source && families.get(source.family);
  if (!source || !family) throw new Error(`no source ${sourceId} is configured`);
  return { source, family };
};

/** Reads what a configured source served, at its own address unless another is given. @throws Error when the reader holds it. */
export async function captured(
  sourceId: string,
  served: Served,
  retrievedAt = '2026-06-20T12:00:00.000Z',
  url?: string,
): Promise<Captured> {
  const { source, family } = sourceOf(sourceId);
  const bytes = typeof served === 'string' ? new TextEncoder().encode(served) : served;
  const outcome = await family.read(source, { bytes, mediaType: '', url: url ?? source.url, retrievedAt });
  if (outcome.kind !== 'read') throw new Error(`${sourceId}: ${outcome.because}`);
  return { sourceId, reading: outcome.reading, retrievedAt };
}

/** The changes from one capture to the next, with everything that a subscriber would be told. */
export function changesBetween(before: Captured | undefined, after: Captured): readonly Change[] {
  const { source, family } = sourceOf(after.sourceId);
  const origin = ({ sourceId, retrievedAt }: Captured) => ({
    readingId: `${sourceId} ${retrievedAt}`,
    sha256: 'ab'.repeat(32),
    url: source.url,
    retrievedAt,
  });
  const derived = deriveChanges({
    source,
    family,
    before: { reading: before?.reading, origin: before && origin(before) },
    after: { reading: after.reading, origin: origin(after) },
    baseline: false,
    confirmed: true,
    detectedAt: after.retrievedAt,
  });
  if (derived.kind !== 'derived') throw new Error(derived.because);
  return derived.changes;
}

/** What is told of two files of one source: `type label`, and `(type label)` for what is recorded without alerting. */
export async function told(sourceId: string, before: Served | undefined, after: Served): Promise<readonly string[]> {
  const earlier = before === undefined ? undefined : await captured(sourceId, before);
  return changesBetween(earlier, await captured(sourceId, after, '2026-06-21T12:00:00.000Z')).map(
    ({ type, subject, alerting }) => (alerting ? `${type} ${subject.label}` : `(${type} ${subject.label})`),
  );
}
