import type { Provision } from '#domain';
import type { Block } from './block.ts';
import { withoutItalics } from './inline-text.ts';
import { type Marker, splitAfterHeading, takeMarkers } from './marker.ts';
import { noteTitle } from './note-title.ts';
import { type Path, place, printed } from './placement.ts';
import type { ProvisionList } from './provision-list.ts';
import type { Grid } from './table-grid.ts';

/** The unit that paragraphs are addressed within: `§ 734.4`, `Category XI`. */
export interface Root extends Pick<Provision, 'label' | 'instrumentId'> {
  readonly kind: 'rule' | 'item';
}

/** Where the reading of one root stands. */
interface Walk {
  readonly root: Root;
  readonly list: ProvisionList;
  /** Labels by address, `(a)(1)`; the root by `''`. */
  readonly labels: Map<string, string>;
  path: Path;
}

/** Designations a paragraph looks ahead to. */
const LOOK_AHEAD = 3;
const RESERVED = /^\[\s*reserved\s*\]\.?$/i;
const LONGEST_ROW_NAME = 80;

function markersAhead(blocks: readonly Block[], from: number): readonly Marker[] {
  const ahead: Marker[] = [];
  for (let at = from; at < blocks.length && ahead.length < LOOK_AHEAD; at += 1) {
    const block = blocks[at];
    if (block?.kind === 'paragraph') ahead.push(...takeMarkers(block.marked).markers);
  }
  return ahead;
}

const currentLabel = ({ labels, path, root }: Walk): string => labels.get(printed(path)) ?? root.label;

function parentLabel({ labels, root }: Walk, path: Path): string {
  for (let depth = path.length - 1; depth > 0; depth -= 1) {
    const label = labels.get(printed(path.slice(0, depth)));
    if (label !== undefined) return label;
  }
  return root.label;
}

function open(walk: Walk, path: Path, text?: string): void {
  const label = walk.root.label + printed(path);
  const opened = walk.list.open({ ...walk.root, label, parent: parentLabel(walk, path) }, text);
  walk.labels.set(printed(path), opened);
}

/** Opens each level that the markers name and is not open yet; the text belongs to the last. False where one fits nowhere. */
function openAll(walk: Walk, markers: readonly Marker[], ahead: readonly Marker[], text: string): boolean {
  const paths: Path[] = [];
  for (const [index, marker] of markers.entries()) {
    const next = place(paths.at(-1) ?? walk.path, marker, [...markers.slice(index + 1), ...ahead]);
    if (!next) return false;
    paths.push(next);
  }
  const last = paths.at(-1);
  if (!last) return false;
  for (const outer of paths.slice(0, -1)) if (!walk.labels.has(printed(outer))) open(walk, outer);
  walk.path = last;
  if (!RESERVED.test(text)) open(walk, last, text);
  return true;
}

function readParagraph(walk: Walk, marked: string, ahead: readonly Marker[]): void {
  const { markers, rest } = takeMarkers(marked);
  const split = markers.length > 0 ? splitAfterHeading(rest) : undefined;
  const own = withoutItalics(split ? split.heading : rest);
  const inner = split ? takeMarkers(split.after).markers : [];
  if (!openAll(walk, markers, [...inner, ...ahead], own)) {
    walk.list.add(currentLabel(walk), withoutItalics(marked));
  } else if (split) readParagraph(walk, split.after, ahead);
}

function readNote(walk: Walk, title: string, text: string): void {
  const { name, paragraphs } = noteTitle(title);
  const parent = (paragraphs === undefined ? undefined : walk.labels.get(paragraphs)) ?? currentLabel(walk);
  walk.list.open({ ...walk.root, label: `${parent} ${name}`, parent, aspect: 'note' }, text);
}

function readRows(walk: Walk, { rows }: Grid): void {
  const parent = currentLabel(walk);
  for (const row of rows) {
    const name = row.find((cell) => cell !== '')?.slice(0, LONGEST_ROW_NAME);
    if (name === undefined) continue;
    walk.list.open({ ...walk.root, label: `${parent} row ${name}`, parent }, row.join(' | '));
  }
}

/**
 * Reads the paragraphs of one root into `list`: nesting by designation, notes and table rows under what they stand in. The root
 * must be open in the list. A `[Reserved]` paragraph is no unit.
 */
export function readParagraphs(
  { kind, label, instrumentId }: Root,
  blocks: readonly Block[],
  list: ProvisionList,
): void {
  const root: Root = { kind, label, ...(instrumentId !== undefined && { instrumentId }) };
  const walk: Walk = { root, list, labels: new Map([['', label]]), path: [] };
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'paragraph') readParagraph(walk, block.marked, markersAhead(blocks, index + 1));
    else if (block.kind === 'note') readNote(walk, block.title, block.text);
    else if (block.kind === 'table') readRows(walk, block.grid);
    else if (block.kind === 'elision') list.elide(label);
  }
}
