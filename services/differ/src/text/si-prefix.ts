/** Powers of ten by the prefixes that Japanese laws print. Source: 計量単位令 別表第四 (SI prefixes). */
const PREFIXES: readonly (readonly [string, number])[] = [
  ['テラ', 12],
  ['ギガ', 9],
  ['メガ', 6],
  ['キロ', 3],
  ['センチ', -2],
  ['ミリ', -3],
  ['マイクロ', -6],
  ['ナノ', -9],
  ['ピコ', -12],
];
const SIGNIFICANT_DIGITS = 12;

/** A value with its unit, the prefix of the unit taken into the value: 1,000 `ナノメートル` and 1 `マイクロメートル` are equal. */
export function inBaseUnit({ value, unit }: { readonly value: number; readonly unit: string }): {
  readonly value: number;
  readonly unit: string;
} {
  const [prefix, power] = PREFIXES.find(([name]) => unit.startsWith(name) && unit.length > name.length) ?? ['', 0];
  return { value: Number((value * 10 ** power).toPrecision(SIGNIFICANT_DIGITS)), unit: unit.slice(prefix.length) };
}
