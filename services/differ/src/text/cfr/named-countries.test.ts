import { describe, expect, it } from 'vitest';
import { namedCountries } from './named-countries.ts';

describe('namedCountries', () => {
  it.each([
    ['destined to Russia, Belarus, or Macau', 'RU BY MO'],
    ['Bosnia & Herzegovina, Hong Kong, and Trinidad and Tobago', 'BA HK TT'],
    ["the Democratic Republic of the Congo; Côte d'Ivoire; Türkiye", 'CD CI TR'],
    ['China (PRC), North Korea, Syria', 'CN KP SY'],
    ['Australia, New Zealand, and the Netherlands', 'AU NZ NL'],
    ['the United States or Northern Ireland, New Mexico, the Gulf of Mexico', ''],
    ['Georgia Institute of Technology', ''],
    ['a Russian national', ''],
  ])('finds those of %s', (text, codes) => {
    expect(
      namedCountries(text)
        .map(({ country }) => country)
        .join(' '),
    ).toBe(codes);
  });

  it('gives the place of each name as printed', () => {
    const [china] = namedCountries('to China (PRC) only');
    expect(china).toMatchObject({ name: 'China (PRC)', at: 3, end: 14 });
  });
});
