import type { Source, SourceFamily } from '#sources';
import { UnknownSourceError } from './differ-errors.ts';

/** The configured sources with the family that reads each. */
export interface SourceBook {
  /** @throws UnknownSourceError */
  find(sourceId: string): { readonly source: Source; readonly family: SourceFamily };
  /** Every configured source. */
  readonly sources: readonly Source[];
  /** Ids of the sources that publish the documents of one space. */
  sourcesOfSpace(documentSpace: string): readonly string[];
}

export function createSourceBook(sources: readonly Source[], families: ReadonlyMap<string, SourceFamily>): SourceBook {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return {
    sources,
    find(sourceId) {
      const source = byId.get(sourceId);
      const family = source && families.get(source.family);
      if (!source || !family) {
        throw new UnknownSourceError(`no source "${sourceId}" is configured`, { details: { sourceId } });
      }
      return { source, family };
    },
    sourcesOfSpace: (space) => sources.filter((source) => source.documentSpace === space).map((source) => source.id),
  };
}
