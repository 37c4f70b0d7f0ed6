import type { CapturedBytes, CaptureRequest, Source } from '../source.ts';
import { isFullTextUrl } from './full-text.ts';
import { publisherUrl } from './link.ts';
import { readAnswer, WireDocument } from './wire.ts';

const XML = ['application/xml', 'text/xml'];
/** Full texts of one page that are asked for at once; a page of one day holds a handful of rules. */
const MOST = 20;
const DAY_MS = 86_400_000;

/** A printed text stays as it is: once it is held it is not asked for again. */
const PRINTED = 'as printed';

/** Rules change texts and lists; notices and proposals order no amendment. */
const AMENDS = 'Rule';

interface PartRange {
  readonly title: number;
  readonly from: number;
  readonly to: number;
}

/** `15/730-780` or `31/850`. */
function rangesOf(source: Source): readonly PartRange[] {
  const value = source.params.fullText ?? [];
  const printed = typeof value === 'object' ? value : [String(value)];
  return printed.flatMap((one) => {
    const [, title, from, to] = /^(\d+)\/(\d+)(?:-(\d+))?$/.exec(one) ?? [];
    return title === undefined || from === undefined
      ? []
      : [{ title: Number(title), from: Number(from), to: Number(to ?? from) }];
  });
}

/**
 * Full texts of the rules on a search page that amend the CFR parts of `params.fullText` and were printed within
 * `params.fullTextDays` days: who is listed and what is amended stands there alone. Each is optional and leads the page, so that a
 * rule is told with what it orders; without its text it is told all the same.
 */
export function fullTextsOf(source: Source, answer: CapturedBytes, now: Date): readonly CaptureRequest[] {
  const ranges = rangesOf(source);
  const page = readAnswer(new TextDecoder('utf-8').decode(answer.bytes));
  if (ranges.length === 0 || page.kind !== 'page') return [];
  const days = Number(source.params.fullTextDays ?? 3);
  const today = isoDay(now.getTime());
  const since = isoDay(now.getTime() - days * DAY_MS);
  const found = page.documents.flatMap(({ raw }) => {
    const parsed = WireDocument.safeParse(raw);
    if (!parsed.success || parsed.data.type !== AMENDS) return [];
    const { publication_date: on = null, cfr_references: cfr, full_text_xml_url: url } = parsed.data;
    const address = publisherUrl(url);
    const isNew = on !== null && on >= since && on <= today;
    return isNew && address !== undefined && isFullTextUrl(address) && isWithin(ranges, cfr ?? []) ? [address] : [];
  });
  return [...new Set(found)].slice(0, MOST).map((url) => ({
    url,
    accept: XML,
    purpose: 'capture',
    state: { of: url, mark: PRINTED },
    apart: 'optional',
    leads: true,
  }));
}

function isWithin(ranges: readonly PartRange[], cfr: NonNullable<WireDocument['cfr_references']>): boolean {
  return cfr.some(({ title, part }) => {
    const [inTitle, inPart] = [Number(title), Number(part)];
    return ranges.some((range) => range.title === inTitle && inPart >= range.from && inPart <= range.to);
  });
}

function isoDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
