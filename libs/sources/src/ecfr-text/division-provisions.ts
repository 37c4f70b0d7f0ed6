import { countryOfEnglishName } from '#domain';
import type { CheerioAPI } from '../markup/index.ts';
import { type Block, blocksOf } from './block.ts';
import { readControlList } from './ccl-provisions.ts';
import { readCountryChart, readCountryGroups } from './country-chart.ts';
import type { Division } from './division.ts';
import { instrumentOf } from './instrument-of.ts';
import type { ProvisionList } from './provision-list.ts';
import { readParagraphs } from './section-provisions.ts';
import { readMunitionsList } from './usml-provisions.ts';

/** The rows of party lists have a reader of their own (family `ecfr`); here only the words around the table are read. */
const PARTY_LIST = /\b(?:entity list|unverified list|military end.?user.*list)\b/i;
const RESERVED = /\[\s*reserved\s*\]\s*$/i;

/** `736 supp. 1` for Supplement No. 1 to Part 736. */
function shortNumber({ kind, number }: Division): string {
  const found = /^supplement no\. (\d+) to part (\d+)$/i.exec(number);
  return kind === 'appendix' && found ? `${found[2]} supp. ${found[1]}` : number;
}

function isPartyList({ kind, heading, node }: Division): boolean {
  return kind === 'appendix' && PARTY_LIST.test(heading) && node.find('TABLE').length > 0;
}

/** The words around a table that is read in its own way: its notes, its footnotes, and rows of one cell. */
function aroundTable(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'paragraph') return countryOfEnglishName(block.text) === undefined ? [block] : [];
    if (block.kind !== 'table') return [block];
    return block.grid.rows
      .filter((row) => row.length === 1 && row[0] !== '')
      .map(([text = '']) => ({ kind: 'paragraph', text, marked: text }));
  });
}

/**
 * Reads one section or appendix into `list`, each in its own way: the Commerce Control List, the Munitions List, the Country
 * Chart and Country Groups, and all others by paragraph. @returns what keeps it from being believed, or `undefined`
 */
export function readDivision(
  $: CheerioAPI,
  title: number,
  division: Division,
  list: ProvisionList,
): string | undefined {
  if (RESERVED.test(division.heading)) return undefined;
  const short = shortNumber(division);
  if (isPartyList(division)) {
    // Thousands of rows that nobody reads here would be taken apart for nothing.
    division.node.find('TABLE').remove();
    const around = blocksOf($, division.node);
    if (around.length > 0) readRule(title, short, division, around, list);
    return undefined;
  }
  const blocks = blocksOf($, division.node);
  const citations = division.citations.length > 0 ? { amendedBy: division.citations } : {};
  if (title === 15 && short === '774 supp. 1') {
    return readControlList({ label: division.label, ...citations }, blocks, list) === 0
      ? 'the Commerce Control List holds no entry'
      : undefined;
  }
  if (title === 15 && (short === '738 supp. 1' || short === '740 supp. 1')) {
    const readTables = short === '738 supp. 1' ? readCountryChart : readCountryGroups;
    const fault = readTables(blocks, list);
    if (fault === undefined) readRule(title, short, division, aroundTable(blocks), list);
    return fault;
  }
  if (title === 22 && short === '121.1') {
    return readMunitionsList({ label: division.label, ...citations }, blocks, list) === 0
      ? 'the Munitions List holds no category'
      : undefined;
  }
  readRule(title, short, division, blocks, list);
  return undefined;
}

/** A section or appendix by paragraph. */
function readRule(
  title: number,
  short: string,
  division: Division,
  blocks: readonly Block[],
  list: ProvisionList,
): void {
  const instrumentId = instrumentOf(title, short, division.heading);
  const root = { kind: 'rule' as const, label: division.label, ...(instrumentId !== undefined && { instrumentId }) };
  const label = list.open({
    ...root,
    caption: division.heading,
    ...(division.citations.length > 0 && { amendedBy: division.citations }),
    ...(division.effectNote !== undefined && { effectNote: division.effectNote }),
  });
  readParagraphs({ ...root, label }, blocks, list);
}
