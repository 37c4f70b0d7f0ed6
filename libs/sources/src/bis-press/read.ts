import type { ReadOutcome } from '#domain';
import { parseEnglishDate } from '#time';
import { openPage } from '../passages/open-page.ts';
import { linesOfPage, pagePassages } from '../passages/page-passages.ts';
import { watchedReading } from '../passages/watched-document.ts';
import type { CapturedBytes, Source } from '../source.ts';
import { releasesOf } from './request.ts';

/** Longest text of a release that is read for what it announces. */
const MAX_TEXT = 12_000;
const DAY =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}\b/;
/** Head and contact lines of a release: they say nothing of the act. */
const HEAD =
  /^(?:for immediate release|media contact|contact:|press contact|bis office of|office of (?:congressional|public))/i;
const DATELINE = /^(?:washington|[A-Z][A-Z .]{2,30})(?:, [A-Z][A-Za-z. ]{1,20})?\s*(?:[-–—―]|\()/;

/** Reads the list of press releases or one of them. Never throws. */
export function readBisPress(source: Source, capture: CapturedBytes): ReadOutcome {
  return capture.url === source.url ? readReleaseList(capture) : readRelease(capture);
}

/**
 * The list itself names releases that are told by their own pages: of it only the newest day is kept, by which a list that no
 * longer moves is noticed.
 */
function readReleaseList(capture: CapturedBytes): ReadOutcome {
  const page = openPage(capture);
  if (!page.ok) return page.outcome;
  if (releasesOf(capture).length === 0) return { kind: 'structure_changed', because: 'the list links no release' };
  const newestOn = linesOfPage(page.$, page.main)
    .flatMap((line) => dayIn(line) ?? [])
    .filter((day) => day <= capture.retrievedAt.slice(0, 10))
    .sort()
    .at(-1);
  return { kind: 'read', reading: { kind: 'documents', documents: [], ...(newestOn ? { newestOn } : {}) } };
}

function dayIn(text: string): string | undefined {
  const printed = DAY.exec(text)?.[0];
  return printed === undefined ? undefined : parseEnglishDate(printed);
}

function readRelease(capture: CapturedBytes): ReadOutcome {
  const page = openPage(capture);
  if (!page.ok) return page.outcome;
  const lines = linesOfPage(page.$, page.main);
  const head = lines.find((line) => /^for immediate release/i.test(line));
  const body = lines.filter((line) => line !== page.title && !HEAD.test(line) && line !== dayIn(line));
  if (page.title === '' || (head === undefined && !body.some((line) => DATELINE.test(line))))
    return { kind: 'structure_changed', because: 'neither the head nor the dateline of a release' };
  const text = body.join('\n').slice(0, MAX_TEXT);
  if (text.length < 80) return { kind: 'implausible', because: 'the release has no text' };
  const publishedOn = dayIn(head ?? '') ?? lines.slice(0, 6).flatMap((line) => dayIn(line) ?? [])[0];
  const path = new URL(capture.url).pathname.replace(/\/+$/, '');
  const facts = {
    documentId: path,
    title: page.title,
    url: capture.url,
    documentType: 'press release',
    agencies: ['Commerce Department', 'Industry and Security Bureau'],
    ...(publishedOn ? { publishedOn } : {}),
    summary: text,
  };
  return watchedReading(facts, pagePassages(body));
}
