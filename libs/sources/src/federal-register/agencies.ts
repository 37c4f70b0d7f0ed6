import { z } from 'zod';
import type { Source } from '../source.ts';

const Agencies = z.array(z.object({ slug: z.string() })).min(1);

/** Address of the publisher's list of agencies, beside that of its documents. */
export function agencyListUrl(source: Pick<Source, 'url'>): string {
  return new URL('agencies.json', source.url).href;
}

/** Slugs of all agencies the publisher knows, or `undefined` when the body is not its list. */
export function slugsOf(body: string): ReadonlySet<string> | undefined {
  try {
    const list = Agencies.safeParse(JSON.parse(body));
    return list.success ? new Set(list.data.map(({ slug }) => slug)) : undefined;
  } catch {
    return undefined;
  }
}
