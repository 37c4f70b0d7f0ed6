import { comparableNames } from '#domain';
import {
  type FoundName,
  findPartyNames,
  type ListedParty,
  listChangesOfSubjects,
  listingsOfSubjects,
  namesOfParty,
  type Session,
  type StoredChange,
} from '#store';

/** All that is stored under one name: its entries on lists, its other names, its changes. */
export interface LoadedParty {
  readonly nameKey: string;
  /** As printed most often. */
  readonly name: string;
  /** Names that the same entries carry, one for each key. */
  readonly otherNames: readonly { readonly nameKey: string; readonly printed: string }[];
  readonly listings: readonly ListedParty[];
  /** Newest first, at most {@link MOST_CHANGES}. */
  readonly changes: readonly StoredChange[];
}

const MOST_NAMES = 400;
const MOST_CHANGES = 300;
const MOST_FOUND = 100;

/** The party under a name; undefined where no list or document names it. Equal names are not proof of one party. */
export async function loadParty(session: Session, nameKey: string): Promise<LoadedParty | undefined> {
  const names = await namesOfParty(session, nameKey, MOST_NAMES);
  const own = names.filter((name) => name.nameKey === nameKey).map(({ printed }) => printed);
  const name = mostFrequent(own);
  if (name === undefined) return undefined;
  const subjects = [...new Set(names.map(({ subjectKey }) => subjectKey))];
  const [listings, changes] = await Promise.all([
    listingsOfSubjects(session, subjects),
    listChangesOfSubjects(session, subjects, MOST_CHANGES),
  ]);
  const others = Map.groupBy(
    names.filter((one) => one.nameKey !== nameKey),
    (one) => one.nameKey,
  );
  const otherNames = [...others].map(([key, of]) => ({ nameKey: key, printed: of[0]?.printed ?? key }));
  return { nameKey, name, otherNames, listings, changes };
}

/** Names like what was typed: as names are compared, so without legal form, accents, width and spaces. */
export async function searchParties(session: Session, typed: string): Promise<readonly FoundName[]> {
  const key = comparableNames(typed)[0]?.compact ?? '';
  return key.length < 2 ? [] : findPartyNames(session, key, MOST_FOUND);
}

function mostFrequent(texts: readonly string[]): string | undefined {
  const groups = [...Map.groupBy(texts, (text) => text)];
  return groups.sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || a.localeCompare(b))[0]?.[0];
}
