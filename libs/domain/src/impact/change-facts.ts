import type { Change } from '../change.ts';
import { countryOfEnglishName, countryOfJapaneseName } from '../country/country-of-name.ts';
import type { EndUse, ItemScheme } from '../profile.ts';
import { textsOfChange } from './change-fields.ts';
import { ANY_TOKEN, type ControlPath } from './control-path.ts';
import { eccnPath, eccnsIn } from './eccn-path.ts';
import { endUsesIn } from './end-use-terms.ts';
import { jpItemPath } from './jp-item-path.ts';
import { type ComparableName, comparableNames } from './name-match.ts';
import { searchableText } from './search-terms.ts';
import { usmlIn, usmlPath } from './usml-path.ts';

/** What matching asks of a change, read out once for all profiles. */
export interface ChangeFacts {
  readonly change: Change;
  /** Parties the change is about: listed names and aliases, beneficiaries of an authorisation. */
  readonly parties: readonly ComparableName[];
  /** Items the change is about. */
  readonly items: readonly ControlPath[];
  /** Items its text merely names. */
  readonly namedItems: readonly ControlPath[];
  /** ISO alpha-2. */
  readonly countries: ReadonlySet<string>;
  readonly exceptCountries: ReadonlySet<string>;
  /** Country groups the change itself names, `D:1`. */
  readonly groups: ReadonlySet<string>;
  readonly regulatoryText: string;
  readonly preambleText: string;
  readonly endUses: ReadonlySet<EndUse>;
  readonly hsCodes: readonly string[];
}

const MAX_NAMES = 300;

/** Names, as printed, of the parties that a change is about: listed names and aliases, beneficiaries of an authorisation. */
export function partyNamesOf(change: Change): readonly string[] {
  const printed = textsOfChange(
    change,
    'name',
    'names',
    'aliases',
    'alias',
    'beneficiary',
    'beneficiaries',
    'parties',
    'members',
    'nameJa',
  );
  const aboutParty = change.subject.kind === 'entity' || change.subject.kind === 'authorisation';
  const old = change.type === 'entity.name_changed' ? textsOfChange(change, 'old', 'new') : [];
  const names = aboutParty ? [change.subject.label, ...printed, ...old] : printed;
  return [...new Set(names)].slice(0, MAX_NAMES);
}

function pathOf(code: string, scheme: ItemScheme): ControlPath | undefined {
  if (scheme === 'ECCN') return eccnPath(code) ?? eccnsIn(code)[0];
  return scheme === 'USML' ? usmlPath(code) : jpItemPath(code, scheme);
}

/** A Japanese item is of the order that its label names, else of that of the instrument. */
function schemesOf(change: Change, code: string): readonly ItemScheme[] {
  if (change.jurisdiction !== 'JP') return ['ECCN', 'USML'];
  const isTechnology = change.instrumentId.startsWith('JP-FX') || /^外(?:国)?為(?:替)?令/.test(code);
  return [isTechnology ? 'JP_FX' : 'JP_T1'];
}

/** A change is to an item, never to a pattern of items. */
function isWholeItem({ tokens, headingLength }: ControlPath): boolean {
  return tokens.length >= headingLength && !tokens.includes(ANY_TOKEN);
}

function itemsOf(change: Change): ControlPath[] {
  const listed = textsOfChange(change, 'item', 'items', 'code', 'codes', 'eccn', 'eccns');
  const labels = change.subject.kind === 'item' ? [change.subject.label, ...listed] : listed;
  const paths = [...new Set(labels)].flatMap((code) => schemesOf(change, code).map((scheme) => pathOf(code, scheme)));
  return paths.filter((path) => path !== undefined).filter(isWholeItem);
}

function countryCode(printed: string): string | undefined {
  const code = printed.trim().toUpperCase();
  return /^[A-Z]{2}$/.test(code) ? code : (countryOfEnglishName(printed) ?? countryOfJapaneseName(printed));
}

function countriesIn(printed: readonly string[]): ReadonlySet<string> {
  return new Set(printed.map(countryCode).filter((code) => code !== undefined));
}

function countriesOf(change: Change): ReadonlySet<string> {
  const stated = textsOfChange(change, 'country', 'countries');
  return countriesIn(change.subject.kind === 'country' ? [change.subject.label, ...stated] : stated);
}

/** Field values that only summarise what the rule does; the rest of a change is the publisher's operative text. */
const PREAMBLE_FIELDS = ['title', 'summary', 'abstract', 'datesText'] as const;

const OPERATIVE_FIELDS = [
  'text',
  'wording',
  'heading',
  'licenseRequirement',
  'licenseReviewPolicy',
  'reviewPolicy',
  'technologies',
  'scope',
  'old',
  'new',
] as const;

/** Reads out of a change what profiles are matched against. Pure; bounded whatever the publisher printed. */
export function changeFacts(change: Change): ChangeFacts {
  const quotes = change.evidence.map((entry) => entry.quote);
  const isDocument = change.subject.kind === 'document';
  const preamble = textsOfChange(change, ...PREAMBLE_FIELDS);
  const operative = [change.subject.label, ...textsOfChange(change, ...OPERATIVE_FIELDS)];
  const regulatoryText = searchableText(...operative, ...(isDocument ? [] : quotes));
  const preambleText = searchableText(...preamble, ...(isDocument ? quotes : []));
  const printed = [...operative, ...preamble, ...quotes].join(' ');
  return {
    change,
    parties: partyNamesOf(change).flatMap(comparableNames),
    items: itemsOf(change),
    namedItems: change.jurisdiction === 'JP' ? [] : [...eccnsIn(printed), ...usmlIn(printed)],
    countries: countriesOf(change),
    exceptCountries: countriesIn(textsOfChange(change, 'exceptCountry', 'exceptCountries')),
    groups: new Set(textsOfChange(change, 'group', 'groups').map((group) => group.toUpperCase())),
    regulatoryText,
    preambleText,
    endUses: endUsesIn(`${regulatoryText}${preambleText}`),
    hsCodes: textsOfChange(change, 'hsCode', 'hsCodes').map((code) => code.replace(/\D/g, '')),
  };
}
