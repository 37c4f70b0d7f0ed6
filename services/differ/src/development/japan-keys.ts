import type { Change, JoinKey } from '#domain';
import { eraDatesIn, kanjiNumber, NUMERAL, yearOfEra } from '#time';
import { documentIdOf } from './document-keys.ts';
import { factsOf, objectFact, textFact } from './fact-texts.ts';

const LAW_NUMBER = new RegExp(`(明治|大正|昭和|平成|令和)\\s*(元|${NUMERAL})年(法律|政令|勅令)第(${NUMERAL})号`, 'g');
const ORDER = /法律|政令|[省府]令/;
const PRESS = /\/press\/\d{4}\/\d{2}\/(\d{11})\//;

/** Laws and orders named by number in a text, `政令 2025 376`: `令和七年政令第三百七十六号` and `令和7年政令第376号` are one. */
export function lawNumbersIn(text: string): readonly string[] {
  return [...text.normalize('NFKC').matchAll(LAW_NUMBER)].flatMap(([, era = '', year = '', kind = '', number = '']) => {
    const [inYear, serial] = [yearOfEra(era, year), kanjiNumber(number)];
    return inYear === undefined || serial === undefined ? [] : [`${kind} ${inYear} ${serial}`];
  });
}

const lawKeys = (text: string): readonly JoinKey[] => lawNumbersIn(text).map((value) => ({ kind: 'law', value }));

/** What a revision that e-Gov shows has in common with its announcements: the amending order, and the day it was promulgated. */
export function revisionKeys(change: Change): readonly JoinKey[] {
  const number = (change.lineage.citation ?? []).join(' ');
  const kind = ORDER.exec(number)?.[0];
  const promulgatedOn = textFact(factsOf(change), 'promulgatedOn');
  return [
    ...lawKeys(number),
    ...(kind && promulgatedOn ? [{ kind: 'promulgated' as const, value: `${kind} ${promulgatedOn}` }] : []),
  ];
}

/**
 * What a press release, a row of the amendment log or a comment case has in common with others: its number, the release it
 * links to, orders it names by number, and the days on which an order of its kind was decided and promulgated.
 */
export function announcementKeys(change: Change): readonly JoinKey[] {
  const facts = factsOf(change);
  const title = (textFact(facts, 'title') ?? change.subject.label).normalize('NFKC');
  const block = objectFact(facts, 'block');
  const words = `${title} ${textFact(facts, 'summary') ?? ''}`;
  const links = Array.isArray(block.links) ? JSON.stringify(block.links) : '';
  const releases = [textFact(facts, 'url') ?? '', links].flatMap((text) => PRESS.exec(text)?.[1] ?? []);
  return [
    ...[documentIdOf(change), ...releases].map((value): JoinKey => ({ kind: 'document', value })),
    ...(change.lineage.docket ?? []).map((value): JoinKey => ({ kind: 'docket', value })),
    ...lawKeys(words),
    ...dayKeys(change, title, textFact(block, 'promulgatedOn')),
    ...listDayKeys(change, textFact(block, 'promulgatedOn')),
  ];
}

/** `「令和7年11月14日輸出貿易管理令の一部を改正する政令」等の改正に関するQ&A` names the day in its title. */
function dayKeys(change: Change, title: string, promulgatedOn: string | undefined): readonly JoinKey[] {
  const kind = ORDER.exec(title)?.[0];
  if (kind === undefined) return [];
  const { announcedOn } = change.dates;
  const promulgated = promulgatedOn ?? eraDatesIn(title)[0];
  return [
    ...(promulgated ? [{ kind: 'promulgated' as const, value: `${kind} ${promulgated}` }] : []),
    ...(announcedOn ? [{ kind: 'decided' as const, value: `${kind} ${announcedOn}` }] : []),
  ];
}

function listDayKeys(change: Change, promulgatedOn: string | undefined): readonly JoinKey[] {
  const on = promulgatedOn ?? change.dates.publishedOn;
  return change.instrumentId === 'JP-EUL' && on ? [{ kind: 'revised_list', value: `JP-EUL ${on}` }] : [];
}
