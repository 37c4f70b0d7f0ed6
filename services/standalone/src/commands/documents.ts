import { accountOfDocument } from '#differ';
import type { Source } from '#sources';
import { listAccountedDocuments } from '#store';
import type { Redline } from '../compose.ts';

const PAGE = 500;

/** Sources by the space their documents share, the first of each: it reads them all alike. */
function oneOfEachSpace(sources: readonly Source[]): ReadonlyMap<string, Source> {
  const spaces = new Map<string, Source>();
  for (const source of sources) if (!spaces.has(source.documentSpace)) spaces.set(source.documentSpace, source);
  return spaces;
}

/**
 * Prints every document that was read and where it ended: told, in review, dismissed with a reason, or missing.
 * @returns false when one is missing: its words concern a watched tool and no change of it is stored
 */
export async function showDocuments(
  { store: { session }, catalogue }: Redline,
  { since, state }: { readonly since?: string; readonly state?: string },
  print: (line: string) => void,
): Promise<boolean> {
  const counts = new Map<string, number>();
  for (const [space, source] of oneOfEachSpace(catalogue.sources)) {
    const { family, jurisdiction, instrumentId } = source;
    const context = { sourceId: space, family, jurisdiction, instrumentId };
    for (let after = '', more = true; more; ) {
      const page = await listAccountedDocuments(session, space, after, PAGE);
      for (const { document, isTold } of page) {
        if (since !== undefined && (document.publishedOn ?? since) < since) continue;
        const account = accountOfDocument(document, isTold, context);
        counts.set(account.state, (counts.get(account.state) ?? 0) + 1);
        if (state !== undefined && state !== account.state) continue;
        const on = document.publishedOn ?? 'no date   ';
        print(`${account.state.padEnd(9)} ${on} ${document.documentId} ${document.title} (${account.because})`);
      }
      after = page.at(-1)?.document.documentId ?? after;
      more = page.length === PAGE;
    }
  }
  print([...counts].map(([name, count]) => `${count} ${name}`).join(', ') || 'no document was read');
  return !counts.has('missing');
}
