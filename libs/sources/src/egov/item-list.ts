import type { Provision } from '#domain';
import { arabicLabel } from '#time';
import { childrenOf, type LawNode } from './law-node.ts';
import { linesOf, numberOf, sentenceOf } from './printed-lines.ts';

const NESTED = /^Subitem\d+$/;

function provisionsBelow(
  node: LawNode,
  label: string,
  parent: string | undefined,
  kind: 'item' | 'rule',
): readonly Provision[] {
  const subitems = childrenOf(node).filter((child) => NESTED.test(child.tag));
  const tables = childrenOf(node).filter((child) => !NESTED.test(child.tag) && !/(Title|Sentence)$/.test(child.tag));
  const text = [sentenceOf(node), ...tables.flatMap(linesOf)].filter((line) => line !== '').join('\n');
  return [
    { kind, label, ...(parent && { parent }), text, locator: label },
    ...subitems.flatMap((sub) => provisionsBelow(sub, `${label}${arabicLabel(numberOf(sub))}`, label, kind)),
  ];
}

/**
 * Provisions of a numbered item and all below it: `別表第二の三第二号の二(3)(ii)`, `別表第五第九号`, `第六条第十七号イ(1)`.
 * @param title the table, article or paragraph it stands in.
 * @param parent label of the unit that holds it; a table is none.
 */
export function provisionsOfItem(
  item: LawNode,
  title: string,
  kind: 'item' | 'rule',
  parent?: string,
): readonly Provision[] {
  return provisionsBelow(item, `${title}${ordinal(numberOf(item))}`, parent, kind);
}

/** `二の二` as the law cites it: `第二号の二`. */
function ordinal(number: string): string {
  const [first = '', ...branches] = number.split('の');
  return [`第${first}号`, ...branches].join('の');
}
