import { countryOfJapaneseName, type Provision } from '#domain';

/** Longest sentence taken for a list of countries; all countries of the world need about 1,600 characters. */
const MAX_CHARS = 4_000;
const MAX_NAME_CHARS = 60;

/** `A及びB` is two countries only when neither name stands for the whole. */
function namesIn(part: string): readonly string[] {
  if (countryOfJapaneseName(part) !== undefined) return [part];
  const halves = part.split(/並びに|及び|又は|若しくは/);
  return halves.length > 1 && halves.every((half) => countryOfJapaneseName(half) !== undefined) ? halves : [part];
}

/**
 * Countries of a sentence that is a list of countries joined by 、, or undefined when it is something else: a sentence
 * belongs here when most of its parts are names of countries. A part that is none stays as printed.
 */
export function countriesOf(sentence: string): readonly string[] | undefined {
  if (sentence.length > MAX_CHARS) return undefined;
  const names = sentence
    .replace(/[。．]$/, '')
    .split(/、(?![^（]*）)/)
    .flatMap((part) => namesIn(part.trim()))
    .filter((name) => name !== '');
  const known = names.filter((name) => countryOfJapaneseName(name) !== undefined).length;
  return known * 2 > names.length && names.every((name) => name.length <= MAX_NAME_CHARS) ? names : undefined;
}

/** One provision a country, under the table it stands in. An unknown name is kept as printed and flagged, never skipped. */
export function provisionsOfCountries(names: readonly string[], title: string): readonly Provision[] {
  return [...new Set(names)].map((name) => {
    const country = countryOfJapaneseName(name);
    return {
      kind: 'country' as const,
      label: `${title} ${name}`,
      list: title,
      text: name,
      locator: title,
      ...(country === undefined ? { doubt: `no country is known by the name ${name}` } : { country }),
    };
  });
}
