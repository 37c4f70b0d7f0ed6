import { parseSearch } from '#domain';
import { type SearchFilter, type SearchHit, search } from '#store';
import type { Redline } from '../compose.ts';

/** Prints what holds the words, the best first: a line each, or JSON lines. Indexes first what is not indexed yet. */
export async function searchStore(
  { store, differ }: Redline,
  words: readonly string[],
  { limit, json, ...filter }: SearchFilter & { readonly limit: number; readonly json: boolean },
  print: (line: string) => void,
): Promise<void> {
  await differ.fillSearchIndex();
  const hits = await search(store.session, parseSearch(words.join(' ')), filter, limit);
  for (const hit of hits) print(json ? JSON.stringify(hit) : oneLine(hit));
  if (hits.length === 0 && !json) print('nothing holds these words');
}

function oneLine({ at, kind, rank, subjectId, label, sourceIds }: SearchHit): string {
  const id = kind === 'provision' ? sourceIds.join(', ') : subjectId.slice(0, 12);
  return `${at.slice(0, 10)} ${kind.padEnd(11)} ${rank.padEnd(5)} ${id} ${label}`;
}
