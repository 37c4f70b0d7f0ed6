import type { ReadOutcome } from '#domain';
import { countSections } from '../list-sections/count-sections.ts';
import { decodeText, loadXml } from '../markup/index.ts';
import type { CapturedBytes, Source } from '../source.ts';
import { entriesOf } from './appendix-entries.ts';
import { readAppendixTable } from './appendix-table.ts';

/** More unknown country names than this mean that the columns moved, not that the world did. */
const MAX_UNKNOWN_COUNTRIES = 5;

/** Codes by which the Consolidated Screening List calls the lists of part 744. */
const LIST_CODES: Readonly<Record<string, string>> = { '4': 'EL', '6': 'UVL', '7': 'MEU' };

function listOf(source: Source, appendix: string): string {
  const number = /^Supplement No\. (\d+) to Part 744$/i.exec(appendix)?.[1] ?? '';
  return String(source.params.list ?? LIST_CODES[number] ?? source.id);
}

/**
 * Reads a list appendix of 15 CFR part 744 from eCFR XML. `params.appendix`: its printed name; `params.list`: the list code
 * of its entries where it is not one of part 744's. Another shape is `structure_changed`, XML cut short is `implausible`. Never throws.
 */
export function readAppendix(source: Source, capture: CapturedBytes): ReadOutcome {
  const decoded = decodeText(capture.bytes, capture.mediaType);
  if (!decoded.ok) return { kind: 'structure_changed', because: decoded.because };
  if (!/^\s*(?:<\?xml|<(?:DIV|ECFR|DLPSTEXTCLASS))/.test(decoded.text)) {
    return { kind: 'structure_changed', because: 'not an eCFR document' };
  }
  const loaded = loadXml(decoded.text);
  if (!loaded.ok) return { kind: 'implausible', because: loaded.because };
  const appendix = String(source.params.appendix ?? '');
  const table = readAppendixTable(loaded.$, appendix);
  if (!table.ok) return { kind: 'structure_changed', because: table.because, locator: table.locator };
  return outcomeOf(entriesOf(table.rows, listOf(source, appendix), appendix), appendix);
}

function outcomeOf(found: ReturnType<typeof entriesOf>, locator: string): ReadOutcome {
  if (found.entries.length === 0) return { kind: 'implausible', because: 'the table holds no entry', locator };
  if (found.rowWithoutCountry !== undefined) {
    return { kind: 'structure_changed', because: `row ${found.rowWithoutCountry} stands under no country`, locator };
  }
  if (found.unknownCountries.length > MAX_UNKNOWN_COUNTRIES) {
    const names = found.unknownCountries.slice(0, 5).join('; ').slice(0, 200);
    return { kind: 'structure_changed', because: `unknown countries: ${names}`, locator };
  }
  return { kind: 'read', reading: { kind: 'list', entries: found.entries, sections: countSections(found.sections) } };
}
