import type { Reading } from '#domain';
import { findReading, lastAcceptedReading, loadReading, type Session, type StoredReading } from '#store';

/** The same count on both sides. */
export interface ComparedCount {
  readonly what: string;
  readonly good: number | undefined;
  readonly held: number | undefined;
}

/** A held reading beside the last good one: what a person looks at before releasing it. */
export interface HeldComparison {
  readonly held: StoredReading;
  /** The base of comparison; undefined where the source never read well. */
  readonly good: StoredReading | undefined;
  /** False: the bytes could not be read at all, and cannot be released. */
  readonly isReadable: boolean;
  readonly counts: readonly ComparedCount[];
  /** Parts that only one of the two holds, the first {@link MOST_SHOWN}. */
  readonly onlyGood: readonly string[];
  readonly onlyHeld: readonly string[];
  readonly onlyGoodCount: number;
  readonly onlyHeldCount: number;
}

/** How many parts of a side are named. */
export const MOST_SHOWN = 25;

/** Sets a held reading against the last good one of its source; undefined when none is held under this id. */
export async function compareHeld(session: Session, readingId: string): Promise<HeldComparison | undefined> {
  const held = await findReading(session, readingId);
  if (held?.status !== 'held') return undefined;
  const good = await lastAcceptedReading(session, held.sourceId);
  const [heldReading, goodReading] = await Promise.all([
    loadReading(session, readingId),
    good && loadReading(session, good.readingId),
  ]);
  return { held, good, isReadable: heldReading !== undefined, ...differencesOf(goodReading, heldReading) };
}

function differencesOf(good: Reading | undefined, held: Reading | undefined) {
  const [goodParts, heldParts] = [partsOf(good), partsOf(held)];
  const onlyGood = [...goodParts].filter((part) => !heldParts.has(part));
  const onlyHeld = [...heldParts].filter((part) => !goodParts.has(part));
  return {
    counts: countsOf(good, held),
    onlyGood: held ? onlyGood.slice(0, MOST_SHOWN) : [],
    onlyHeld: good ? onlyHeld.slice(0, MOST_SHOWN) : [],
    onlyGoodCount: held ? onlyGood.length : 0,
    onlyHeldCount: good ? onlyHeld.length : 0,
  };
}

/** What a reading holds, each by the name under which a person knows it. */
function partsOf(reading: Reading | undefined): ReadonlySet<string> {
  if (!reading) return new Set();
  switch (reading.kind) {
    case 'list':
      return new Set(
        reading.entries.map(({ name, list, country }) => `${name} (${country ? `${list}, ${country}` : list})`),
      );
    case 'text':
      return new Set(reading.provisions.map(({ label }) => label));
    case 'documents':
      return new Set(reading.documents.map(({ documentNumber, title }) => `${documentNumber ?? ''} ${title}`.trim()));
  }
}

function countsOf(good: Reading | undefined, held: Reading | undefined): readonly ComparedCount[] {
  const [of, against] = [countedIn(good), countedIn(held)];
  return [...new Set([...of.keys(), ...against.keys()])].map((what) => ({
    what,
    good: good && (of.get(what) ?? 0),
    held: held && (against.get(what) ?? 0),
  }));
}

function countedIn(reading: Reading | undefined): ReadonlyMap<string, number> {
  if (!reading) return new Map();
  switch (reading.kind) {
    case 'list':
      return new Map([
        ['Entries', reading.entries.length],
        ...reading.sections.map(({ section, entries }) => [section, entries] as const),
      ]);
    case 'text':
      return new Map([
        ['Provisions', reading.provisions.length],
        ['Characters', reading.provisions.reduce((sum, { text }) => sum + text.length, 0)],
      ]);
    case 'documents':
      return new Map([['Documents', reading.documents.length]]);
  }
}
