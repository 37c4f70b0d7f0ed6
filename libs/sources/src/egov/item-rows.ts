import type { Provision } from '#domain';
import { arabicLabel, NUMERAL } from '#time';
import type { PrintedRow } from './row-table.ts';

/** `（十の二）　フィールド…` opens a 号. */
const ITEM_LINE = new RegExp(`^（(${NUMERAL}(?:の${NUMERAL})*)）[\\s\u3000]+`);
/** `１０　ペプチド…` opens a line of the sub-list of the 号 above. */
const SUB_LINE = /^([0-9０-９]+(?:の[0-9０-９]+)*)[\s\u3000]+/;

interface OpenUnit {
  readonly label: string;
  readonly parent?: string;
  readonly lines: string[];
}

/** Splits the goods of one row into the row's own words, its 号 and their numbered lines. */
function unitsOf(rowLabel: string, lines: readonly string[]): readonly OpenUnit[] {
  const units: OpenUnit[] = [{ label: rowLabel, lines: [] }];
  let item = rowLabel;
  for (const line of lines) {
    const opensItem = ITEM_LINE.exec(line);
    const opensSub = opensItem ? null : SUB_LINE.exec(line);
    if (opensItem) {
      item = `${rowLabel}(${arabicLabel(opensItem[1] ?? '')})`;
      units.push({ label: item, parent: rowLabel, lines: [line.slice(opensItem[0].length)] });
    } else if (opensSub) {
      const label = `${item}${arabicLabel(opensSub[1] ?? '')}`;
      units.push({ label, parent: item, lines: [line.slice(opensSub[0].length)] });
    } else units.at(-1)?.lines.push(line);
  }
  return units;
}

/**
 * Provisions of a table whose rows hold 号: `7の項(10の2)`, numbered lines below a 号 `3の2の項(2)10`, and the row itself
 * `16の項` with its opening words and its destinations. Labels come from what is printed, never from `Sentence@Num`, which
 * counts positions and moves with every insertion.
 */
export function provisionsOfItemRows(rows: readonly PrintedRow[], title: string): readonly Provision[] {
  return rows.flatMap(({ head, cells: [goods = [], ...others] }) => {
    const units = unitsOf(`${arabicLabel(head)}の項`, goods);
    return units.map(({ label, parent, lines }) => ({
      kind: 'item' as const,
      label,
      ...(parent && { parent }),
      text: [...lines, ...(parent ? [] : others.flat())].join('\n'),
      locator: `${title} ${label}`,
    }));
  });
}
