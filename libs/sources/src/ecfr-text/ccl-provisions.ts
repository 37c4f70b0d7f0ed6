import type { Provision } from '#domain';
import type { Block } from './block.ts';
import { type OpenEntry, openEntry, readIntoEntry } from './ccl-entry.ts';
import { categoryOf, endsEntry, opensEntry } from './ccl-heading.ts';
import type { ProvisionList } from './provision-list.ts';

/**
 * Reads the Commerce Control List (15 CFR 774 Supplement No. 1) by ECCN and item path: `3A090.a.1`. Text between entries, such
 * as the notes that head a category, is kept under the category.
 * @returns how many entries were found
 */
export function readControlList(
  { label: appendix, amendedBy }: Pick<Provision, 'label' | 'amendedBy'>,
  blocks: readonly Block[],
  list: ProvisionList,
): number {
  const seen = new Set<string>();
  let entry: OpenEntry | undefined;
  let category: string | undefined;
  let around = list.open({ kind: 'rule', label: appendix, instrumentId: 'US-CCL', ...(amendedBy && { amendedBy }) });
  for (const block of blocks) {
    const opened = opensEntry(block, category);
    if (opened && !seen.has(opened.eccn)) {
      seen.add(opened.eccn);
      entry = openEntry(opened.eccn, opened.heading, list);
    } else if (endsEntry(block) && block.kind === 'heading') {
      entry = undefined;
      category = categoryOf(block) ?? category;
      around = list.open({
        kind: 'rule',
        label: category === undefined ? appendix : `Category ${category} (${appendix}), ${block.text.slice(0, 60)}`,
        caption: block.text,
        instrumentId: 'US-CCL',
      });
    } else if (entry) readIntoEntry(entry, block);
    else if (block.kind === 'paragraph') list.add(around, block.text);
    else if (block.kind === 'note') list.add(around, `${block.title}: ${block.text}`);
  }
  return seen.size;
}
