import type { JsonObject, RegulatoryDocument } from '#domain';
import { correctedBy, normalDocumentNumber } from '../federal-register/document-number.ts';
import { officialUrl } from '../federal-register/link.ts';
import type { CheerioAPI } from '../markup/index.ts';
import { instructionsOf, tablesOf } from './amendments.ts';
import { announcedFacts, destinationsOf, savingsClauseOf } from './announced/announced-facts.ts';
import type { ContentsEntry } from './issue-contents.ts';
import { lineOf, paragraphsOf, withHyphens } from './issue-text.ts';

/** Where in the issue a document stands. */
export interface IssuePlace {
  readonly publishedOn: string;
  readonly volume: string;
  readonly page: string | undefined;
  readonly contents: ContentsEntry | undefined;
}

type Node = ReturnType<CheerioAPI>;

const TYPES: Readonly<Record<string, string>> = {
  RULE: 'Rule',
  PRORULE: 'Proposed Rule',
  NOTICE: 'Notice',
  PRESDOCU: 'Presidential Document',
};
const MAX_TEXT = 20_000;
const SUB_AGENCY_IN_TITLE = /\bDirectorate of Defense Trade Controls\b/;

/** The number in `[FR Doc. 2024-02779 Filed 2-9-24; 8:45 am]`. */
export function numberOf($: CheerioAPI, document: Node): string | undefined {
  const printed = /FR\s+Doc\.?\s+(\S+)/i.exec(lineOf($, document.find('FRDOC').first()))?.[1];
  return printed === undefined ? undefined : normalDocumentNumber(printed);
}

/** `DEPARTMENT OF STATE` as the contents say it: `State Department`. */
function inverted(agency: string): string {
  const name = agency.replace(
    /\b(\p{Lu})(\p{Lu}+)\b/gu,
    (_, first: string, rest: string) => first + rest.toLowerCase(),
  );
  const department = /^Department Of (?:The )?(.+)$/i.exec(name)?.[1];
  return department === undefined ? name : `${department} Department`;
}

function agenciesOf(
  $: CheerioAPI,
  document: Node,
  title: string,
  contents: ContentsEntry | undefined,
): readonly string[] {
  const printed = document
    .find('PREAMB > AGENCY')
    .toArray()
    .map((agency) => inverted(lineOf($, agency)));
  const below =
    contents?.agencies ??
    document
      .find('PREAMB > SUBAGY')
      .toArray()
      .map((agency) => lineOf($, agency));
  // The contents have no agency of this name, though it issues rules and licenses of its own.
  const named = SUB_AGENCY_IN_TITLE.exec(title)?.[0];
  return [...new Set([...printed, ...below, ...(named === undefined ? [] : [named])])].filter((name) => name !== '');
}

function cfrOf($: CheerioAPI, document: Node): RegulatoryDocument['cfr'] {
  const printed = document
    .find('PREAMB > CFR')
    .toArray()
    .map((cfr) => withHyphens(lineOf($, cfr)));
  return printed.flatMap((line) => {
    const title = /^(\d{1,2})\s+CFR\b/.exec(line)?.[1];
    const parts = line.replace(/^\d{1,2}\s+CFR\b/, '').match(/\b\d{1,4}[a-z]?\b/g) ?? [];
    return title === undefined || /chapter/i.test(line) ? [] : parts.map((part) => ({ title: Number(title), part }));
  });
}

function docketsOf($: CheerioAPI, document: Node): readonly string[] {
  return document
    .find('PREAMB > DEPDOC')
    .toArray()
    .flatMap((docket) =>
      withHyphens(lineOf($, docket))
        .replace(/^\[|\]$/g, '')
        .split(';'),
    )
    .map((docket) => docket.trim())
    .filter((docket) => docket !== '');
}

function rinsOf($: CheerioAPI, document: Node): readonly string[] {
  const printed = document
    .find('PREAMB > RIN')
    .toArray()
    .map((rin) => withHyphens(lineOf($, rin)));
  return [...new Set(printed.flatMap((line) => line.match(/\b\d{4}-[A-Z]{2}\d{2}\b/g) ?? []))];
}

function titleOf($: CheerioAPI, document: Node): string {
  const subject = document.find('PREAMB > SUBJECT').first();
  return lineOf($, subject.length > 0 ? subject : document.find('HD[SOURCE="HED"]').first());
}

function detailsOf($: CheerioAPI, document: Node): JsonObject {
  const instructions = instructionsOf($, document);
  const tables = tablesOf($, document);
  const announced = announcedFacts($, document);
  const destinations = announced.length === 0 ? undefined : destinationsOf($, document);
  const savings = savingsClauseOf($, document);
  const order = lineOf($, document.find('EXECORDR, PROC, DETERM, MEMO').first());
  return {
    ...(order === '' ? {} : { order: withHyphens(order) }),
    ...(instructions.length === 0 ? {} : { instructions }),
    ...(tables.length === 0 ? {} : { tables }),
    ...(announced.length === 0 ? {} : { announced }),
    ...(destinations === undefined ? {} : { destinations }),
    ...(savings === undefined ? {} : { savings }),
  };
}

/** One document of the issue in the field's terms, under the number by which the search knows it, too. */
export function toIssueDocument(
  $: CheerioAPI,
  element: { readonly name: string } & Parameters<CheerioAPI>[0],
  number: string,
  place: IssuePlace,
): RegulatoryDocument {
  const document = $(element);
  const title = titleOf($, document);
  const section = (name: string) => paragraphsOf($, document.find(`PREAMB > ${name}`).first())?.slice(0, MAX_TEXT);
  const [action, summary, datesText] = [section('ACT'), section('SUM'), section('EFFDATE') ?? section('DATES')];
  const corrects = correctedBy(number);
  const page = place.contents?.page ?? place.page;
  return {
    documentId: number,
    documentNumber: number,
    title,
    url: officialUrl({ document_number: number, publication_date: place.publishedOn }),
    publishedOn: place.publishedOn,
    documentType: TYPES[element.name] ?? element.name,
    ...(action === undefined ? {} : { action }),
    ...(summary === undefined ? {} : { summary }),
    ...(datesText === undefined ? {} : { datesText }),
    ...(page === undefined || place.volume === '' ? {} : { citation: `${place.volume} FR ${page}` }),
    agencies: agenciesOf($, document, title, place.contents),
    cfr: cfrOf($, document),
    rins: rinsOf($, document),
    dockets: docketsOf($, document),
    ...(corrects === undefined ? {} : { corrects }),
    details: detailsOf($, document),
    locator: `FR Doc. ${number}`,
    quote: title,
  };
}
