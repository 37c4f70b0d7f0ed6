import type { Change, JoinKey } from '#domain';
import { dayAfter, daysFromTo } from './day-window.ts';
import { factsOf, objectFact, textFact, textsFact } from './fact-texts.ts';
import { type RegisterCitation, registerCitationsIn } from './register-citation.ts';

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
    /\bpart (\d{1,4})\b/i.exec(label)?.[1] ??
    change.evidence.map((entry) => /[?&]part=(\d{1,4})\b/.exec(entry.url)?.[1]).find(Boolean);
  return title && part ? `${title} CFR ${part}` : undefined;
}

/** Rules that amended the text since the earlier version: the later one names them, the earlier one does not. */
function newCitationsOf(change: Change): readonly RegisterCitation[] {
  const amending = (facts: Change['after']) => textsFact(facts ?? {}, 'amendedBy').flatMap(registerCitationsIn);
  const known = new Set(amending(change.before).map(({ page }) => page));
  const stated = (change.lineage.citation ?? []).flatMap(registerCitationsIn);
  const amended = amending(change.after);
  // Of a unit that is new altogether, the newest rule is the one that made it: citations stand oldest first.
  const news = change.before === undefined ? amended.slice(-1) : amended.filter(({ page }) => !known.has(page));
  return [...stated, ...news];
}

/**
 * What a change of codified text has in common with the rule that made it: the citation its section gained, else its part and
 * the days on which it can have changed.
 */
export function codifiedKeys(change: Change): readonly JoinKey[] {
  const pages = newCitationsOf(change);
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
