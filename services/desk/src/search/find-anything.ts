import { sentenceOf } from '#digest';
import { type Change, type Json, markedPassage, type PassagePart, paddedForm, parseSearch } from '#domain';
import { families, type Source } from '#sources';
import { listChangesById, type SearchFilter, type SearchHit, type Session, search } from '#store';
import { officialLink } from '../view/change-links.ts';

/** A hit as a reader meets it. */
export interface FoundThing {
  readonly hit: SearchHit;
  readonly title: readonly PassagePart[];
  /** The words around what was looked for; empty where the title says it all. */
  readonly passage: readonly PassagePart[];
  /** Path of our own page; a provision has none. */
  readonly path?: string;
  /** The publisher's page. */
  readonly official?: string;
}

export interface FoundThings {
  readonly things: readonly FoundThing[];
  /** Where the next page begins; undefined at the end. */
  readonly next: SearchHit | undefined;
}

const LONGEST_TITLE_CHARS = 300;

/** Finds changes, developments and provisions, the best first, with what was looked for marked in their words. */
export async function findAnything(
  ports: { readonly session: Session; readonly sources: readonly Source[] },
  text: string,
  filter: SearchFilter,
  limit: number,
): Promise<FoundThings> {
  const query = parseSearch(text);
  const found = await search(ports.session, query, filter, limit + 1);
  const hits = found.slice(0, limit);
  const changeIds = hits.filter((hit) => hit.kind === 'change').map((hit) => hit.subjectId);
  const stored = await listChangesById(ports.session, changeIds);
  const changes = new Map(stored.map(({ change }) => [change.changeId, change]));
  const things = hits.map((hit) => thingOf(hit, query.wanted, changes.get(hit.subjectId), ports.sources));
  return { things, next: found.length > limit ? hits.at(-1) : undefined };
}

function thingOf(
  hit: SearchHit,
  wanted: readonly string[],
  change: Change | undefined,
  sources: readonly Source[],
): FoundThing {
  const title = markedPassage(change ? sentenceOf(change) : hit.label, wanted, LONGEST_TITLE_CHARS);
  if (change) {
    const official = officialLink(change);
    const passage = markedPassage(bestText(textsOf(change), wanted), wanted);
    const path = `/changes/${encodeURIComponent(change.changeId)}`;
    return { hit, title, passage, path, ...(official === undefined ? {} : { official }) };
  }
  if (hit.kind === 'development') {
    return { hit, title, passage: [], path: `/developments/${encodeURIComponent(hit.subjectId)}` };
  }
  const source = sources.find(({ id }) => id === hit.sourceIds[0]);
  const official = source && (families.get(source.family)?.link(source, hit.label) ?? source.link);
  return { hit, title, passage: markedPassage(hit.printed, wanted), ...(official ? { official } : {}) };
}

/** Words of the publisher before what was made of them. */
function textsOf(change: Change): readonly string[] {
  const quotes = change.evidence.map((one) => one.quote);
  return [...quotes, ...[change.after, change.before].flatMap((side) => textsIn(side ?? null))];
}

function textsIn(fact: Json): readonly string[] {
  if (typeof fact === 'string') return [fact];
  if (typeof fact !== 'object' || fact === null) return [];
  return Object.values(fact).flatMap((one: Json) => textsIn(one));
}

/** The first text with the most of what was looked for. */
function bestText(texts: readonly string[], wanted: readonly string[]): string {
  let best = { text: texts[0] ?? '', count: 0 };
  for (const text of texts) {
    if (best.count === wanted.length) break;
    const form = paddedForm(text);
    const count = wanted.filter((needle) => form.includes(needle)).length;
    if (count > best.count) best = { text, count };
  }
  return best.text;
}
