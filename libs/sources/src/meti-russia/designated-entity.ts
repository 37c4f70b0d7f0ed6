import { countryOfEnglishName } from '#domain';
import { joinWrapped } from '../pdf-text/index.ts';
import type { NumberedBlock } from './numbered-blocks.ts';

/** One designated entity (特定団体) as its block prints it. */
export interface DesignatedEntity {
  readonly number: number;
  /** Without the aliases in brackets behind it. */
  readonly nameJa: string;
  readonly nameEn: string;
  readonly aliases: readonly string[];
  readonly addresses: readonly string[];
  /** ISO code, where every address that names a country names the same. */
  readonly country?: string;
}

const JAPANESE = /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u;
const ADDRESS = /^\s*(?:所在地|住所)\s*[：:]\s*/;
const ALIASES_JA = /^\s*別\s*[称名]\s*[：:]\s*/;
const ALSO_KNOWN = /,?\s*(?:\ba\.?k\.?a\.?,?\s*)?\bthe following\b[^:：]*[:：]?|,?\s*\ba\.k\.a\.[,:]?\s*/i;
const DASH = /^[\s\u2010-\u2015\u2212\uFF0D-]+/;

function bracketDepth(text: string): number {
  return [...text.normalize('NFKC')].reduce(
    (depth, letter) => depth + (letter === '(' ? 1 : letter === ')' ? -1 : 0),
    0,
  );
}

interface Parts {
  readonly japanese: string;
  readonly english: string;
  readonly address: string;
}

/** Japanese name up to the first line in Latin letters outside brackets, then the English part, then the address. */
function partsOf(lines: readonly string[]): Parts {
  let [japanese, english, address] = ['', '', ''];
  for (const line of lines) {
    const isName = english === '' && address === '' && !ALIASES_JA.test(line);
    if (ADDRESS.test(line) || address !== '') address = joinWrapped(address, line.replace(ADDRESS, ''));
    else if (isName && (JAPANESE.test(line) || bracketDepth(japanese) > 0)) japanese = joinWrapped(japanese, line);
    // Each alias has a line of its own behind a dash, and no sign but the line break parts it from the next.
    else english += `\n${line}`;
  }
  return { japanese, english: english.trim(), address };
}

const IN_BRACKETS_ALIASES = /[（(]\s*別\s*称[、,：:]?/;

/** Aliases of one run of text, without the words and signs that join them. */
function splitAliases(text: string): readonly string[] {
  return text
    .split(/[;；]|\n(?=[\s\u2010-\u2015\u2212\uFF0D-]*[\u2010-\u2015\u2212\uFF0D-])/)
    .map((part) =>
      part
        .replace(/\s+/g, ' ')
        .replace(DASH, '')
        .replace(/^and\b\s*|\s+and$/g, '')
        .trim(),
    )
    .filter((part) => part !== '');
}

/** A sentence ends with a full stop, which is no part of the last alias: `-Spacety.`, but `Co., Ltd.` keeps its own. */
function withoutStop(alias: string): string {
  return /\b(?:Ltd|Co|Inc|Corp|Sti|Ști|Ş|Ș|S|A)\.$/.test(alias) ? alias : alias.replace(/\.$/, '');
}

function englishOf(english: string): Pick<DesignatedEntity, 'nameEn' | 'aliases'> {
  const japaneseAliases = english.split('\n').findIndex((line) => ALIASES_JA.test(line));
  const lines = english.split('\n');
  const text = (japaneseAliases < 0 ? lines : lines.slice(0, japaneseAliases)).join('\n');
  const further = japaneseAliases < 0 ? '' : lines.slice(japaneseAliases).join(' ').replace(ALIASES_JA, '');
  const oneLine = text.replace(/\n(?![\s\u2010-\u2015\u2212\uFF0D-]*[\u2010-\u2015\u2212\uFF0D-])/g, ' ');
  const mark = ALSO_KNOWN.exec(oneLine);
  const nameEn = (mark ? oneLine.slice(0, mark.index) : oneLine).replace(/\s+/g, ' ').trim();
  const behind = mark ? oneLine.slice(mark.index + mark[0].length) : '';
  return { nameEn, aliases: [...splitAliases(behind), ...splitAliases(further)].map(withoutStop) };
}

function addressesOf(address: string): readonly string[] {
  return address
    .split(/[;；]/)
    .map((part) => part.replace(/^\s*and\s+/, '').trim())
    .map((part) => part.replace(/\.$/, ''))
    .filter((part) => part !== '');
}

/** The last part of an address names the country; `Hong Kong, China` is a destination of its own. */
function countryOfAddress(address: string): string | undefined {
  const parts = address.split(',').map((part) => part.trim());
  const city = countryOfEnglishName(parts.at(-2) ?? '');
  const last = countryOfEnglishName(parts.at(-1) ?? '');
  return last === 'CN' && city !== undefined ? city : last;
}

function countryOf(addresses: readonly string[]): string | undefined {
  const countries = new Set(addresses.flatMap((address) => countryOfAddress(address) ?? []));
  const [only] = countries;
  return countries.size === 1 ? only : undefined;
}

/** Reads a numbered block: Japanese name, English name, aliases, addresses (所在地). @returns `undefined` without both names. */
export function designatedEntityOf(block: NumberedBlock): DesignatedEntity | undefined {
  const { japanese, english, address } = partsOf(block.lines);
  const nameJa = (japanese.split(IN_BRACKETS_ALIASES)[0] ?? '').trim();
  const { nameEn, aliases } = englishOf(english);
  if (nameJa === '' || nameEn === '') return undefined;
  const addresses = addressesOf(address);
  const country = countryOf(addresses);
  return { number: block.number, nameJa, nameEn, aliases, addresses, ...(country === undefined ? {} : { country }) };
}
