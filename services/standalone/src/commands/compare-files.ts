import { createHash } from 'node:crypto';
import { type Derived, deriveChanges } from '#differ';
import { type Change, readingId } from '#domain';
import { families, type Source } from '#sources';

/** The bytes of one side, with where and when they are said to come from. */
export interface Side {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly url: string;
  readonly retrievedAt: string;
}

/** What a comparison of two files came to. Operator alerts carry the source as their subject. */
export interface FilesCompared {
  readonly changes: readonly Change[];
  readonly problems: readonly { readonly type: string; readonly because: string }[];
}

/** Reads and compares two captures of one source without a store: the pure core behind `diff` and `eval`. */
export async function compareFiles(source: Source, before: Side | undefined, after: Side): Promise<FilesCompared> {
  const family = families.get(source.family);
  if (!family) throw new Error(`source ${source.id} names the unknown family "${source.family}"`);
  const base = before && (await family.read(source, before));
  if (base && base.kind !== 'read') return problem(`source.${base.kind}`, `the file before: ${base.because}`);
  const read = await family.read(source, after);
  if (read.kind !== 'read') return problem(`source.${read.kind}`, read.because);
  const derived: Derived = deriveChanges({
    source,
    family,
    before: { reading: base?.reading, origin: before && originOf(source, before) },
    after: { reading: read.reading, origin: originOf(source, after) },
    baseline: before === undefined,
    confirmed: false,
    detectedAt: after.retrievedAt,
  });
  return derived.kind === 'doubtful'
    ? problem(derived.problem, derived.because)
    : { changes: derived.changes, problems: [] };
}

function problem(type: string, because: string): FilesCompared {
  return { changes: [], problems: [{ type, because }] };
}

function originOf(source: Source, side: Side) {
  const sha256 = createHash('sha256').update(side.bytes).digest('hex');
  const { url, retrievedAt } = side;
  return { readingId: readingId({ sourceId: source.id, sha256, retrievedAt }), sha256, url, retrievedAt };
}
