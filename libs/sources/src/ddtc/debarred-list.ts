import type { Source } from '../source.ts';

/** The two lists of debarred parties. */
export type DebarredList = 'statutory' | 'administrative';

/** Which of the two a source watches. */
export function debarredListOf(source: Pick<Source, 'params'>): DebarredList {
  return source.params.list === 'administrative' ? 'administrative' : 'statutory';
}
