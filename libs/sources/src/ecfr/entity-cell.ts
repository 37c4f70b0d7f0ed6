import { trimTail } from '../ear-terms/trim-tail.ts';
import { splitAddresses, takeCrossReferences } from './address.ts';
import { type PartyHeader, readPartyHeader } from './party-header.ts';

/** One party of an Entity cell. */
export interface Party {
  readonly name: string;
  /** Name of the party above it in the same cell, or of the organisation it is printed as subordinate to. */
  readonly parent?: string;
  readonly aliases: readonly string[];
  readonly addresses: readonly string[];
}

export interface EntityCell {
  /** The entry itself first, then those printed under it. Empty for a cell without a name. */
  readonly parties: readonly Party[];
  readonly crossReferences: readonly string[];
}

interface OpenParty {
  readonly name: string;
  readonly parent: string | undefined;
  readonly aliases: string[];
  readonly addresses: string[];
  /** Alias lines still to come. */
  aliasLines: number;
  aliasGoesOn: boolean;
}

interface CellState {
  readonly parties: OpenParty[];
  /** Lines after `Affiliated entities:` open a party each. */
  linesAreMembers: boolean;
  /** Dashed lines after `the following four subordinate entities:` open a party each. */
  dashesAreMembers: boolean;
  nextIsMember: boolean;
  /** The next line holds addresses of all parties; they stand with the first. */
  sharedAddresses: boolean;
}

const DASH = /^[—–-]\s*/;
const MEMBER_LIST = /\b(?:subordinate|affiliated)\s+(?:entities|institutions)\s*:\s*$/i;
const DEPARTMENT_LIST = /^The following (.{3,100}? entities):$/i;
const MEMBER_LINE = /^subordinate institution\b:?\s*/i;
const ALIAS_TAIL = /[;,]?\s*(?:and\s+)?(?:to include|including) the following.*$|;\s*(?:and\s+)?the following .*$/i;
const ABBREVIATED = /\b(?:Ltd|Co|Inc|Corp|Bhd|Pte|Pty|Mfg|Intl|Bros|[A-Z])\.$/;

function trimName(text: string): string {
  const head = trimTail(text);
  const name = trimTail(/[;,] ?and$/.test(head) ? head.slice(0, -3) : head).trimStart();
  return ABBREVIATED.test(name) ? name : name.replace(/\.$/, '');
}

function openParty(state: CellState, header: PartyHeader): void {
  const top = state.parties[0]?.name;
  state.parties.push({
    name: trimName(header.name),
    parent: header.parent ?? top,
    aliases: header.aliases.map(trimName),
    addresses: [...splitAddresses(header.addressText)],
    aliasLines: header.aliasLines,
    aliasGoesOn: false,
  });
}

/** The last alias may carry the party's address: `Mostotrest PAO. 6 Barklaya str., Moscow 121087`, `Mike Lee, P.O. Box 242, …`. */
const ADDRESS_BEHIND =
  /^(.{2,200}?, to include the following subordinate|.{2,160}?[\p{L}'’”)]{3})\.['’”]?\s+((?=[^;]{0,300}\d).*,.*)$|^([^,]{3,80}),\s+((?:P\.O\.|No\.|Room|Suite|Office|Unit|\d).*)$/su;

function addAlias(party: OpenParty, line: string): void {
  const behind = party.aliasLines === 1 ? ADDRESS_BEHIND.exec(line) : null;
  const head = behind?.[1] ?? behind?.[3] ?? line;
  const address = behind?.[2] ?? behind?.[4] ?? '';
  const alias = trimName(head.replace(ALIAS_TAIL, '').replace(/^a\.k\.a\.?,?\s*/i, ''));
  if (alias !== '') party.aliases.push(alias);
  party.addresses.push(...splitAddresses(address));
  party.aliasLines -= 1;
  party.aliasGoesOn = /(?:;|\band)\s*$/i.test(line);
}

function readDashed(state: CellState, party: OpenParty, line: string): void {
  if (party.name === '') return void state.parties.splice(-1, 1, { ...party, name: trimName(line) });
  if (party.aliasLines > 0) addAlias(party, line);
  else if (state.dashesAreMembers) openParty(state, readPartyHeader(line));
  // A dash without an announced list is a line of the address, unless more aliases were printed than were counted.
  else if (party.aliases.length > 0 && party.addresses.length === 0) addAlias(party, line);
  else party.addresses.push(...splitAddresses(line));
}

/** Lines that go on with the aliases without a dash: before the announced number is reached, or short and without digits. */
function continuesAliases(party: OpenParty, line: string): boolean {
  if (party.aliasLines > 0) return party.aliasGoesOn || party.aliases.length === 0;
  return party.aliasGoesOn && !/\d/.test(line);
}

function readPlain(state: CellState, party: OpenParty, line: string): void {
  const shared = /^(?:the following addresses apply to|addresses for)\b/i.test(line);
  if (shared || state.sharedAddresses) {
    state.sharedAddresses = shared && line.endsWith(':');
    if (!state.sharedAddresses) state.parties[0]?.addresses.push(...splitAddresses(line));
  } else if (continuesAliases(party, line)) addAlias(party, line);
  else if (state.linesAreMembers && (party.addresses.length > 0 || party.parent === undefined)) {
    openParty(state, readPartyHeader(line));
  } else {
    party.addresses.push(...splitAddresses(line));
    party.aliasLines = 0;
  }
}

function readLine(state: CellState, line: string): void {
  const party = state.parties.at(-1);
  const department = DEPARTMENT_LIST.exec(line)?.[1];
  const member = MEMBER_LINE.exec(line);
  if (!party && department) {
    openParty(state, { name: department, aliases: [], addressText: '', aliasLines: 0 });
    state.dashesAreMembers = true;
  } else if (!party || state.nextIsMember) {
    state.nextIsMember = false;
    openParty(state, readPartyHeader(line));
  } else if (member) {
    const name = line.slice(member[0].length);
    if (name === '') state.nextIsMember = true;
    else openParty(state, readPartyHeader(name));
  } else if (/^affiliated entities:$/i.test(line)) state.linesAreMembers = true;
  else {
    if (DASH.test(line)) readDashed(state, party, line.replace(DASH, ''));
    else readPlain(state, party, line);
    if (/subordinate entities:\s*$/i.test(line)) state.dashesAreMembers = MEMBER_LIST.test(line);
  }
}

/**
 * Reads the Entity cell of 15 CFR 744 Supplement No. 4: name, `a.k.a.` list, addresses, and the entities printed under it
 * (subordinate institutions, affiliated entities). Lines are those the publisher broke. Never throws.
 */
export function readEntityCell(cell: string): EntityCell {
  const { text, crossReferences } = takeCrossReferences(cell);
  const state: CellState = {
    parties: [],
    linesAreMembers: false,
    dashesAreMembers: false,
    nextIsMember: false,
    sharedAddresses: false,
  };
  for (const line of text.split(/\n|(?<=;)(?=—)/).map((part) => part.trim())) if (line !== '') readLine(state, line);
  const parties = state.parties.filter(({ name }) => name !== '').map(closeParty);
  return { parties, crossReferences };
}

function closeParty({ name, parent, aliases, addresses }: OpenParty): Party {
  return {
    name,
    ...(parent === undefined ? {} : { parent }),
    aliases: [...new Set(aliases)],
    addresses: [...new Set(addresses)],
  };
}
