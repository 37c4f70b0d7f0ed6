import type { ChangeDraft, Provision, TextReading } from '#domain';
import { type Surroundings, surroundingsOf } from './surroundings.ts';

type Citations = ReadonlyMap<string, readonly string[]>;

function citationsOf(reading: TextReading): Citations {
  return new Map(reading.provisions.flatMap(({ label, amendedBy }) => (amendedBy ? [[label, amendedBy]] : [])));
}

/** Citations of a section's source note that the earlier reading did not have, by section. */
function newCitations(before: TextReading, after: TextReading): Citations {
  const old = citationsOf(before);
  const fresh = [...citationsOf(after)].map(([label, citations]) => {
    const known = new Set(old.get(label));
    return [label, citations.filter((citation) => !known.has(citation))] as const;
  });
  return new Map(fresh.filter(([label, citations]) => old.has(label) && citations.length > 0));
}

/** The note stands at the section, or at the list the entry is in. */
function citedFor(provision: Provision, fresh: Citations, around: Surroundings): readonly string[] {
  const own = fresh.get(around.rootOf(provision));
  if (own) return own;
  const lists = [...fresh].filter(([label]) => around.byLabel.get(label)?.instrumentId === provision.instrumentId);
  return provision.kind === 'rule' ? [] : [...new Set(lists.flatMap(([, citations]) => citations))];
}

/**
 * Gives each change the Federal Register citations that its section's source note gained with it: what joins it to the document
 * that made it. A change of a unit that went is joined by the section it stood in.
 */
export function withLineage(
  drafts: readonly ChangeDraft[],
  before: TextReading,
  after: TextReading,
): readonly ChangeDraft[] {
  const fresh = newCitations(before, after);
  if (fresh.size === 0) return drafts;
  const sides = [surroundingsOf(after), surroundingsOf(before)];
  return drafts.map((draft) => {
    const [quote] = draft.quotes;
    const place = sides
      .map((side) => ({ side, provision: side.byLabel.get(draft.subject.label) ?? byLocator(side, quote?.locator) }))
      .find(({ provision }) => provision);
    const citation = place?.provision ? citedFor(place.provision, fresh, place.side) : [];
    return citation.length === 0 || draft.lineage ? draft : { ...draft, lineage: { citation } };
  });
}

function byLocator({ byLabel }: Surroundings, locator: string | undefined): Provision | undefined {
  if (locator === undefined) return undefined;
  return [...byLabel.values()].find((provision) => provision.locator === locator);
}
