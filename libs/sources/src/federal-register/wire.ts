import { z } from 'zod';

/** Longest free text kept from one field; abstracts run to a few thousand characters. */
const MAX_TEXT = 20_000;

const text = z
  .string()
  .transform((value) => value.slice(0, MAX_TEXT).trim())
  .nullish();
const texts = z.array(z.string().nullable()).nullish();
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullish()
  .catch(undefined);

const Agency = z.object({ raw_name: text, name: text, slug: text });

const CfrReference = z.object({
  title: z.union([z.number(), z.string()]).nullish(),
  part: z.union([z.number(), z.string()]).nullish(),
});

/**
 * The fields that are read of a published document or of one on public inspection. Everything else the API sends (page
 * views, image metadata, regulations.gov counters) changes without the document changing and is left out.
 */
export const WireDocument = z.object({
  document_number: z.string().min(1).max(60),
  title: text,
  type: text,
  subtype: text,
  action: text,
  abstract: text,
  dates: text,
  citation: text,
  toc_subject: text,
  editorial_note: text,
  pdf_url: text,
  html_url: text,
  raw_text_url: text,
  full_text_xml_url: text,
  correction_of: text,
  executive_order_number: z.union([z.string(), z.number()]).nullish(),
  publication_date: day,
  effective_on: day,
  comments_close_on: day,
  signing_date: day,
  filed_at: text,
  filing_type: text,
  agencies: z.array(Agency).nullish(),
  agency_names: texts,
  cfr_references: z.array(CfrReference).nullish(),
  docket_ids: texts,
  docket_numbers: texts,
  regulation_id_numbers: texts,
  topics: texts,
  significant: z.boolean().nullish(),
});

export type WireDocument = z.infer<typeof WireDocument>;

const Envelope = z.object({
  count: z.number().int().nonnegative(),
  results: z.array(z.unknown()).optional(),
  next_page_url: z.string().nullish(),
});

const Refusal = z.object({ errors: z.record(z.string(), z.unknown()).optional(), message: z.string().optional() });

/** An answer of the API sorted by its shape. `documents` holds raw documents with the place each stands in. */
export type Answer =
  | {
      readonly kind: 'page';
      readonly count: number;
      readonly documents: readonly { readonly locator: string; readonly raw: unknown }[];
      readonly nextPageUrl?: string;
    }
  | { readonly kind: 'refused'; readonly because: string }
  | { readonly kind: 'unknown'; readonly because: string };

/**
 * Sorts a body into a page (a search, a batch, a single document), a refusal of the query, or an unknown shape. A search
 * without hits carries no `results` at all.
 */
export function readAnswer(body: string): Answer {
  const json = parseJson(body);
  if (json === undefined) return { kind: 'unknown', because: 'the body is not JSON, or was cut off' };
  if (WireDocument.safeParse(json).success) {
    return { kind: 'page', count: 1, documents: [{ locator: 'document', raw: json }] };
  }
  const page = Envelope.safeParse(json);
  if (!page.success) {
    const refusal = Refusal.safeParse(json);
    const words = refusal.success ? (refusal.data.message ?? Object.keys(refusal.data.errors ?? {}).join(', ')) : '';
    if (words !== '') return { kind: 'refused', because: words.slice(0, 300) };
    return { kind: 'unknown', because: 'neither a search page, a batch nor a document of the API' };
  }
  const { count, results = [], next_page_url: next } = page.data;
  const documents = results.map((raw, index) => ({ locator: `results[${index}]`, raw }));
  return { kind: 'page', count, documents, ...(next ? { nextPageUrl: next } : {}) };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
