import type { ReadOutcome } from '#domain';
import { countSections } from '../list-sections/count-sections.ts';
import { decodeText, loadHtml, looksBlocked } from '../markup/index.ts';
import type { CapturedBytes } from '../source.ts';
import { type ListTable, listTablesOf } from './list-table.ts';
import { listedEntries } from './listed-entries.ts';

/** Share of rows that must give a date; fewer means that the columns moved. */
const SOUND_SHARE = 0.9;

const changed = (because: string): ReadOutcome => ({ kind: 'structure_changed', because });
const implausible = (because: string): ReadOutcome => ({ kind: 'implausible', because });

/**
 * Reads the UFLPA Entity List page: only tables whose heads name an entity and a date, wherever a redesign puts them. A page
 * without them is `structure_changed`; one cut short, or with a list of the law missing, is `implausible`. Never throws.
 */
export function readUflpaList(capture: CapturedBytes): ReadOutcome {
  const decoded = decodeText(capture.bytes, capture.mediaType);
  if (!decoded.ok) return changed(decoded.because);
  const blocked = looksBlocked(decoded.text);
  if (blocked !== undefined) return changed(blocked);
  if (!/<\/html>\s*$/i.test(decoded.text.slice(-2_000))) return implausible('the page is cut short');
  const loaded = loadHtml(decoded.text);
  if (!loaded.ok) return changed(loaded.because);
  const found = listTablesOf(loaded.$);
  if (!found.ok) return changed(found.because);
  if (found.tables.length === 0) return changed('no table of entities with their effective dates');
  if (found.missing.length > 0) return implausible(`no table for section ${found.missing.join(', ')}`);
  return outcomeOf(found.tables);
}

function outcomeOf(tables: readonly ListTable[]): ReadOutcome {
  const entries = listedEntries(tables);
  if (entries.length === 0) return implausible('the tables name no entity');
  if (entries.some(({ name }) => name === '')) return changed('a row names no entity');
  const dated = entries.filter(({ validFrom }) => validFrom !== undefined).length;
  if (dated < SOUND_SHARE * entries.length) return changed(`${entries.length - dated} rows have no effective date`);
  return { kind: 'read', reading: { kind: 'list', entries, sections: countSections(entries.map(({ list }) => list)) } };
}
