import type { Block } from './block.ts';

/** Parts of an entry of the Commerce Control List (15 CFR 738.2(d)(2)). */
export type EntryPart = 'requirements' | 'exceptions' | 'sta' | 'items' | 'reporting';

const PARTS: readonly (readonly [RegExp, EntryPart])[] = [
  [/^license requirements?\b/i, 'requirements'],
  [/^(?:list[- ]based )?license exceptions?\b/i, 'exceptions'],
  [/^special conditions? for st/i, 'sta'],
  [/^list of items controlled\b/i, 'items'],
  [/^reporting requirements?\b/i, 'reporting'],
];
const LONGEST_PART_TITLE = 140;
const ENTRY = /^(\d[A-EY]\d{3})(?![\d.])\s*(.*)$/s;
const CATEGORY = /^Category\s+(\d)\b/i;
const BETWEEN_ENTRIES = /^(?:Category\s+\d\b|(?:Product Group )?[A-E]\.\s|Part\s+\d\b|[IVX]{1,4}\.\s|Annex\b)/i;

/** Set apart as a whole, or but for an explanation in brackets. */
function isTitle(block: Block): boolean {
  if (block.kind !== 'paragraph') return block.kind === 'heading';
  const rest = block.text.slice(block.lead?.text.length ?? 0).trim();
  return block.lead !== undefined && (rest === '' || (block.lead.style !== 'italic' && rest.startsWith('(')));
}

/**
 * The part of an entry that a block opens. Its title is a heading (3A090), a line in bold or italics (most), never the start of
 * a longer sentence.
 */
export function opensPart(block: Block): EntryPart | undefined {
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return undefined;
  if (block.text.length > LONGEST_PART_TITLE || !isTitle(block)) return undefined;
  return PARTS.find(([title]) => title.test(block.text))?.[1];
}

/**
 * The entry that a block opens: a paragraph that begins with an ECCN in bold. A number elsewhere in a sentence, or in bold
 * within another category, is a cross-reference. @param category digit of the category whose heading stands above, where known
 */
export function opensEntry(
  block: Block,
  category: string | undefined,
): { readonly eccn: string; readonly heading: string } | undefined {
  if (block.kind !== 'paragraph' || block.lead?.style !== 'bold' || !ENTRY.test(block.lead.text)) return undefined;
  const [, eccn = '', heading = ''] = ENTRY.exec(block.text) ?? [];
  if (eccn === '' || (category !== undefined && eccn.charAt(0) !== category)) return undefined;
  return { eccn, heading: heading.trim() };
}

/** The category that a heading names: `3` for `Category 3—Electronics`. */
export function categoryOf(block: Block): string | undefined {
  return block.kind === 'heading' ? CATEGORY.exec(block.text)?.[1] : undefined;
}

/** A heading that stands between entries; any other one belongs to the entry around it, as `Acoustics` does in 6E003. */
export function endsEntry(block: Block): boolean {
  return block.kind === 'heading' && BETWEEN_ENTRIES.test(block.text);
}
