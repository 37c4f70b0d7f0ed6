import { foldName, type ListEntry } from '#domain';
import { entriesOf } from '../../ecfr/appendix-entries.ts';
import type { AppendixRow } from '../../ecfr/appendix-table.ts';
import { rolesOf } from '../../ecfr/column-role.ts';
import { type CheerioAPI, textWithBreaks } from '../../markup/index.ts';
import type { AnnouncedFact } from './announced-fact.ts';
import { countriesOf, type Instruction, lastBefore, quotedNames, type Verb, verbsOf } from './instruction.ts';

/** Lists that stand in supplements of the Export Administration Regulations. */
const LISTS: Readonly<Record<string, string>> = { '744/4': 'EL', '744/6': 'UVL', '744/7': 'MEU', '748/7': 'VEU' };
const MAX_TABLES = 100;

export function listOf({ title, part, supplement }: Instruction): string | undefined {
  return title === '15' && supplement !== undefined ? LISTS[`${part}/${supplement}`] : undefined;
}

/** A name in an instruction, with what is done to it. */
interface Ordered {
  readonly list: string;
  readonly verb: Verb;
  readonly country: string | undefined;
  readonly name: string;
}

/** `adding one alias and four addresses to the entry for "X"`: the entry stands, and is revised. */
const TO_ENTRY = /\b(?:to|from|in) the (?:existing )?entr(?:y|ies) (?:for|of)[\s,]*$/i;

function orderedIn(instruction: Instruction): readonly Ordered[] {
  const list = listOf(instruction);
  if (list === undefined) return [];
  const { text } = instruction;
  const [verbs, countries] = [verbsOf(text), countriesOf(text)];
  return quotedNames(text).flatMap(({ name, at }) => {
    const last = lastBefore(verbs, at);
    const verb = last && TO_ENTRY.test(text.slice(last.end, at)) ? 'revise' : last?.verb;
    const country = lastBefore(countries, at)?.country ?? countries[0]?.country ?? instruction.under;
    return verb === undefined ? [] : [{ list, verb, country, name }];
  });
}

/** Rows of the tables in regulatory text that have the columns of a list of part 744. */
function tableEntries($: CheerioAPI, document: ReturnType<CheerioAPI>, list: string): readonly ListEntry[] {
  const rows: AppendixRow[] = [];
  for (const table of document.find('REGTEXT GPOTABLE').toArray().slice(0, MAX_TABLES)) {
    const heads = $(table).children('BOXHD').children('CHED').toArray();
    const roles = rolesOf(heads.map((head) => textWithBreaks($, head)));
    if (roles === undefined) continue;
    for (const row of $(table).children('ROW').toArray()) {
      const texts = $(row)
        .children('ENT')
        .toArray()
        .map((cell) => textWithBreaks($, cell));
      if (texts.length !== roles.length || texts.some((text) => /^(?:\*\s*)+$/.test(text))) {
        // The country above a row of asterisks still holds below it.
        const [country = ''] = texts;
        if (!/^[*\s]*$/.test(country)) rows.push({ number: rows.length + 1, cells: { country, party: '' }, text: '' });
        continue;
      }
      const cells = Object.fromEntries(texts.map((text, index) => [roles[index], text]));
      rows.push({ number: rows.length + 1, cells, text: texts.join('\n') });
    }
  }
  return entriesOf(rows, list, 'amendment').entries;
}

/** What is done to an entry of the table: as its name is ordered, else as its country is, else as its citations tell. */
function verbFor(entry: ListEntry, ordered: readonly Ordered[]): Verb {
  const name = foldName(entry.name);
  const byName = ordered.filter(({ verb }) => verb !== 'remove').find((one) => foldName(one.name) === name);
  if (byName) return byName.verb;
  // An entry that is new is cited for this document alone.
  return (entry.citations.join(' ').match(/\d FR\b/g) ?? []).length > 1 ? 'revise' : 'add';
}

const TYPES: Partial<Record<Verb, string>> = { add: 'entity.added', revise: 'entity.modified' };

function groupsOf(entries: readonly ListEntry[]): ReadonlySet<string> {
  const countries = new Map<string, Set<string>>();
  for (const { name, country = '' } of entries) {
    countries.set(foldName(name), (countries.get(foldName(name)) ?? new Set()).add(country));
  }
  return new Set([...countries].flatMap(([name, found]) => (found.size > 1 ? [name] : [])));
}

function ofEntry(entry: ListEntry, ordered: readonly Ordered[], groups: ReadonlySet<string>): AnnouncedFact {
  const group = foldName(entry.name);
  return {
    type: TYPES[verbFor(entry, ordered)] ?? 'entity.modified',
    list: entry.list,
    name: entry.name,
    ...(entry.aliases.length > 0 ? { aliases: entry.aliases } : {}),
    ...(entry.country === undefined ? {} : { country: entry.country }),
    ...(entry.footnotes.length > 0 ? { footnotes: entry.footnotes } : {}),
    ...(groups.has(group) ? { entityGroupId: group } : {}),
  };
}

function ofName({ list, verb, country, name }: Ordered): AnnouncedFact {
  const where = country === undefined ? {} : { country };
  if (list === 'VEU') {
    const type = verb === 'remove' ? 'authorisation.revoked' : verb === 'add' ? 'authorisation.issued' : undefined;
    return { type: type ?? 'authorisation.broadened', list, name, ...where };
  }
  const type = verb === 'remove' ? 'entity.removed' : (TYPES[verb] ?? 'entity.modified');
  return { type, list, name, ...where };
}

/**
 * Parties that the instructions and tables of a rule add to, revise on or remove from the lists of 15 CFR parts 744 and 748. An
 * entry printed in a table is told once, with its aliases; a party that is only named is told by its name.
 */
export function announcedParties(
  $: CheerioAPI,
  document: ReturnType<CheerioAPI>,
  instructions: readonly Instruction[],
): readonly AnnouncedFact[] {
  const ordered = instructions.flatMap(orderedIn);
  const [list] = instructions.flatMap((instruction) => listOf(instruction) ?? []);
  if (list === undefined) return [];
  const entries = tableEntries($, document, list).filter(({ parent }) => parent === undefined);
  const groups = groupsOf(entries);
  const printed = new Set(entries.map(({ name }) => foldName(name)));
  const named = ordered.filter(({ verb, name }) => verb === 'remove' || !printed.has(foldName(name)));
  return [...entries.map((entry) => ofEntry(entry, ordered, groups)), ...named.map(ofName)];
}
