import type { ListEntry, ReadOutcome } from '#domain';
import { countSections } from '../list-sections/count-sections.ts';
import { decodeText, looksBlocked } from '../markup/index.ts';
import type { CapturedBytes, Source } from '../source.ts';
import { leavesOf, type StructureLeaf } from './structure-leaf.ts';
import { instrumentOfNode, watchedParts } from './watched-parts.ts';

const changed = (because: string): ReadOutcome => ({ kind: 'structure_changed', because });

function entryOf(leaf: StructureLeaf, title: number): ListEntry {
  const instrumentId = instrumentOfNode(title, leaf.identifier);
  const { receivedOn, part } = leaf;
  return {
    kind: 'rule',
    list: `Title ${title} of the CFR`,
    ...(instrumentId === undefined ? {} : { instrumentId }),
    name: leaf.label,
    identity: leaf.identifier,
    wording: `${leaf.size} bytes`,
    ...(receivedOn === undefined ? {} : { stamp: receivedOn }),
    aliases: [],
    addresses: [],
    footnotes: [],
    citations: [],
    details: {
      heading: leaf.heading,
      size: String(leaf.size),
      ...(receivedOn === undefined ? {} : { receivedOn }),
      ...(part === undefined ? {} : { part }),
    },
    locator: `title ${title}, ${leaf.label}`,
    quote: leaf.quote,
  };
}

/**
 * Reads the tree of a CFR title into one entry for each section and appendix of the watched parts, with its size and day of receipt.
 * Reserved ones hold no text and are no entries. Ancestors are left out: their size only sums up. JSON cut short is
 * `implausible`, another tree `structure_changed`. Never throws.
 */
export function readStructure(source: Source, capture: CapturedBytes): ReadOutcome {
  const decoded = decodeText(capture.bytes, capture.mediaType);
  if (!decoded.ok) return changed(decoded.because);
  if (!decoded.text.trimStart().startsWith('{')) {
    return decoded.text.trim() === ''
      ? { kind: 'implausible', because: 'the file is empty' }
      : changed(looksBlocked(decoded.text) ?? 'not a JSON object');
  }
  let tree: unknown;
  try {
    tree = JSON.parse(decoded.text);
  } catch {
    return { kind: 'implausible', because: 'the JSON is cut short or malformed' };
  }
  const read = leavesOf(tree);
  if (!read.ok) return changed(read.because);
  if (read.title !== Number(source.params.title)) return changed(`the tree of title ${read.title}`);
  const isWatched = watchedParts(source);
  const leaves = read.leaves.filter(({ part, reserved }) => !reserved && isWatched(part));
  if (leaves.length === 0) return { kind: 'implausible', because: 'the tree holds no watched section' };
  if (leaves.every(({ receivedOn }) => receivedOn === undefined)) return changed('no node says when it was received');
  const sections = countSections(leaves.map(({ part }) => (part === undefined ? 'outside parts' : `Part ${part}`)));
  return {
    kind: 'read',
    reading: { kind: 'list', entries: leaves.map((leaf) => entryOf(leaf, read.title)), sections },
  };
}
