import { COUNTRY_TABLE } from './country-table.ts';

const foldEnglish = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/^\s*the\s+/, '')
    .replace(/[^a-z]/g, '');

const foldJapanese = (name: string): string => name.normalize('NFKC').replace(/[\s・･、,()]/g, '');

const byEnglish = new Map(COUNTRY_TABLE.flatMap(([code, english]) => english.map((name) => [foldEnglish(name), code])));
const byJapanese = new Map(
  COUNTRY_TABLE.flatMap(([code, , japanese]) => japanese.map((name) => [foldJapanese(name), code])),
);

/**
 * ISO 3166-1 alpha-2 of a country as a US authority prints it, in any case and punctuation: `CHINA, PEOPLE'S REPUBLIC OF`.
 * @returns `undefined` for a name that is not in the table. Never a guess.
 */
export function countryOfEnglishName(name: string): string | undefined {
  return byEnglish.get(foldEnglish(name));
}

/**
 * ISO 3166-1 alpha-2 of a country as a Japanese authority prints it, full or half width: `大韓民国`, `中国（香港）`.
 * @returns `undefined` for a name that is not in the table. Never a guess.
 */
export function countryOfJapaneseName(name: string): string | undefined {
  return byJapanese.get(foldJapanese(name));
}

const CODES = new Set(COUNTRY_TABLE.map(([code]) => code));

/** Whether two capital letters are the code of a country or territory in the table; `UK` and `EU` are not. */
export function isCountryCode(code: string): boolean {
  return CODES.has(code);
}
