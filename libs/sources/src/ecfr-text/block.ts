import type { CheerioAPI } from '../markup/index.ts';
import { inlineText, withoutItalics } from './inline-text.ts';
import { type Grid, gridOf } from './table-grid.ts';

type Nodes = ReturnType<CheerioAPI>;

/** A paragraph. `marked` keeps the italics; `lead` is its first child where nothing stands before it. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly marked: string;
  readonly lead?: { readonly style: 'bold' | 'italic' | 'emphasis'; readonly text: string };
}

/** What a section or appendix is made of, in the order printed. */
export type Block =
  | Paragraph
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'note'; readonly title: string; readonly text: string }
  | { readonly kind: 'table'; readonly grid: Grid }
  /** `* * * * *`: words left out. */
  | { readonly kind: 'elision' };

/** Apparatus of the publication: sources, authority, links, and notes on effect. None of it is the rule. */
const APPARATUS = new Set(
  `head cita secauth auth source ednote effdnot effdnotp xref crossref appro parauth img math script style revtxt
  div1 div2 div3 div4 div5 div6 div7 div8 div9`.split(/\s+/),
);
const PARAGRAPHS = /^(?:p\d?|fp(?:-?\d(?:-\d)?|-dash)?|pspace|li|ldrwk|hed|stars)$/;
const ELISION = /^(?:\*\s*){3,}$/;
const STYLES: Readonly<Record<string, 'bold' | 'italic' | 'emphasis'>> = { b: 'bold', i: 'italic', e: 'emphasis' };

function paragraph($: CheerioAPI, node: Nodes): readonly Block[] {
  const marked = inlineText($, node);
  const text = withoutItalics(marked);
  if (text === '') return [];
  if (ELISION.test(text)) return [{ kind: 'elision' }];
  const first = node
    .contents()
    .toArray()
    .find((child) => child.type !== 'text' || child.data.trim() !== '');
  const style = first?.type === 'tag' ? STYLES[first.name.toLowerCase()] : undefined;
  const lead = first && style ? { style, text: withoutItalics(inlineText($, first)) } : undefined;
  return [{ kind: 'paragraph', text, marked, ...(lead && { lead }) }];
}

function note($: CheerioAPI, node: Nodes, name: string): readonly Block[] {
  const title = name === 'ftnt' ? footnoteTitle(node) : withoutItalics(inlineText($, node.children('HED').first()));
  const inner = blocksOf($, node).filter((block) => block.kind !== 'paragraph' || block.text !== title);
  const text = inner.map(linesOf).join('\n').trim();
  return text === '' ? [] : [{ kind: 'note', title: title.replace(/[:.]\s*$/, ''), text }];
}

function footnoteTitle(node: Nodes): string {
  const mark = node.find('SU, sup').first().text().trim();
  return mark === '' ? 'Footnote' : `Footnote ${mark}`;
}

function linesOf(block: Block): string {
  if (block.kind === 'table') return block.grid.rows.map((row) => row.join(' | ')).join('\n');
  if (block.kind === 'elision') return '';
  return block.kind === 'note' ? `${block.title}: ${block.text}` : block.text;
}

function blockOf($: CheerioAPI, node: Nodes, name: string): readonly Block[] {
  if (APPARATUS.has(name)) return [];
  if (name === 'note' || name === 'ftnt') return note($, node, name);
  const level = /^hd?(\d)$/.exec(name)?.[1];
  if (level !== undefined)
    return [{ kind: 'heading', level: Number(level), text: withoutItalics(inlineText($, node)) }];
  if (PARAGRAPHS.test(name)) return paragraph($, node);
  if (name === 'table' || name === 'gpotable') return [{ kind: 'table', grid: gridOf($, node) }];
  return node.children().length > 0 && /^(?:div|extract|scol\d|ul|ol|boxtxt|exhibit|example)$/.test(name)
    ? blocksOf($, node)
    : paragraph($, node);
}

/** Blocks of a section or appendix, without those of divisions nested in it and without what is no rule. */
export function blocksOf($: CheerioAPI, container: Nodes): readonly Block[] {
  return container
    .children()
    .toArray()
    .flatMap((child) => blockOf($, $(child), child.name.toLowerCase()));
}
