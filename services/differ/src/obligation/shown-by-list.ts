import { daysBetween, type JsonObject, type ListEntry, type ListReading } from '#domain';
import { numberFact, textFact } from '../development/fact-texts.ts';
import { registerCitationsIn } from '../development/register-citation.ts';

/** What a list shows of an announcement. */
export type Shown =
  | { readonly kind: 'not_yet' }
  | { readonly kind: 'shown' | 'differs'; readonly because: string; readonly entry?: ListEntry };

/** Later than this, other rules have touched the entries too, and counts say nothing any more. */
const COMPARABLE_DAYS = 60;

/** Entries of a list by the rule they cite: its page, or its day where the list prints one. */
export interface CitedEntries {
  /** Entries of an instrument's list that cite a rule. */
  citing(instrumentId: string, rule: { readonly page?: string; readonly on?: string }): readonly ListEntry[];
}

/** Reads the citations of a list once, for all announcements that are looked for in it. */
export function citedEntries(reading: ListReading, ownInstrument: string): CitedEntries {
  const byRule = new Map<string, ListEntry[]>();
  for (const entry of reading.entries) {
    const instrumentId = entry.instrumentId ?? ownInstrument;
    const rules = new Set([
      ...registerCitationsIn(entry.citations.join('\n')).flatMap(({ page, on }) => [page, ...(on ? [on] : [])]),
      ...(entry.citations.length === 0 && entry.validFrom !== undefined ? [entry.validFrom] : []),
    ]);
    for (const rule of rules) {
      const name = `${instrumentId} ${rule}`;
      const entries = byRule.get(name);
      if (entries) entries.push(entry);
      else byRule.set(name, [entry]);
    }
  }
  return {
    citing: (instrumentId, { page, on }) =>
      byRule.get(`${instrumentId} ${page ?? ''}`) ?? byRule.get(`${instrumentId} ${on ?? ''}`) ?? [],
  };
}

/**
 * Whether a list shows what a document announced: as many entries cite it as were added, or added and revised, and as many
 * are gone as were removed. Pure.
 * @param gone entries whose removal was joined with the document
 * @param readOn calendar date of the reading
 */
export function shownByList(
  terms: { readonly expected: JsonObject; readonly instrumentId: string; readonly dueOn: string | null },
  cited: CitedEntries,
  gone: number,
  readOn: string,
): Shown {
  const { expected, instrumentId, dueOn } = terms;
  const added = numberFact(expected, 'added') ?? 0;
  const revised = numberFact(expected, 'revised') ?? 0;
  const removed = numberFact(expected, 'removed') ?? 0;
  const page = textFact(expected, 'citation');
  const on = textFact(expected, 'publishedOn');
  const entries = cited.citing(instrumentId, { ...(page ? { page } : {}), ...(on ? { on } : {}) });
  const [entry] = entries;
  if (added + revised > 0 && !entry) return { kind: 'not_yet' };
  const found = { ...(entry ? { entry } : {}) };
  const late = dueOn === null ? undefined : daysBetween(dueOn, readOn);
  if (late !== undefined && late > COMPARABLE_DAYS && entry) {
    return {
      kind: 'shown',
      because: `${entries.length} entries cite it, first looked for ${late} days later`,
      ...found,
    };
  }
  if (gone < removed && entries.length === 0) return { kind: 'not_yet' };
  const most = expected.addedAre === 'entries' ? added + revised : Number.POSITIVE_INFINITY;
  const agrees = entries.length >= added && entries.length <= most && gone >= removed;
  const because = `announced: ${announced(added, revised, removed, expected)}; on the list: ${entries.length} entries cite it, ${gone} are gone`;
  return { kind: agrees ? 'shown' : 'differs', because, ...found };
}

function announced(added: number, revised: number, removed: number, expected: JsonObject): string {
  return `${added} ${expected.addedAre === 'entries' ? 'entries' : 'entities'} added, ${revised} revised, ${removed} removed`;
}
