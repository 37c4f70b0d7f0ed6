import type { Provision } from '#domain';
import type { Block } from './block.ts';
import type { ProvisionList } from './provision-list.ts';
import { readParagraphs } from './section-provisions.ts';

const CATEGORY = /^Category\s+([IVX]{1,5})\s*[-–—]\s*(.*)$/i;

/** A category of the U.S. Munitions List with its blocks. */
interface Category {
  readonly number: string;
  readonly title: string;
  readonly blocks: Block[];
}

/**
 * Reads 22 CFR 121.1 by category and paragraph: `Category XI(a)(3)(xii)`. An asterisk before a designation marks significant
 * military equipment (22 CFR 120.36) and stays in the text, as do designations such as `(MT)`. What stands before the first
 * category is read as the section's own rule.
 * @returns how many categories were found
 */
export function readMunitionsList(
  { label: section, amendedBy }: Pick<Provision, 'label' | 'amendedBy'>,
  blocks: readonly Block[],
  list: ProvisionList,
): number {
  const before: Block[] = [];
  const categories: Category[] = [];
  for (const block of blocks) {
    const found = block.kind === 'heading' ? CATEGORY.exec(block.text) : null;
    if (found) categories.push({ number: (found[1] ?? '').toUpperCase(), title: found[2] ?? '', blocks: [] });
    else (categories.at(-1)?.blocks ?? before).push(block);
  }
  list.open({ kind: 'rule', label: section, instrumentId: 'US-USML', ...(amendedBy && { amendedBy }) });
  readParagraphs({ kind: 'rule', label: section, instrumentId: 'US-USML' }, before, list);
  for (const { number, title, blocks: inner } of categories) {
    const label = list.open({ kind: 'item', label: `Category ${number}`, caption: title, instrumentId: 'US-USML' });
    readParagraphs({ kind: 'item', label, instrumentId: 'US-USML' }, inner, list);
  }
  return categories.length;
}
