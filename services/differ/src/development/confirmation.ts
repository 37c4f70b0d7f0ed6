import { type Change, compactText, foldName, type JsonObject, type StatedDifference } from '#domain';
import { comparableTerms } from '../list/license-terms.ts';
import { factsOf, objectFact, textFact, textsFact } from './fact-texts.ts';

/** What a change repeats or corrects of what another source told before. */
export interface Confirmation {
  readonly confirmsChangeId: string;
  /** Empty: it says the same. */
  readonly differs: readonly StatedDifference[];
}

/** What is told of, in the words in which copies of a list agree: kind of change, instrument, party and country or label. */
export function tellingOf(change: Change): string {
  const facts = factsOf(change);
  const name =
    change.subject.kind === 'entity' ? (textFact(facts, 'name') ?? change.subject.label) : change.subject.label;
  const value = [facts.alias, facts.address].map((one) => (typeof one === 'string' ? foldName(one) : ''));
  return [
    change.type,
    change.instrumentId,
    change.subject.kind,
    foldName(name),
    textFact(facts, 'country') ?? '',
    ...value,
  ].join('\u001f');
}

/** Whether a change was told to anybody: history and silent kinds are nothing that could be repeated. */
export function isTold(change: Change): boolean {
  return change.alerting && !change.detection.baseline && change.detection.path !== 'clock';
}

/**
 * Whether a change tells anew what another source told before. It confirms the first that it agrees with; where it agrees
 * with none, it corrects the first. Pure.
 * @param earlier of the same development, in the order of detection
 */
export function confirmationOf(change: Change, earlier: readonly Change[]): Confirmation | undefined {
  if (!isTold(change)) return undefined;
  const telling = tellingOf(change);
  const same = earlier.filter(
    (other) => other.sourceId !== change.sourceId && isTold(other) && tellingOf(other) === telling,
  );
  const stated = same.map((other) => ({ confirmsChangeId: other.changeId, differs: differencesOf(other, change) }));
  return stated.find(({ differs }) => differs.length === 0) ?? stated[0];
}

type ReadTerm = (change: Change, facts: JsonObject) => string | undefined;

/** What two sources may state about one act, and how it is compared. */
const TERMS: readonly { readonly field: string; readonly read: ReadTerm; readonly fold: (text: string) => string }[] = [
  { field: 'effectiveFrom', read: ({ dates }) => dates.effectiveFrom, fold: compactText },
  { field: 'effectiveTo', read: ({ dates }) => dates.effectiveTo, fold: compactText },
  { field: 'licenseRequirement', read: (_, facts) => textFact(facts, 'licenseRequirement'), fold: comparableTerms },
  {
    field: 'reviewPolicy',
    read: (_, facts) => textFact(objectFact(facts, 'reviewPolicy'), 'text'),
    fold: comparableTerms,
  },
  {
    field: 'footnotes',
    read: (_, facts) => textsFact(facts, 'footnotes').toSorted().join(', ') || undefined,
    fold: compactText,
  },
];

/** What the later change states otherwise. What only one of them states is no difference. */
export function differencesOf(earlier: Change, later: Change): readonly StatedDifference[] {
  const [before, after] = [earlier.after ?? earlier.before ?? {}, later.after ?? later.before ?? {}];
  return TERMS.flatMap(({ field, read, fold }) => {
    const [said, says] = [read(earlier, before), read(later, after)];
    if (said === undefined || says === undefined || fold(said) === fold(says)) return [];
    return [{ field, earlier: said, later: says }];
  });
}
