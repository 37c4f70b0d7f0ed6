import { countryOfEnglishName } from '#domain';
import { type CheerioAPI, textWithBreaks } from '../../markup/index.ts';

/** One amendatory instruction (`AMDPAR`, 1 CFR 21.20) with the place in the CFR that it amends. */
export interface Instruction {
  readonly title: string;
  readonly part: string;
  /** Number of the supplement it or the instruction above it names, `4` of `Supplement No. 4 to part 744`. */
  readonly supplement: string | undefined;
  /** Country that the instruction above names for those below it: `a. Under CHINA:`. ISO 3166-1 alpha-2. */
  readonly under: string | undefined;
  readonly text: string;
}

const SUPPLEMENT = /supplement\s+no\.?\s*(\d+)\s+to\s+part\s+(\d+)/i;
const OPENS = /^\s*\d+\./;
const MAX_INSTRUCTIONS = 2_000;
const MAX_CHARS = 20_000;

/** `i. Adding ...`, `(1) Removing ...`: below `a. Under CHINA:`. */
const DEEPER = /^\s*\(?(?:[ivx]{1,5}|\d{1,2})[.)]/i;

function countryAbove(text: string, found: readonly Instruction[]): string | undefined {
  if (!DEEPER.test(text)) return undefined;
  const head = found.findLast((one) => !DEEPER.test(one.text) || OPENS.test(one.text));
  return head?.text.trimEnd().endsWith(':') ? countriesOf(head.text).at(-1)?.country : undefined;
}

/** All instructions of a document. `a. Under CHINA, by adding ...` belongs to the supplement that its numbered head names. */
export function instructionsWithPlace($: CheerioAPI, document: ReturnType<CheerioAPI>): readonly Instruction[] {
  const found: Instruction[] = [];
  for (const element of document.find('AMDPAR').toArray().slice(0, MAX_INSTRUCTIONS)) {
    const regulation = $(element).closest('REGTEXT');
    const text = textWithBreaks($, element).replace(/\s+/g, ' ').slice(0, MAX_CHARS);
    const above = OPENS.test(text) ? undefined : found.at(-1);
    const named = SUPPLEMENT.exec(text);
    found.push({
      title: regulation.attr('TITLE') ?? above?.title ?? '',
      part: named?.[2] ?? regulation.attr('PART') ?? above?.part ?? '',
      supplement: named?.[1] ?? above?.supplement,
      under: above === undefined ? undefined : countryAbove(text, found),
      text,
    });
  }
  return found;
}

/** What an instruction orders: `by adding`, `Remove`, `is revised`. */
export type Verb = 'add' | 'remove' | 'revise' | 'redesignate' | 'suspend';

const VERB = /\b(add|remov|revis|amend|modif|redesignat|suspend|stay)(?:s|es|e|ing|ed|y|ying)?\b/gi;
const MEANING: Readonly<Record<string, Verb>> = {
  add: 'add',
  remov: 'remove',
  revis: 'revise',
  amend: 'revise',
  modif: 'revise',
  redesignat: 'redesignate',
  suspend: 'suspend',
  stay: 'suspend',
};

/** Verbs of an instruction in printed order with their places. */
export function verbsOf(text: string): readonly { readonly verb: Verb; readonly at: number; readonly end: number }[] {
  return [...text.matchAll(VERB)].flatMap((match) => {
    const verb = MEANING[(match[1] ?? '').toLowerCase()];
    return verb === undefined ? [] : [{ verb, at: match.index, end: match.index + match[0].length }];
  });
}

const UPPER_CASE = /\b\p{Lu}[\p{Lu}'\u2019.,() -]{2,60}/gu;
const UNDER =
  /\b[Uu]nder (?:the (?:(?:country|destination|heading) of )?)?[\u201c"]?(\p{Lu}[\p{L}'\u2019. ]{2,50}?)(?=[,:;\u201d"]| by| add| remov| revis)/gu;

/** Countries an instruction names, as the list prints them in capitals or behind `under`. */
export function countriesOf(text: string): readonly { readonly country: string; readonly at: number }[] {
  const printed = [...text.matchAll(UPPER_CASE)].map((match) => ({ name: match[0], at: match.index }));
  const under = [...text.matchAll(UNDER)].map((match) => ({ name: match[1] ?? '', at: match.index }));
  return [...printed, ...under].flatMap(({ name, at }) => {
    const country = countryOfEnglishName(name.replace(/[\s,.(]+$/, ''));
    return country === undefined ? [] : [{ country, at }];
  });
}

/** A full stop that ends the sentence, not that of `Co., Ltd.` or `S.A.`. */
function withoutFullStop(name: string): string {
  return /\b(?:Ltd|Co|Inc|Corp|Plc|Pte|Sdn|Bhd|St|\p{Lu})\.$/u.test(name) ? name : name.replace(/[.,;]+$/, '');
}

/** Names an instruction puts in quotation marks, without the comma that stands inside them. */
export function quotedNames(text: string): readonly { readonly name: string; readonly at: number }[] {
  return [...text.matchAll(/[\u201c"]([^\u201c\u201d"]{2,300}?)[,;]*[\u201d"]/g)].map((match) => ({
    name: withoutFullStop((match[1] ?? '').trim()),
    at: match.index,
  }));
}

/** The last of the things that stand before a place. */
export function lastBefore<T extends { readonly at: number }>(things: readonly T[], at: number): T | undefined {
  return things.filter((thing) => thing.at < at).sort((one, other) => other.at - one.at)[0];
}
