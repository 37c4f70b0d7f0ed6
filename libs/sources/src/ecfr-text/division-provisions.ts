import type { CheerioAPI } from '../markup/index.ts';
import { blocksOf } from './block.ts';
import { readControlList } from './ccl-provisions.ts';
import { readCountryChart, readCountryGroups } from './country-chart.ts';
import type { Division } from './division.ts';
import { instrumentOf } from './instrument-of.ts';
import type { ProvisionList } from './provision-list.ts';
import { readParagraphs } from './section-provisions.ts';
import { readMunitionsList } from './usml-provisions.ts';

/** Lists of parties have a reader of their own (family `ecfr`); here they would be thousands of rows without meaning. */
const PARTY_LIST = /\b(?:entity list|unverified list|military end.?user.*list)\b/i;
const RESERVED = /\[\s*reserved\s*\]\s*$/i;

/** `736 supp. 1` for Supplement No. 1 to Part 736. */
function shortNumber({ kind, number }: Division): string {
  const found = /^supplement no\. (\d+) to part (\d+)$/i.exec(number);
  return kind === 'appendix' && found ? `${found[2]} supp. ${found[1]}` : number;
}

/** True for an appendix that this family leaves to another. */
export function isPartyList({ kind, heading, node }: Division): boolean {
  return kind === 'appendix' && PARTY_LIST.test(heading) && node.find('TABLE').length > 0;
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
  const blocks = blocksOf($, division.node);
  const short = shortNumber(division);
  if (title === 15 && short === '774 supp. 1') {
    return readControlList(division.label, blocks, list) === 0 ? 'the Commerce Control List holds no entry' : undefined;
  }
  if (title === 15 && short === '738 supp. 1') return readCountryChart(blocks, list);
  if (title === 15 && short === '740 supp. 1') return readCountryGroups(blocks, list);
  if (title === 22 && short === '121.1') {
    return readMunitionsList(division.label, blocks, list) === 0 ? 'the Munitions List holds no category' : undefined;
  }
  const instrumentId = instrumentOf(title, short, division.heading);
  const root = { kind: 'rule' as const, label: division.label, ...(instrumentId !== undefined && { instrumentId }) };
  const label = list.open({
    ...root,
    caption: division.heading,
    ...(division.citations.length > 0 && { amendedBy: division.citations }),
    ...(division.effectNote !== undefined && { effectNote: division.effectNote }),
  });
  readParagraphs({ ...root, label }, blocks, list);
  return undefined;
}
