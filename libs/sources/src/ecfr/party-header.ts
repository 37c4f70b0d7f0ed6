import { trimTail } from '../ear-terms/trim-tail.ts';
import { splitName } from './party-name.ts';

/** The line that opens a party: its name, then aliases or addresses in the same line, or the promise of a list. */
export interface PartyHeader {
  readonly name: string;
  /** Organisation named before `subordinate institution:` in the same line. */
  readonly parent?: string;
  readonly aliases: readonly string[];
  readonly addressText: string;
  /** How many alias lines follow: a number as printed, `Infinity` where none is given, 0 where no list is announced. */
  readonly aliasLines: number;
}

const WORDS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const AKA = String.raw`\(?\s*(?:a\.?k\.?a|f\.?k\.?a|d\.?b\.?a)\b\.?\)?,?\s*`;
const ANNOUNCED = new RegExp(
  String.raw`[\s,]*(?:${AKA})?(?:as\s+|including\s+)?(?:the\s+)?(?:follow\w*\s+(?:the\s+following\s+)?)?(?:(${WORDS.join('|')}|\d{1,3})\s+)?(?:alias(?:es)?|entity)\b[^:]{0,100}(?:[:,]\s*|$)`,
  'i',
);
const INLINE = new RegExp(String.raw`[\s,]*(?:^|[\s,(])${AKA}`, 'i');
/** A name and its alias mark stand within this many characters; more is searched by no pattern. */
const HEADER_CHARS = 2_000;
const DASH = /^[—–-]\s*/;
const SUBORDINATE = /^(.{3,200}?)\s+subordinate institution:\s*/i;

function numberOf(word: string | undefined): number {
  if (word === undefined) return Number.POSITIVE_INFINITY;
  const index = WORDS.indexOf(word.toLowerCase());
  return index >= 0 ? index + 1 : Number(word);
}

/** Names of one bracket or of one stretch: `Lin Rongnan, Steven Lim and Yong Nam Lim`. */
function namesIn(text: string): readonly string[] {
  return text
    .split(/\s*;\s*(?:and\s+)?|,\s+(?=[A-Z][^,]*\s)|\s+and\s+/)
    .map((name) =>
      name
        .replace(/^(?:and\s+)/, '')
        .replace(DASH, '')
        .trim(),
    )
    .filter((name) => name !== '');
}

/** `Beijing Landuyt Feng Technology Co., Ltd. Room 1105, …`: a name that ends with a full stop before its address. */
function splitAtStop(text: string): { readonly name: string; readonly rest: string } {
  const stop =
    /^((?:[^,\d]|,\s?(?=Ltd|Inc|LLC|Limited)){3,120}?(?:Ltd|Inc|Corp|Co|LLC|[A-Za-z]{3,})\.)\s+(?=[A-Z\d])(.*)$/s.exec(
      text,
    );
  return stop?.[1] && stop[2] ? { name: stop[1].replace(/(?<=[a-z]{3})\.$/, ''), rest: stop[2] } : splitName(text);
}

function announcedList(line: string, match: RegExpExecArray): PartyHeader {
  const behind = line
    .slice(match.index + match[0].length)
    .replace(DASH, '')
    .trim();
  const before = line.slice(0, match.index);
  const former = withoutFormerNames(before);
  if (behind === '') return { ...former, addressText: '', aliasLines: numberOf(match[1]) };
  const parts = behind.split(/;\s*(?:and\s+)?/);
  const listed = parts.slice(0, Math.min(numberOf(match[1]), parts.length) - 1);
  const { name, rest } = splitAtStop(parts.slice(listed.length).join('; ').replace(DASH, ''));
  const aliases = [...former.aliases, ...listed.map((alias) => alias.replace(DASH, '')), name];
  return { ...former, aliases, addressText: rest, aliasLines: 0 };
}

/** A bracket of former names inside the name: `Gaz Oil OOO (f.k.a., Zakrytoe Aktsionernoe Obshchestvo Gaz Oil)`. */
function withoutFormerNames(name: string): { readonly name: string; readonly aliases: readonly string[] } {
  const bracket = /\s*\((?:f|a)\.k\.a\.?,?\s*([^()]{2,400})\)?\s*$/i.exec(name);
  if (!bracket?.[1]) return { name: trimTail(name), aliases: [] };
  return { name: trimTail(name.slice(0, bracket.index)), aliases: namesIn(bracket[1]) };
}

function inlineAliases(line: string, match: RegExpExecArray): PartyHeader {
  const name = trimTail(line.slice(0, match.index));
  const behind = line.slice(match.index + match[0].length);
  if (behind.trim() === '') return { name, aliases: [], addressText: '', aliasLines: Number.POSITIVE_INFINITY };
  const isBracketed = match[0].includes('(') && !match[0].includes(')');
  const close = behind.indexOf(')');
  if (isBracketed && close > 0) {
    const addressText = behind.slice(close + 1).replace(/^[\s,]+/, '');
    return { name, aliases: namesIn(behind.slice(0, close)), addressText, aliasLines: 0 };
  }
  const alias = splitAtStop(behind);
  return { name, aliases: namesIn(alias.name), addressText: alias.rest, aliasLines: 0 };
}

/** Reads the opening line of an Entity cell or of an entity inside it. Any text gives a header; the name may be the line. */
export function readPartyHeader(line: string): PartyHeader {
  const subordinate = SUBORDINATE.exec(line);
  if (subordinate?.[1]) {
    const behind = line.slice(subordinate[0].length).trim();
    const header = behind === '' ? { name: '', aliases: [], addressText: '', aliasLines: 0 } : readPartyHeader(behind);
    return { ...header, parent: subordinate[1] };
  }
  const announced = ANNOUNCED.exec(line.slice(0, HEADER_CHARS));
  if (announced && announced.index > 0) return announcedList(line, announced);
  const inline = INLINE.exec(line.slice(0, HEADER_CHARS));
  if (inline && inline.index > 0) return inlineAliases(line, inline);
  const { name, rest } = splitName(line);
  return { name, aliases: [], addressText: rest, aliasLines: 0 };
}
