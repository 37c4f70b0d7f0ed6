import {
  type ChangeDraft,
  type JsonObject,
  MAX_QUOTE_CHARS,
  type Provision,
  type Quote,
  type TextReading,
} from '#domain';

/** Longest text carried in the facts of a change; the whole stays reachable through the capture. */
const MAX_FACT_CHARS = 8_000;
const MAX_PARTS = 40;
const MAX_PART_CHARS = 300;

type Revision = TextReading['revision'];

/** The structured facts of a unit. `text` is what the change is about: the unit's words or the passage that changed. */
export function factsOf(provision: Provision, text = provision.text): JsonObject {
  const { label, caption, list, country, specifies, amendedBy } = provision;
  return {
    label,
    text: text.slice(0, MAX_FACT_CHARS),
    ...(caption && { caption }),
    ...(list && { list }),
    ...(country && { country }),
    ...(specifies && { item: specifies }),
    ...(amendedBy && amendedBy.length > 0 && { amendedBy }),
  };
}

/** Units that came or went with the one that holds them, label and words; the whole stays reachable through the capture. */
export function partFacts(parts: readonly Provision[]): JsonObject {
  if (parts.length === 0) return {};
  const shown = parts.slice(0, MAX_PARTS).map(({ label, text }) => ({ label, text: text.slice(0, MAX_PART_CHARS) }));
  return { parts: shown, partCount: parts.length };
}

/** A quote of the unit, cut to the length evidence may have. */
export function quoteOf(side: 'before' | 'after', provision: Provision, text = provision.text): Quote {
  return { side, locator: provision.locator, quote: text.slice(0, MAX_QUOTE_CHARS) };
}

/**
 * What the newer revision says about time. A revision not yet in force is `final`, not `in_force`; where an order has yet to
 * name the day, the publisher's placeholder date is never the effective date.
 */
export function revisionTerms(revision: Revision): Pick<ChangeDraft, 'stage' | 'dates' | 'lineage' | 'notes'> {
  const { enforcedOn, enforcedByLatest, amendedBy, status, codifiedOn } = revision;
  return {
    stage: status === 'pending' ? 'final' : 'in_force',
    ...(enforcedByLatest && { dates: { effectiveTBD: true } }),
    ...(enforcedOn && { dates: { effectiveFrom: enforcedOn } }),
    ...(codifiedOn && { dates: { codifiedOn } }),
    ...(amendedBy && { lineage: { citation: [amendedBy] } }),
  };
}

/** Facts of the revision that belong beside the newer text: that it is pending, and until when at the latest. */
export function revisionFacts({ status, enforcedByLatest, revisionId, promulgatedOn }: Revision): JsonObject {
  return {
    ...(revisionId && { revisionId }),
    ...(promulgatedOn && { promulgatedOn }),
    ...(status === 'pending' && { revisionStatus: 'pending' }),
    ...(enforcedByLatest && { effectivePlaceholder: enforcedByLatest, effectiveTBD: true }),
  };
}
