import { countryOfEnglishName, foldName, type Provision } from '#domain';
import type { ProvisionList } from './provision-list.ts';

/** A country with its marks in one table. */
export interface MarkedCountry {
  readonly name: string;
  readonly marks: readonly string[];
}

type Terms = Required<Pick<Provision, 'list' | 'instrumentId' | 'markEffect'>>;

/** `China (PRC)` in one table is `China` in the other. */
export function isoOf(name: string): string | undefined {
  const plain = name.replace(/\s*\((?:PRC|the)\)\s*$/i, '').trim();
  return (
    countryOfEnglishName(name) ?? countryOfEnglishName(plain) ?? countryOfEnglishName(plain.replaceAll('&', 'and'))
  );
}

/** Opens one unit a country with all its marks in the tables of one list. A name no table knows is kept, with a doubt. */
export function openCountries(countries: readonly MarkedCountry[], terms: Terms, list: ProvisionList): void {
  const byCountry = new Map<string, MarkedCountry>();
  for (const { name, marks } of countries) {
    const key = isoOf(name) ?? foldName(name);
    const known = byCountry.get(key);
    byCountry.set(key, { name: known?.name ?? name, marks: [...new Set([...(known?.marks ?? []), ...marks])] });
  }
  for (const { name, marks } of byCountry.values()) {
    const country = isoOf(name);
    list.open(
      {
        kind: 'country',
        label: `${terms.list} ${name}`,
        ...terms,
        marks,
        ...(country === undefined ? { doubt: 'no country is known by that name' } : { country }),
      },
      name,
    );
  }
}
