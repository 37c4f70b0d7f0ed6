import type { Source } from '#sources';
import { aSource } from '../../libs/sources/src/source.fixture.ts';

/** A body as a publisher would serve it. */
export type Body = string | Uint8Array;

/** What a fault must come to: held before it is compared, or read, which then may announce no removal. */
export type Stated = 'held' | 'read';

/** One fault in the words of the family's own format. */
export interface OwnFault {
  readonly name: string;
  readonly body: Body;
  readonly stated: Stated;
}

/** A family's own fixture with the faults that only its format can show. */
export interface Sample {
  readonly source: Source;
  readonly url: string;
  readonly mediaType: string;
  readonly good: Body;
  readonly own: readonly OwnFault[];
  /** Bytes that are of no charset are read as they may be meant: the publisher mislabels its files. */
  readonly anyCharset?: true;
  /** A text without end mark that is cut inside its last cell cannot be told from a whole one. */
  readonly noEndMark?: true;
}

/** Guards as strict as those in use, fit for the few entries of a fixture. */
const GUARD = { minEntries: 1, maxLossShare: 0.3, confirmAfterMinutes: 0 };

export function sampleSource(family: string, over: Partial<Source> = {}): Source {
  return aSource({ id: `x-${family}`, family, documentSpace: `x-${family}`, guard: GUARD, ...over });
}

export const fault = (name: string, body: Body, stated: Stated = 'held'): OwnFault => ({ name, body, stated });
