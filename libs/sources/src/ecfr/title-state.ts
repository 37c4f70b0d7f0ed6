import { z } from 'zod';

const Titles = z.object({
  titles: z.array(z.object({ number: z.number(), up_to_date_as_of: z.iso.date().nullish() })),
  meta: z.object({ import_in_progress: z.boolean() }),
});

/** How far eCFR is with one title of the CFR. */
export type TitleState =
  | { readonly kind: 'complete'; readonly upToDateAsOf: string }
  | { readonly kind: 'importing' | 'unknown' };

/**
 * Reads `titles.json` of the eCFR versioner. `unknown`: not that document, or the title is reserved (no dates). Never throws.
 * Source: ecfr.gov API v1, `/versioner/v1/titles.json`.
 */
export function titleState(bytes: Uint8Array, title: number): TitleState {
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return { kind: 'unknown' };
  }
  const parsed = Titles.safeParse(document);
  if (!parsed.success) return { kind: 'unknown' };
  if (parsed.data.meta.import_in_progress) return { kind: 'importing' };
  const upToDateAsOf = parsed.data.titles.find(({ number }) => number === title)?.up_to_date_as_of;
  return upToDateAsOf ? { kind: 'complete', upToDateAsOf } : { kind: 'unknown' };
}
