import { kanjiNumber } from '#time';

/** A number with the unit the text prints it in. */
export interface Quantity {
  readonly value: number;
  readonly unit: '%' | '円' | '年' | '月' | '倍';
}

/** A number that moved while all around it stayed. */
export interface QuantityChange {
  readonly from: Quantity;
  readonly to: Quantity;
}

const NUM = '[0-9〇一二三四五六七八九十百千万億兆]{1,20}';
const QUANTITY = new RegExp(
  `(百|千|万)分の(${NUM})|(${NUM}|[0-9]{1,12}(?:\\.[0-9]{1,6})?)(?:パーセント|%)|(${NUM})(円)|(${NUM})(年|月)(?=以[上下]の拘禁刑)|(${NUM})(倍)(?=以下|を超える)`,
  'gu',
);
const PARTS: Readonly<Record<string, number>> = { 百: 1, 千: 10, 万: 100 };

function quantityOf(match: readonly (string | undefined)[]): Quantity | undefined {
  const [, base, share, percent, money, , term, termUnit, times] = match;
  if (base && share) return percentage((kanjiNumber(share) ?? Number.NaN) / (PARTS[base] ?? 1));
  if (percent) return percentage(kanjiNumber(percent) ?? Number(percent));
  const value = kanjiNumber(money ?? term ?? times ?? '');
  if (value === undefined) return undefined;
  return { value, unit: money ? '円' : times ? '倍' : termUnit === '年' ? '年' : '月' };
}

function percentage(value: number): Quantity | undefined {
  return Number.isFinite(value) ? { value, unit: '%' } : undefined;
}

/** 懲役 and 禁錮 became 拘禁刑 on 2025-06-01 (令和4年法律第67号); a term that moved with the word is told as a term. */
function withOneCustody(text: string): string {
  return text.replace(/懲役|禁錮|禁こ/gu, '拘禁刑');
}

/**
 * Quantities (shares, amounts in yen, multiples, terms of imprisonment) that moved between two texts which are equal in all else. Made
 * for text normalised by `substanceOf`.
 * @returns undefined when anything else differs too, or a moved quantity could not be read: then no number is claimed.
 */
export function movedQuantities(before: string, after: string): readonly QuantityChange[] | undefined {
  const [was, is] = [withOneCustody(before), withOneCustody(after)];
  if (was.replace(QUANTITY, '#') !== is.replace(QUANTITY, '#')) return undefined;
  const [old, now] = [was, is].map((text) => [...text.matchAll(QUANTITY)]);
  const changes: QuantityChange[] = [];
  for (const [index, match] of (old ?? []).entries()) {
    const other = now?.[index];
    if (!other || match[0] === other[0]) continue;
    const [from, to] = [quantityOf(match), quantityOf(other)];
    if (!from || !to || from.unit !== to.unit) return undefined;
    if (from.value !== to.value) changes.push({ from, to });
  }
  return changes.length > 0 ? changes : undefined;
}
