import type { Provision } from '#domain';
import type { Block } from './block.ts';
import { type EntryPart, opensPart } from './ccl-heading.ts';
import { itemLine, outerPath } from './ccl-path.ts';
import { noteTitle } from './note-title.ts';
import type { ProvisionList } from './provision-list.ts';

/** An entry while its blocks are being read. */
export interface OpenEntry {
  readonly eccn: string;
  /** Label of the entry itself. */
  readonly label: string;
  readonly list: ProvisionList;
  /** Labels of its items by path, `a.1`. */
  readonly items: Map<string, string>;
  part: EntryPart | undefined;
  /** The item read last: notes stand under it. */
  current: string;
  /** What a line without designation continues. */
  field: string;
}

const ITEM = { kind: 'item', instrumentId: 'US-CCL' } as const;
const FIELD = /^(Related Controls?|Related Definitions?|ECCN Controls|Unit|Items)\s*:?\s*(.*)$/is;
const EXCEPTION = /^([A-Z]{2,4}(?:\/[A-Z]{2,4})?)\s*:\s*(.*)$/s;
const LOOSE_NOTE =
  /^((?:Technical |License Requirements? )?Notes?(?: \d{1,3})?(?: to [^:]{1,60})?|N\.B\.(?: \d)?)\s*:\s*(.*)$/is;
const CONTROLS_HEAD = /^control\(s\)/i;
const CHART_HEAD = /country\s*chart/i;
const IN_REQUIREMENTS = /^(?:reason for control|control\(s\):)/i;

/** Opens the entry of an ECCN with its heading. */
export function openEntry(eccn: string, heading: string, list: ProvisionList): OpenEntry {
  const label = list.open({ ...ITEM, label: eccn }, heading);
  return { eccn, label, list, items: new Map(), part: undefined, current: label, field: label };
}

function openUnder(
  entry: OpenEntry,
  name: string,
  aspect: NonNullable<Provision['aspect']>,
  line: string,
  parent = entry.label,
): string {
  return entry.list.open({ ...ITEM, label: `${parent} ${name}`, parent, aspect }, line);
}

function readReason(entry: OpenEntry, line: string): void {
  openUnder(entry, 'license requirements', 'reason_for_control', line);
}

function parentOf(entry: OpenEntry, path: string): string {
  for (let outer = outerPath(path); outer !== undefined; outer = outerPath(outer)) {
    const label = entry.items.get(outer);
    if (label !== undefined) return label;
  }
  return entry.label;
}

function readItem(entry: OpenEntry, line: string): void {
  const found = itemLine(line);
  if (!found || entry.items.has(found.path)) {
    if (line !== '') entry.list.add(entry.field, line);
    return;
  }
  const label = `${entry.eccn}.${found.path}`;
  entry.current = entry.list.open({ ...ITEM, label, parent: parentOf(entry, found.path) }, found.text);
  entry.items.set(found.path, entry.current);
  entry.field = entry.current;
}

function readField(entry: OpenEntry, name: string, value: string): void {
  entry.part = 'items';
  if (/^items/i.test(name)) {
    entry.field = entry.label;
    readItem(entry, value);
  } else entry.field = openUnder(entry, name, 'note', value);
}

function readException(entry: OpenEntry, line: string): void {
  const found = EXCEPTION.exec(line);
  const general = entry.part === 'sta' ? 'STA' : 'license exceptions';
  if (found) entry.field = openUnder(entry, found[1] ?? general, 'license_exception', found[2] ?? '');
  else if (entry.field === entry.label) entry.field = openUnder(entry, general, 'license_exception', line);
  else entry.list.add(entry.field, line);
}

function readNote(entry: OpenEntry, title: string, text: string): void {
  if (entry.part === 'requirements') {
    readReason(entry, `${title}: ${text}`);
    return;
  }
  const { name, item } = noteTitle(title);
  const path = item?.startsWith(`${entry.eccn}.`) ? item.slice(entry.eccn.length + 1) : undefined;
  const named = path === undefined ? undefined : entry.items.get(path);
  entry.field = openUnder(entry, name, 'note', text, item === entry.eccn ? entry.label : (named ?? entry.current));
}

/** A table of the License Requirements names the Country Chart in its head, or stands in that part; others are text of an item. */
function readTable(entry: OpenEntry, heads: readonly string[], rows: readonly (readonly string[])[]): void {
  const isChart = [...heads, ...(rows[0] ?? [])].some((cell) => CHART_HEAD.test(cell) || CONTROLS_HEAD.test(cell));
  for (const row of rows) {
    const line = row.filter((cell) => cell !== '').join(' | ');
    if (line === '' || row.some((cell) => CONTROLS_HEAD.test(cell) && cell.length < 40)) continue;
    if (isChart || entry.part === 'requirements') readReason(entry, line);
    else entry.list.add(entry.current, line);
  }
}

function readLine(entry: OpenEntry, line: string, lead: string): void {
  const named = FIELD.test(lead) ? FIELD.exec(line) : null;
  if (named) readField(entry, named[1] ?? '', named[2] ?? '');
  else if (entry.part === 'requirements' || IN_REQUIREMENTS.test(line)) readReason(entry, line);
  else if (entry.part === 'exceptions' || entry.part === 'sta') readException(entry, line);
  else if (entry.part === 'items') {
    const note = LOOSE_NOTE.exec(line);
    if (note) readNote(entry, note[1] ?? '', note[2] ?? '');
    else readItem(entry, line);
  } else entry.list.add(entry.label, line);
}

/**
 * Reads one more block of an entry: heading, reasons for control, exceptions and items. The parts come in any order and under
 * titles set in several ways; an item opens wherever a line of the item list begins with a designation not yet used.
 */
export function readIntoEntry(entry: OpenEntry, block: Block): void {
  const opened = opensPart(block);
  if (opened !== undefined) {
    entry.part = opened;
    entry.field = entry.label;
  } else if (block.kind === 'elision') entry.list.elide(entry.label);
  else if (block.kind === 'note') readNote(entry, block.title, block.text);
  else if (block.kind === 'table') readTable(entry, block.grid.heads, block.grid.rows);
  else if (block.kind === 'paragraph') readLine(entry, block.text, block.lead?.text ?? '');
}
