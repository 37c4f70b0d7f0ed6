import { type Change, foldName, type JoinKey } from '#domain';
import { announcedParties } from './announced-facts.ts';
import { spansAround } from './day-window.ts';
import { factsOf, numberFact, textFact, textsFact } from './fact-texts.ts';
import { registerCitationsIn } from './register-citation.ts';

/** Lists whose every change is announced by a document of the Federal Register. */
export const ANNOUNCED_LISTS: ReadonlySet<string> = new Set(['US-EL', 'US-UVL', 'US-MEU', 'US-UFLPA']);

/** A count of parties taken off a list, under whatever name the document states it: `entitiesRemoved`, `meuRemoved`. */
const REMOVED = /Removed$/;

/** What a change of a known document adds to its id: the date that moved, or the sizes of an edited block. */
const ADDED_TO_ID = / (?:(?:effectiveFrom|commentClose|complianceBy) \d{4}-\d{2}-\d{2}|\d+ \d+)$/;

/** The own number of a document, else the publisher's id: also for a later change of the same document. */
export function documentIdOf(change: Change): string {
  return change.documentNumber ?? change.subject.key.replace(ADDED_TO_ID, '');
}

/**
 * What a document has in common with others about its act: its number and those it corrects, extends or replaces; the page it
 * is printed on; RIN and docket. Two documents of one day and one RIN stay two, each by its number (T21).
 */
export function documentKeys(change: Change): readonly JoinKey[] {
  const { lineage } = change;
  const facts = factsOf(change);
  // An earlier document is named by its number, or by its page where its number was not at hand.
  const named = [...(lineage.corrects ?? []), ...(lineage.supersedes ?? [])];
  const numbers = [
    documentIdOf(change),
    ...named.filter((name) => registerCitationsIn(name).length === 0),
    ...textsFact(facts, 'of'),
  ];
  const pages = [...(lineage.citation ?? []), ...named].flatMap(registerCitationsIn).map(({ page }) => page);
  return [
    ...numbers.map((value): JoinKey => ({ kind: 'document', value })),
    ...pages.map((value): JoinKey => ({ kind: 'citation', value })),
    ...(lineage.rin ?? []).map((value): JoinKey => ({ kind: 'rin', value })),
    ...(lineage.docket ?? []).map((docket): JoinKey => ({ kind: 'docket', value: docketName(docket) })),
    ...listKeys(change, (lineage.citation ?? []).length > 0),
    ...partKeys(change),
  ];
}

/** A docket as printed, `Docket No. 190925-0044` or `190925-0044`, is one docket. */
function docketName(docket: string): string {
  return docket.replace(/^\W*(?:docket|case)\s*(?:nos?\.?|numbers?|id)?\s*:?\s*/i, '').trim();
}

/** A document without its page yet is found by the day its list cites; one that takes parties off, by the day they were gone. */
function listKeys(change: Change, hasPage: boolean): readonly JoinKey[] {
  const { publishedOn } = change.dates;
  if (publishedOn === undefined || change.jurisdiction !== 'US') return [];
  const facts = factsOf(change);
  const lists = [change.instrumentId, textFact(facts, 'otherInstrument') ?? ''].filter((id) => ANNOUNCED_LISTS.has(id));
  const removes = Object.keys(facts).some((name) => REMOVED.test(name) && (numberFact(facts, name) ?? 0) > 0);
  return lists.flatMap((list): JoinKey[] => [
    ...(hasPage && list !== DATED_LIST ? [] : citedDays(list, change)),
    ...(removes ? [{ kind: 'removal' as const, value: `${list} ${publishedOn}` }] : []),
    ...announcedParties(change, 'entity.removed', list).flatMap(({ name }) => removalOf(list, name, publishedOn)),
  ]);
}

const REMOVAL_DAYS = 30;

/** A party taken off a list by name, as the document and the list say it within weeks. */
export function removalOf(list: string, name: string, at: string): readonly JoinKey[] {
  const spans = spansAround(at, REMOVAL_DAYS);
  return spans.map((span) => ({ kind: 'removal', value: `${list} ${foldName(name)} ${span}` }));
}

/** The list prints no citation, only the day from which each entry is effective. */
export const DATED_LIST = 'US-UFLPA';

function citedDays(list: string, { dates }: Change): readonly JoinKey[] {
  const days = [dates.publishedOn, list === DATED_LIST ? dates.effectiveFrom : undefined];
  return [...new Set(days)].flatMap((day) =>
    day === undefined ? [] : [{ kind: 'cited_day', value: `${list} ${day}` }],
  );
}

const AMENDS: ReadonlySet<Change['stage']> = new Set(['final', 'interim_final', 'in_force']);

/** The parts a rule amends, on the day it takes effect. */
function partKeys(change: Change): readonly JoinKey[] {
  const facts = factsOf(change);
  const on = change.dates.effectiveFrom ?? change.dates.publishedOn;
  if (on === undefined || !AMENDS.has(change.stage) || textFact(facts, 'documentType') !== 'Rule') return [];
  return textsFact(facts, 'cfr').map((part) => ({ kind: 'cfr', value: `${part} ${on}` }));
}
