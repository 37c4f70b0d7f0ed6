import { childOf, childrenOf, type LawNode, wordsOf } from './law-node.ts';

/** Elements that carry a number or title of their own and words beside nested units. */
const NUMBERED = /^(Paragraph|Item|Subitem\d+)$/;

/** Between a number and its words, and between columns, as e-Gov prints. */
const WIDE_SPACE = '\u3000';

/** Number or title of a paragraph or item as printed: `２`, `一の二`, `（１）`; empty for a first paragraph. */
export function numberOf(node: LawNode): string {
  return wordsOf(childOf(node, node.tag === 'Paragraph' ? 'ParagraphNum' : `${node.tag}Title`)).trim();
}

/** Own sentence of a paragraph or item, columns one wide space apart, without nested items. */
export function sentenceOf(node: LawNode): string {
  const holder = childOf(node, `${node.tag}Sentence`);
  if (!holder) return '';
  const columns = childrenOf(holder, 'Column');
  return (columns.length > 0 ? columns.map(wordsOf).join(WIDE_SPACE) : wordsOf(holder)).trim();
}

/** A unit's words one printed line each, in order: numbers before their sentences, a row of a table on one line. */
export function linesOf(node: LawNode): readonly string[] {
  if (node.tag === 'Sentence') return filled([wordsOf(node)]);
  if (node.tag === 'TableRow') return filled([filled(childrenOf(node, 'TableColumn').map(wordsOf)).join(WIDE_SPACE)]);
  if (!NUMBERED.test(node.tag)) return childrenOf(node).flatMap(linesOf);
  const own = filled([numberOf(node), sentenceOf(node)]).join(WIDE_SPACE);
  const nested = childrenOf(node).filter((child) => !/(Caption|Title|Num|Sentence)$/.test(child.tag));
  return [...filled([own]), ...nested.flatMap(linesOf)];
}

function filled(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}
