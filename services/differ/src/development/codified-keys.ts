import type { Change, JoinKey } from '#domain';
import { dayAfter, daysFromTo } from './day-window.ts';
import { factsOf, objectFact, textFact } from './fact-texts.ts';
import { registerCitationsIn } from './register-citation.ts';

/** eCFR shows an amendment within days of its effect; captures further apart than this do not tell which rule it was. */
const LONGEST_GAP_DAYS = 10;
const LAG_DAYS = 3;

const TITLE = /\btitle[ -](\d{1,2})\b/i;

/** The CFR part in which codified text changed, `15 CFR 744`; undefined where it cannot be told. */
export function cfrPartOf(change: Change): string | undefined {
  const facts = factsOf(change);
  const title = change.evidence.map((entry) => TITLE.exec(`${entry.locator} ${entry.url}`)?.[1]).find(Boolean);
  const label = change.subject.label;
  const part =
    textFact(objectFact(facts, 'details'), 'part') ??
    /§+\s*(\d{1,4})\./.exec(label)?.[1] ??
    /\bpart (\d{1,4})\b/i.exec(label)?.[1];
  return title && part ? `${title} CFR ${part}` : undefined;
}

/**
 * What a change of codified text has in common with the rule that made it: the citation its section gained, else its part and
 * the days on which it can have changed.
 */
export function codifiedKeys(change: Change): readonly JoinKey[] {
  const pages = (change.lineage.citation ?? []).flatMap(registerCitationsIn);
  if (pages.length > 0) return pages.map(({ page }) => ({ kind: 'citation', value: page }));
  const part = cfrPartOf(change);
  if (part === undefined) return [];
  const stated = change.dates.codifiedOn ?? change.dates.effectiveFrom;
  const seen = change.evidence.find((entry) => entry.side === 'before')?.retrievedAt ?? change.detectedAt;
  const days =
    stated === undefined
      ? daysFromTo(dayAfter(seen, -LAG_DAYS), change.detectedAt, LONGEST_GAP_DAYS + LAG_DAYS)
      : [stated];
  return days.map((day) => ({ kind: 'cfr', value: `${part} ${day}` }));
}
