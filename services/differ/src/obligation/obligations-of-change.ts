import { type Change, digestOf, type JsonObject, type ObligationKind } from '#domain';
import type { Source } from '#sources';
import type { Obligation, Proof } from '#store';
import { announcedParties } from '../development/announced-facts.ts';
import { ANNOUNCED_LISTS } from '../development/document-keys.ts';
import { factsOf, numberFact, textFact, textsFact } from '../development/fact-texts.ts';
import { registerCitationsIn } from '../development/register-citation.ts';

/** What a change makes another source owe. */
export type Owed = Omit<Obligation, 'developmentId' | 'openedAt' | 'state' | 'closedAt' | 'because'>;

const LONGEST_QUOTE_CHARS = 500;

/** Words of a change that prove what it says. */
export function proofOf(change: Change): Proof {
  const [first] = change.evidence;
  return {
    sourceId: change.sourceId,
    locator: first?.locator ?? '',
    quote: (first?.quote ?? '').slice(0, LONGEST_QUOTE_CHARS).replaceAll('\u0000', ''),
    sha256: first?.sha256 ?? '',
    retrievedAt: first?.retrievedAt ?? change.detectedAt,
  };
}

/**
 * What a change announces that another watched source has yet to show. History owes nothing: what was there before the first
 * capture was shown long ago. Pure.
 */
export function obligationsOf(change: Change, watched: readonly Source[]): readonly Owed[] {
  if (change.detection.baseline || change.detection.path === 'clock') return [];
  if (change.detection.path !== 'document') return [...enforcement(change), ...announcement(change, watched)];
  return change.jurisdiction === 'JP'
    ? consolidation(change, watched)
    : [...listing(change, watched), ...codification(change, watched)];
}

const BINDS: ReadonlySet<Change['stage']> = new Set(['final', 'interim_final', 'in_force']);

function owed(
  change: Change,
  kind: ObligationKind,
  sourceId: string,
  terms: { readonly key?: string; readonly expected: JsonObject; readonly dueOn: string | undefined },
): Owed {
  const { changeId, instrumentId } = change;
  return {
    obligationId: digestOf('obligation', kind, changeId, sourceId, terms.key ?? ''),
    changeId,
    kind,
    instrumentId,
    sourceId,
    expected: terms.expected,
    dueOn: terms.dueOn ?? null,
    proof: [proofOf(change)],
  };
}

const sum = (facts: JsonObject, ...names: readonly string[]): number =>
  names.reduce((total, name) => total + (numberFact(facts, name) ?? 0), 0);

/** What a document says it does to its list. Entries and entities are counted apart: one entity may have several entries. */
function listing(change: Change, watched: readonly Source[]): readonly Owed[] {
  if (!ANNOUNCED_LISTS.has(change.instrumentId) || !BINDS.has(change.stage)) return [];
  const facts = factsOf(change);
  const ordered = (type: string) => announcedParties(change, type, change.instrumentId).length;
  const entries = numberFact(facts, 'entriesAdded') ?? (ordered('entity.added') || undefined);
  const added = entries ?? numberFact(facts, 'entitiesAdded') ?? numberFact(facts, 'personsAdded') ?? 0;
  const stated = sum(facts, 'entitiesRemoved', 'personsRemoved') || sum(facts, 'entriesRemoved');
  const removed = stated || ordered('entity.removed');
  const revised = sum(facts, 'entriesRevised', 'entriesCorrected');
  if (added + removed + revised === 0) return [];
  const { publishedOn, effectiveFrom } = change.dates;
  const [citation] = (change.lineage.citation ?? []).flatMap(registerCitationsIn);
  const expected = {
    added,
    addedAre: entries === undefined ? 'entities' : 'entries',
    removed,
    revised,
    ...(citation ? { citation: citation.page } : {}),
    ...(publishedOn ? { publishedOn } : {}),
  };
  const shows = (source: Source) =>
    source.family === 'csl' ? change.instrumentId !== 'US-UFLPA' : source.instrumentId === change.instrumentId;
  return watched
    .filter((source) => LISTS.has(source.family) && shows(source))
    .map((source) => owed(change, 'listed', source.id, { expected, dueOn: effectiveFrom ?? publishedOn }));
}

const LISTS: ReadonlySet<string> = new Set(['ecfr', 'csl', 'dhs-uflpa']);

/** The parts a rule amends, in the source that holds the text of each; the structure of the title where no source does. */
function codification(change: Change, watched: readonly Source[]): readonly Owed[] {
  const facts = factsOf(change);
  if (!BINDS.has(change.stage) || textFact(facts, 'documentType') !== 'Rule') return [];
  const dueOn = change.dates.effectiveFrom ?? change.dates.publishedOn;
  return textsFact(facts, 'cfr').flatMap((part) => {
    const holder = watched.find(
      ({ family, params }) => family === 'ecfr-text' && `${params.title} CFR ${params.part}` === part,
    );
    return holder === undefined ? [] : [owed(change, 'codified', holder.id, { key: part, expected: { part }, dueOn })];
  });
}

/** A law or order decided or promulgated, in the e-Gov source of each law that its title names. */
function consolidation(change: Change, watched: readonly Source[]): readonly Owed[] {
  const title = (textFact(factsOf(change), 'title') ?? change.subject.label).normalize('NFKC');
  const isDraft = change.stage === 'proposed' || change.stage === 'guidance';
  if (isDraft || !/改正する(?:法律|政令|[省府]令)/.test(title)) return [];
  return watched
    .filter((source) => source.family === 'egov-law' && isAmended(lawTitleOf(source), title))
    .map((source) =>
      owed(change, 'consolidated', source.id, { expected: { law: lawTitleOf(source) }, dueOn: undefined }),
    );
}

/** `輸出貿易管理令の一部を改正する`; another order that is named after the tables of this one is not this one. */
function isAmended(law: string, title: string): boolean {
  const at = title.indexOf(law);
  return at >= 0 && /^(?:等|及び|の一部|、)/.test(title.slice(at + law.length));
}

const lawTitleOf = (source: Source): string => source.title.normalize('NFKC').replace(/[\s(].*$/, '');

/** A revision that e-Gov shows as pending, until the same source shows it in force. */
function enforcement(change: Change): readonly Owed[] {
  const facts = factsOf(change);
  const revisionId = textFact(facts, 'revisionId');
  if (change.jurisdiction !== 'JP' || facts.revisionStatus !== 'pending' || revisionId === undefined) return [];
  const amendedBy = change.lineage.citation?.[0];
  const expected = { revisionId, ...(amendedBy ? { amendedBy } : {}) };
  const terms = { expected, dueOn: change.dates.effectiveFrom };
  return [
    {
      ...owed(change, 'enforced', change.sourceId, terms),
      obligationId: digestOf('obligation', 'enforced', revisionId),
    },
  ];
}

const LIST_CHANGES = /^entity\.(?:added|removed|license_requirement_changed|review_policy_changed|footnote_changed)$/;

/** A list never changes without a document; which one it was is owed by the Federal Register. */
function announcement(change: Change, watched: readonly Source[]): readonly Owed[] {
  if (!ANNOUNCED_LISTS.has(change.instrumentId) || !LIST_CHANGES.test(change.type) || !change.alerting) return [];
  const register = watched.find((source) => source.family === 'federal-register' && source.jurisdiction === 'US');
  if (!register) return [];
  const terms = { expected: { list: change.instrumentId }, dueOn: change.detectedAt.slice(0, 10) };
  return [owed(change, 'announced', register.id, terms)];
}
