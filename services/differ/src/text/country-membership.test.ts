import { describe, expect, it } from 'vitest';
import { diffTexts } from './diff-texts.ts';
import { countries, law, told } from './law-in-words.fixture.ts';

describe('country lists', () => {
  const groupA = countries('別表第三', ['オーストラリア', 'AU'], ['大韓民国', 'KR'], ['アメリカ合衆国', 'US']);

  it('tell each country that came or went, with its list', () => {
    const [, korea] = groupA;
    if (!korea) throw new Error('no unit');
    const without = law(groupA.filter((country) => country !== korea));
    const relief = { ...korea, additionEffect: 'loosen', instrumentId: 'JP-COUNTRY' } as const;
    const [added] = diffTexts(without, law([...without.provisions, relief]));
    expect(added).toMatchObject({
      type: 'country.added',
      subject: { kind: 'country', label: '大韓民国' },
      direction: 'loosen',
      instrumentId: 'JP-COUNTRY',
      after: { list: '別表第三', country: 'KR' },
    });
    const [removed] = diffTexts(law([...without.provisions, relief]), without);
    expect(removed).toMatchObject({ type: 'country.removed', direction: 'tighten', before: { list: '別表第三' } });
  });

  it('say nothing when the order of a list or the name of a country changed', () => {
    const renamed = countries('別表第三', ['米国', 'US'], ['大韓民国', 'KR'], ['オーストラリア', 'AU']);
    expect(diffTexts(law(groupA), law(renamed))).toEqual([]);
  });

  it('are told country by country when the whole list is new', () => {
    const table = countries('別表第二の四', ['アルメニア', 'AM'], ['シリア', 'SY']);
    expect(told(diffTexts(law(groupA), law(groupA, table)))).toEqual([
      'country.added アルメニア',
      'country.added シリア',
    ]);
  });

  it('keep one country on two lists apart', () => {
    const two = law(countries('別表第三の二', ['北朝鮮', 'KP']), countries('別表第四', ['北朝鮮', 'KP']));
    const one = law(countries('別表第三の二', ['北朝鮮', 'KP']));
    const [removed] = diffTexts(two, one);
    expect(removed).toMatchObject({ type: 'country.removed', before: { list: '別表第四' } });
  });

  it('flag a country whose name is not known', () => {
    const [unknown] = countries('別表第三', ['アトランティス']);
    if (!unknown) throw new Error('no unit');
    const after = law(groupA, [{ ...unknown, doubt: 'no country is known by that name' }]);
    expect(diffTexts(law(groupA), after)[0]).toMatchObject({ subject: { label: 'アトランティス' }, needsReview: true });
  });
});
