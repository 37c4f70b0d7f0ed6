import { type Change, foldName, type JoinKey } from '#domain';
import { dayAfter, daysFromTo, spansAround } from './day-window.ts';
import { ANNOUNCED_LISTS, DATED_LIST, removalOf } from './document-keys.ts';
import { factsOf, textFact, textsFact } from './fact-texts.ts';
import { type RegisterCitation, registerCitationsIn } from './register-citation.ts';

/** Two publications of one list follow each other within this many days. */
const ECHO_DAYS = 30;
/** A list may show a removal this many days before the document is printed: it is filed for inspection first. */
const FILED_AHEAD_DAYS = 7;
/** Captures further apart than this say nothing about the day on which a party was taken off. */
const LONGEST_GAP_DAYS = 120;
/** The foreign end user list is put up on the day of its announcement, or within the week. */
const LIST_LAG_DAYS = 7;

/**
 * The citation that this change brought: one that its row did not print before. A row keeps the citations of all earlier
 * rules, and they say nothing about this one.
 */
export function newCitationsOf(change: Change): readonly RegisterCitation[] {
  const side = (name: 'before' | 'after') => change.evidence.filter((entry) => entry.side === name);
  const earlier = registerCitationsIn(
    [...textsFact(change.before ?? {}, 'frCitation'), ...side('before').map((entry) => entry.quote)].join('\n'),
  );
  const known = new Set(earlier.map(({ page }) => page));
  const printed = [
    ...textsFact(change.after ?? {}, 'frCitation'),
    ...side('after').map((entry) => entry.citation ?? ''),
  ];
  return registerCitationsIn(printed.join('\n')).filter(({ page }) => !known.has(page));
}

/** What a changed row of a list has in common with the document that announced it and with other copies of the list. */
export function listKeys(change: Change): readonly JoinKey[] {
  const cited = newCitationsOf(change);
  const { instrumentId } = change;
  return [
    ...cited.map(({ page }): JoinKey => ({ kind: 'citation', value: page })),
    ...cited.flatMap(({ on }): JoinKey[] => (on ? [{ kind: 'cited_day', value: `${instrumentId} ${on}` }] : [])),
    ...(cited.length === 0 ? [...echoKeys(change), ...removalKeys(change), ...revisedListKeys(change)] : []),
    ...moveKeys(change),
    ...effectiveDayKeys(change),
    ...(change.subject.kind === 'authorisation'
      ? [{ kind: 'authorisation' as const, value: `${instrumentId} ${change.subject.key}` }]
      : []),
  ];
}

function effectiveDayKeys(change: Change): readonly JoinKey[] {
  const on = change.type === 'entity.added' ? textFact(factsOf(change), 'validFrom') : undefined;
  return change.instrumentId === DATED_LIST && on ? [{ kind: 'cited_day', value: `${DATED_LIST} ${on}` }] : [];
}

/** Who the change is about, however the list writes the name. */
function partyOf(change: Change): string {
  const facts = factsOf(change);
  return `${foldName(textFact(facts, 'name') ?? change.subject.label)} ${textFact(facts, 'country') ?? ''}`;
}

/** A row without a citation of its own is the same news in every copy of its list. */
function echoKeys(change: Change): readonly JoinKey[] {
  if (change.subject.kind !== 'entity') return [];
  return spansAround(change.detectedAt, ECHO_DAYS).map((span) => ({
    kind: 'entity',
    value: `${change.instrumentId} ${change.type} ${partyOf(change)} ${span}`,
  }));
}

/** The days on which a party may have been taken off: between the two captures, and some before for the document. */
function removalKeys(change: Change): readonly JoinKey[] {
  if (change.type !== 'entity.removed' || !ANNOUNCED_LISTS.has(change.instrumentId)) return [];
  const seen = change.evidence.find((entry) => entry.side === 'before')?.retrievedAt ?? change.detectedAt;
  const days = daysFromTo(dayAfter(seen, -FILED_AHEAD_DAYS), dayAfter(change.detectedAt, 1), LONGEST_GAP_DAYS);
  const name = textFact(factsOf(change), 'name') ?? change.subject.label;
  return [
    ...days.map((day): JoinKey => ({ kind: 'removal', value: `${change.instrumentId} ${day}` })),
    ...removalOf(change.instrumentId, name, change.detectedAt),
  ];
}

function revisedListKeys(change: Change): readonly JoinKey[] {
  if (change.instrumentId !== 'JP-EUL') return [];
  const days = daysFromTo(
    dayAfter(change.detectedAt, -LIST_LAG_DAYS),
    dayAfter(change.detectedAt, 1),
    LONGEST_GAP_DAYS,
  );
  return days.map((day) => ({ kind: 'revised_list', value: `${change.instrumentId} ${day}` }));
}

/** Taken off the Unverified or Military End User List because it was put on the Entity List: two linked changes (T23). */
function moveKeys(change: Change): readonly JoinKey[] {
  const leaves =
    change.type === 'entity.removed' && (change.instrumentId === 'US-UVL' || change.instrumentId === 'US-MEU');
  const arrives = change.type === 'entity.added' && change.instrumentId === 'US-EL';
  if (!leaves && !arrives) return [];
  return spansAround(change.detectedAt, ECHO_DAYS).map((span) => ({
    kind: 'moved',
    value: `${partyOf(change)} ${span}`,
  }));
}
