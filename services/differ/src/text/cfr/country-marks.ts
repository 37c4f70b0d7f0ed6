import { type ChangeDraft, type Direction, foldName, type JsonObject, type Provision, type TextReading } from '#domain';
import { revisionTerms } from '../draft.ts';

const identityOf = ({ list, country, text }: Provision): string => `${list ?? ''}|${country ?? foldName(text)}`;

const isMark = (mark: string): boolean => /^(?:[A-E](?::\d)?|[A-Z]{2} \d)$/u.test(mark);

/** Countries marked in a table, by table and country. */
function marked(reading: TextReading): ReadonlyMap<string, Provision> {
  const countries = reading.provisions.filter(({ kind, marks }) => kind === 'country' && marks !== undefined);
  return new Map(countries.map((country) => [identityOf(country), country]));
}

/** What a mark that comes does. A footnote or a pointer to another part says nothing by itself. */
function effectOf(mark: string, { markEffect }: Provision): Direction {
  if (!isMark(mark) || markEffect === undefined) return 'unknown';
  if (markEffect === 'tighten') return 'tighten';
  return /^[DE]/u.test(mark) ? 'tighten' : 'loosen';
}

const turned = (direction: Direction): Direction =>
  direction === 'tighten' ? 'loosen' : direction === 'loosen' ? 'tighten' : direction;

function directionOf(country: Provision, came: readonly string[], went: readonly string[]): Direction {
  const all = [...came.map((mark) => effectOf(mark, country)), ...went.map((mark) => turned(effectOf(mark, country)))];
  const kinds = new Set(all);
  if (kinds.has('unknown') || kinds.size === 0) return 'unknown';
  return kinds.size === 1 ? (all[0] ?? 'unknown') : 'mixed';
}

function facts(country: Provision): JsonObject {
  const { text, list, country: code, marks = [] } = country;
  return { label: text, ...(list && { list }), ...(code && { country: code }), group: marks.join(', ') };
}

function draftOf(
  key: string,
  before: Provision | undefined,
  after: Provision | undefined,
  reading: TextReading,
): ChangeDraft | undefined {
  const country = after ?? before;
  if (!country) return undefined;
  const [old, now] = [new Set(before?.marks), new Set(after?.marks)];
  const [came, went] = [[...now.difference(old)], [...old.difference(now)]];
  if (before && after && came.length + went.length === 0) return undefined;
  const direction = directionOf(country, came, went);
  return {
    ...revisionTerms(reading.revision),
    type: before && after ? 'country.group_changed' : after ? 'country.added' : 'country.removed',
    subject: { kind: 'country', key, label: country.text },
    direction,
    quotes: [
      ...(before ? [{ side: 'before' as const, locator: before.locator, quote: before.text }] : []),
      ...(after ? [{ side: 'after' as const, locator: after.locator, quote: after.text }] : []),
    ],
    ...(before && { before: facts(before) }),
    after: {
      ...(after && facts(after)),
      ...(came.length > 0 && { marksAdded: came }),
      ...(went.length > 0 && { marksRemoved: went }),
    },
    ...(country.instrumentId && { instrumentId: country.instrumentId }),
    ...((country.doubt || direction === 'unknown') && {
      needsReview: true,
      notes: [country.doubt ?? 'the marks that moved do not say which way they bind'],
    }),
  };
}

/**
 * Changes of the Commerce Country Chart (15 CFR 738 Supplement No. 1) and the Country Groups (740 Supplement No. 1), one a country: an X in a
 * column more tightens, Country Groups D and E tighten, A and B loosen. The order of rows and columns says nothing.
 */
export function diffCountryMarks(before: TextReading, after: TextReading): readonly ChangeDraft[] {
  const [old, now] = [marked(before), marked(after)];
  const keys = [...now.keys(), ...[...old.keys()].filter((key) => !now.has(key))];
  return keys.map((key) => draftOf(key, old.get(key), now.get(key), after)).filter((draft) => draft !== undefined);
}
