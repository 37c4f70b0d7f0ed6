import { digestOf } from '#domain';
import { leavesOf, type StructureLeaf } from '../ecfr-structure/structure-leaf.ts';
import type { CapturedBytes, CaptureRequest, Source } from '../source.ts';
import { isNamedSection } from './named-section.ts';
import { titleState } from './title-state.ts';

const XML = ['application/xml', 'text/xml'];
const JSON_ONLY = ['application/json'];
const TREE = /\/versioner\/v1\/structure\/(\d{4}-\d{2}-\d{2})\//;

/** First asks which day the title is complete for: a later day answers 404 and `current` is not accepted. */
export function planPart(source: Source): readonly CaptureRequest[] {
  return [{ url: `${source.url}/versioner/v1/titles.json`, accept: JSON_ONLY, purpose: 'probe' }];
}

/**
 * Then for the tree of the title as of that day, and for the part itself. Nothing while eCFR is importing, when the text may be
 * half replaced. The part carries the sizes and days of receipt that the tree names as the mark of its state, so a part of
 * megabytes is asked for only when something in it moved. An answer of another shape is captured itself, so that it is told.
 * `params`: `title` and `part`, e.g. 15 and 744; `subpart` narrows the slice (`chapter` would be answered with the whole title).
 */
export function followToPart(
  source: Source,
  request: CaptureRequest,
  answer: CapturedBytes,
): readonly CaptureRequest[] {
  if (request.purpose !== 'probe') return [];
  const title = Number(source.params.title);
  const day = TREE.exec(request.url)?.[1];
  if (day !== undefined) return [partRequest(source, day, markOf(source, answer.bytes))];
  const state = titleState(answer.bytes, title);
  if (state.kind !== 'complete') return state.kind === 'importing' ? [] : [{ ...request, purpose: 'capture' }];
  const url = `${source.url}/versioner/v1/structure/${state.upToDateAsOf}/title-${title}.json`;
  return [{ url, accept: JSON_ONLY, purpose: 'probe' }];
}

function partRequest(source: Source, day: string, mark: string | undefined): CaptureRequest {
  const { title, part, subpart } = source.params;
  const query = new URLSearchParams({ part: String(part), ...(subpart !== undefined && { subpart: String(subpart) }) });
  const addressOf = (of: string) => `${source.url}/versioner/v1/full/${of}/title-${Number(title)}.xml?${query}`;
  const state = mark === undefined ? {} : { state: { of: addressOf('any-day'), mark } };
  return { url: addressOf(day), accept: XML, purpose: 'capture', ...state };
}

/** Whether the source reads this section or appendix: the one appendix or the sections it names, else the whole part. */
function isRead({ params }: Source, { part, identifier }: StructureLeaf): boolean {
  if (part !== String(params.part)) return false;
  if (params.appendix !== undefined) return identifier.toLowerCase() === String(params.appendix).toLowerCase();
  return isNamedSection({ params }, identifier);
}

/** @returns `undefined` where the tree does not say: then the part is asked for, whatever it costs */
function markOf(source: Source, bytes: Uint8Array): string | undefined {
  let tree: unknown;
  try {
    tree = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
  const read = leavesOf(tree);
  const leaves = read.ok ? read.leaves.filter((leaf) => isRead(source, leaf)) : [];
  if (leaves.length === 0 || leaves.some(({ receivedOn, reserved }) => !reserved && receivedOn === undefined))
    return undefined;
  return digestOf(...leaves.map(({ quote }) => quote));
}
