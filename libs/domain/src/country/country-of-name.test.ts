import { describe, expect, it } from 'vitest';
import { countryOfEnglishName, countryOfJapaneseName } from './country-of-name.ts';
import { COUNTRY_TABLE } from './country-table.ts';

describe('countryOfEnglishName', () => {
  it.each([
    ["CHINA, PEOPLE'S REPUBLIC OF", 'CN'],
    ['CHINA, PEOPLE’S REPUBLIC OF', 'CN'],
    ['CRIMEA REGION OF UKRAINE', 'UA'],
    ['BURMA', 'MM'],
    ['Türkiye', 'TR'],
    ['The Netherlands', 'NL'],
    ['South Korea', 'KR'],
  ])('reads %s', (name, code) => {
    expect(countryOfEnglishName(name)).toBe(code);
  });

  it('keeps the two Congos and the two Guineas apart', () => {
    expect(countryOfEnglishName('Congo, Democratic Republic of the')).toBe('CD');
    expect(countryOfEnglishName('Republic of the Congo')).toBe('CG');
    expect(countryOfEnglishName('Guinea')).toBe('GN');
    expect(countryOfEnglishName('Equatorial Guinea')).toBe('GQ');
  });

  it('does not guess at a name it does not know', () => {
    expect(countryOfEnglishName('Atlantis')).toBeUndefined();
    expect(countryOfEnglishName('')).toBeUndefined();
    expect(countryOfEnglishName('<script>')).toBeUndefined();
  });
});

describe('countryOfJapaneseName', () => {
  it.each([
    ['大韓民国', 'KR'],
    ['英国', 'GB'],
    ['アメリカ合衆国', 'US'],
    ['北朝鮮', 'KP'],
    ['中央アフリカ', 'CF'],
    ['コンゴ民主共和国', 'CD'],
    ['中国（香港）', 'HK'],
    [' ｲﾗﾝ ', 'IR'],
    ['中華人民共和国', 'CN'],
  ])('reads %s', (name, code) => {
    expect(countryOfJapaneseName(name)).toBe(code);
  });

  it('does not guess at a name it does not know', () => {
    expect(countryOfJapaneseName('アトランティス')).toBeUndefined();
    expect(countryOfJapaneseName('constructor')).toBeUndefined();
  });
});

describe('COUNTRY_TABLE', () => {
  it('gives no name to two countries', () => {
    for (const [code, english, japanese] of COUNTRY_TABLE) {
      for (const name of english) expect(countryOfEnglishName(name), name).toBe(code);
      for (const name of japanese) expect(countryOfJapaneseName(name), name).toBe(code);
    }
  });
});
