import type { ListEntry, ReadOutcome } from '#domain';
import { countSections } from '../list-sections/count-sections.ts';
import { decodeText, loadHtml, looksBlocked } from '../markup/index.ts';
import type { CapturedBytes } from '../source.ts';
import { approvalEntries, coveredEntries, sectionEntry } from './covered-entries.ts';
import { type PageTable, tablesOf } from './page-table.ts';

const isCovered = ({ heads }: PageTable): boolean => /covered equipment/i.test(heads[0] ?? '') && heads.length === 2;
const isApproval = ({ heads, section }: PageTable): boolean =>
  heads.length === 2 && /conditional approval/i.test(heads.join(' ')) && !/covered list/i.test(section);

function entriesOf(table: PageTable): readonly ListEntry[] {
  if (isCovered(table)) return coveredEntries(table);
  return isApproval(table) ? approvalEntries(table) : [sectionEntry(table)];
}

const changed = (because: string): ReadOutcome => ({ kind: 'structure_changed', because });

/**
 * Reads the FCC's Covered List page: tables only, each by its column heads. Without a covered equipment table whose rows
 * carry dates, the page is another page. Never throws.
 */
export function readCoveredList(capture: CapturedBytes): ReadOutcome {
  const decoded = decodeText(capture.bytes, capture.mediaType);
  if (!decoded.ok) return changed(decoded.because);
  const blocked = looksBlocked(decoded.text);
  if (blocked !== undefined) return changed(blocked);
  if (!/<\/html>\s*$/i.test(decoded.text.slice(-2_000)))
    return { kind: 'implausible', because: 'the page is cut short' };
  const loaded = loadHtml(decoded.text);
  if (!loaded.ok) return changed(loaded.because);
  const tables = tablesOf(loaded.$).filter(({ rows, raw }) => rows.length > 0 && raw !== '');
  const covered = tables.filter(isCovered);
  if (covered.length === 0) return changed('no table of covered equipment or services');
  const ragged = tables
    .filter((table) => isCovered(table) || isApproval(table))
    .find(({ heads, rows }) => rows.some((cells) => cells.length !== heads.length));
  if (ragged) return changed(`a row of "${ragged.section.slice(0, 80)}" has another number of cells than its head`);
  const entries = tables.flatMap(entriesOf);
  const dated = covered.flatMap(coveredEntries).filter(({ details }) => details['date of inclusion'] !== undefined);
  if (dated.length === 0) return changed('no date of inclusion can be read');
  return { kind: 'read', reading: { kind: 'list', entries, sections: countSections(entries.map(({ list }) => list)) } };
}
