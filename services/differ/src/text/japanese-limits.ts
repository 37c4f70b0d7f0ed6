import { kanjiNumber } from '#time';

/** How a limit is drawn. `>=`: the value and all above it, `<`: all below it. */
export type LimitOperator = '>=' | '>' | '<=' | '<';

/** A number with the line a text draws at it: `波長が三七〇ナノメートル以上`. */
export interface Limit {
  /** What is measured, as printed before the number; empty where the text does not name it beside it. */
  readonly parameter: string;
  readonly operator: LimitOperator;
  readonly value: number;
  /** As printed, `ナノメートル`; empty for a bare count. */
  readonly unit: string;
  /** Where the number begins in the text, and where the words of the limit end. */
  readonly start: number;
  readonly end: number;
}

const DIGIT = '[〇一二三四五六七八九]';
/** Thousands may be set apart, `五、〇〇〇` and `5,000`; a decimal follows ・ or a point. */
const WHOLE = `(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+|${DIGIT}{1,3}(?:、${DIGIT}{3})+|[〇一二三四五六七八九十百千万億]+)`;
const NUMBER = `(?:${WHOLE}(?:[.・](?:[0-9]+|${DIGIT}+))?)`;
/** `一〇のマイナス五乗`, alone or after a factor: `四・五に一〇の一七乗を乗じた`. */
const POWER = `(?:(?:10|一〇|十)の(マイナス)?(${NUMBER})乗)`;
const UNIT =
  '(?:平方|立方|重量|毎|[ァ-ヴー]+|[A-Za-zµμΩ%℃°]+[23]?|秒|分|時間?|度|倍|個|年|月|日|円|人|回|枚|桁|次元|軸)*';
/** Words after a number that make it a limit; を超えない before を超える, whose opposite it is. */
const COMPARATORS: readonly (readonly [words: string, operator: LimitOperator])[] = [
  ['を超えない', '<='],
  ['を下回らない', '>='],
  ['以上の?', '>='],
  ['以下の?', '<='],
  ['以内の?', '<='],
  ['未満の?', '<'],
  ['(?:を超え(?:る|て)?|を上回[るりつ]?|超の?)', '>'],
  ['を下回[るりつ]?', '<'],
  ['よりも?(?:大き|長|高|多|厚|広|重)い', '>'],
  ['よりも?(?:小さ|短|低|少な|薄|狭|軽)い', '<'],
];
const COMPARATOR = COMPARATORS.map(([words]) => words).join('|');
const LIMIT = new RegExp(`(マイナス)?(?:${POWER}|(${NUMBER}))(${UNIT}?)(${COMPARATOR})`, 'gu');
/** The words straight before a number that say what is measured. */
const MEASURED = /([^、。,()「」\n]{1,40}?)(?:が|は)$/u;
const JOINING = /^(?:又は|若しくは|及び|並びに|かつ|ただし)/u;

function operatorOf(comparator: string): LimitOperator | undefined {
  return COMPARATORS.find(([words]) => new RegExp(`^(?:${words})$`, 'u').test(comparator))?.[1];
}

/** `〇・〇五` and `1.5` as well as `三百七十`. */
function readNumber(text: string): number | undefined {
  const [whole = '', fraction] = text.replace(/[,、]/gu, '').split(/[.・]/);
  const value = kanjiNumber(whole);
  if (value === undefined || fraction === undefined) return value;
  const digits = [...fraction].map((digit) => kanjiNumber(digit));
  return digits.includes(undefined) ? undefined : Number(`${value}.${digits.join('')}`);
}

function limitOf(match: RegExpExecArray, text: string): Limit | undefined {
  const [whole, minus, minusPower, power, plain, unit = '', comparator = ''] = match;
  const exponent = power === undefined ? undefined : readNumber(power);
  const size = exponent === undefined ? readNumber(plain ?? '') : 10 ** (minusPower ? -exponent : exponent);
  const operator = operatorOf(comparator);
  if (size === undefined || operator === undefined) return undefined;
  const before = text.slice(Math.max(0, match.index - 60), match.index);
  return {
    parameter: (MEASURED.exec(before)?.[1] ?? '').replace(JOINING, ''),
    operator,
    value: minus ? -size : size,
    unit,
    start: match.index,
    end: match.index + whole.length,
  };
}

/**
 * Limits a Japanese text draws, in the order printed: numerals of both systems with a decimal ・, powers of ten, units in
 * words, and 以上, 以下, 以内, 未満, を超える and their like. A number without such a word is no limit. Made for text
 * normalised by `substanceOf`.
 */
export function limitsIn(text: string): readonly Limit[] {
  return [...text.matchAll(LIMIT)].map((match) => limitOf(match, text)).filter((limit) => limit !== undefined);
}

/** The text with each limit replaced by one sign: two texts equal in this form differ in their numbers only. */
export function withoutLimits(text: string, limits: readonly Limit[]): string {
  let rest = 0;
  const kept = limits.map(({ start, end }) => {
    const words = text.slice(rest, start);
    rest = end;
    return words;
  });
  return [...kept, text.slice(rest)].join('#');
}
