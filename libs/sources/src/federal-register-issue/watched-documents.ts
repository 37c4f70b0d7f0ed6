import { foldName, type RegulatoryDocument } from '#domain';
import type { Source } from '../source.ts';

const listOf = (value: Source['params'][string] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'object' ? value : [String(value)];

/**
 * Whether a document of the issue is within what the source watches: presidential documents, the agencies of
 * `params.agencies` and the CFR parts of `params.cfr` (`15/744`). An issue holds a hundred documents of the whole government.
 * With neither named, all of them.
 */
export function isWatched(source: Pick<Source, 'params'>): (document: RegulatoryDocument) => boolean {
  const agencies = new Set(listOf(source.params.agencies).map(foldName));
  const parts = new Set(listOf(source.params.cfr));
  if (agencies.size === 0 && parts.size === 0) return () => true;
  return ({ documentType, agencies: own, cfr }) =>
    documentType === 'Presidential Document' ||
    own.some((agency) => agencies.has(foldName(agency))) ||
    cfr.some(({ title, part }) => parts.has(`${title}/${part}`));
}
