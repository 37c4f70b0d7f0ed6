import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparableName, comparableNames, matchNames } from './name-match.ts';

const match = (a: string, b: string) => matchNames(comparableName(a), comparableName(b))?.kind;

describe('matchNames', () => {
  it.each([
    ['ZTE Corporation', 'ZTE'],
    ['Huawei Technologies Co., Ltd.', 'HUAWEI TECHNOLOGIES CO LTD'],
    ['Ｈｕａｗｅｉ Technologies', 'Huawei Technologies Company Limited'],
    ['Société Générale S.A.', 'Societe Generale'],
    ['東京計器株式会社', '東京計器'],
    ['丹东富地贸易有限公司', '丹东富地贸易'],
  ])('holds %s and %s for one name', (a, b) => {
    expect(match(a, b)).toBe('exact');
  });

  it.each([
    ['Hangzhou Hik Vision Tech', 'Hangzhou Hikvision Digital Technology Co., Ltd.'],
    ['Hikvision', 'Hangzhou Hikvision Digital Technology Co., Ltd.'],
    ['Dandong Rich Earth Tradng', 'DANDONG RICH EARTH TRADING CO., LTD.'],
    ['Sigma Wuhan Electronics', 'Wuhan Sigma Electronic Co., Ltd.'],
  ])('calls %s a possible match of %s, never an exact one', (a, b) => {
    expect(match(a, b)).toBe('possible');
  });

  it.each([
    ['Beijing Institute of Technology', 'Nanjing Institute of Technology'],
    ['CETC 13th Research Institute', 'CETC 55th Research Institute'],
    ['Shanghai Aerospace Equipment', 'Beijing Aerospace Equipment'],
    ['Acme Trading Company', 'Apex Trading Company'],
    ['Shenzhen Alpha Technology', 'Shenzhen Omega Technology'],
  ])('does not take %s for %s', (a, b) => {
    expect(match(a, b)).toBeUndefined();
  });

  it.each([
    ['華為技術有限公司', '华为技术有限公司'],
    ['中芯國際集成電路製造', '中芯国际集成电路制造有限公司'],
    ['三菱重工業株式会社', '三菱重工業'],
    ['（株）東京計器', '東京計器(株)'],
    ['ソニー株式会社', 'ｿﾆｰ(株)'],
    ['삼성전자 주식회사', '삼성전자'],
    ['(주)한화', '한화 주식회사'],
    ['OOO Novye Tekhnologii', 'Novye Tekhnologii LLC'],
    ['ООО «Радиоэлектроника»', 'Радиоэлектроника'],
    ['Aselsan Elektronik Anonim Şirketi', 'ASELSAN ELEKTRONIK A.S.'],
    ['Société Anonyme Générale', 'Societe Anonyme Generale'],
  ])('holds %s and %s for one name in every script and legal form', (a, b) => {
    expect(match(a, b)).toBe('exact');
  });

  it.each([
    ['Nezhad Djamshid', 'Djamshid Nezhad'],
    ['KUNOSKA-KAMCEVA, Ratka', 'KAMCEVA, Ratka Kunoska'],
    ['Zhenyong Zhou', 'Zhou Zhenyong'],
    ['Yangtse Memory Technologies', 'Yangtze Memory Technologies'],
    ['Mashinostroyeniya', 'Mashinostroenia'],
  ])('calls %s and %s, in another order or romanised otherwise, a possible match', (a, b) => {
    expect(match(a, b)).toBe('possible');
  });

  it.each([
    ['OOO GAS', 'AECC China Gas Turbine Establishment'],
    ['Al', 'AL-TIKRITI, Watban Ibrahim Hassan'],
    ['DMZ im. N. P. Fedorova', 'JSC IM'],
    ['Bank', 'Gazprom Bank'],
  ])('does not find the common word %s in %s', (a, b) => {
    expect(match(a, b)).toBeUndefined();
  });

  it.each([
    ['丹东富地', '丹東富地'],
    ['北京航空航天大学', '北京航空航天大學'],
  ])('compares %s and %s in simplified and traditional writing', (a, b) => {
    expect(match(a, b)).toBe('exact');
  });

  it('needs a name under five characters as a whole word', () => {
    expect(match('ZTE', 'ZTE Kangxun Telecommunications Ltd.')).toBe('possible');
    expect(match('ZTE', 'Ztek Aerospace')).toBeUndefined();
    expect(match('IPC', 'IPX')).toBeUndefined();
  });

  it('reads a native name in brackets as a name of its own', () => {
    const names = comparableNames('DANDONG RICH EARTH TRADING CO., LTD. (丹东富地贸易有限公司)').map(
      ({ compact }) => compact,
    );
    expect(names).toContain('dandongrichearthtrading');
    expect(names).toContain('丹东富地贸易');
  });

  it('keeps a place in brackets, for it tells two companies apart', () => {
    expect(comparableNames('Huawei Technologies (Hong Kong)').map(({ compact }) => compact)).toEqual([
      'huaweitechnologieshongkong',
    ]);
  });

  it('is symmetric and never throws, whatever the names', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (a, b) => {
          expect(match(a, b)).toBe(match(b, a));
        },
      ),
    );
  });

  it('finds every name that has a letter equal to itself', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 40 }).filter((text) => /[a-z]/i.test(text)),
        (text) => {
          expect(match(text, text)).toBe('exact');
        },
      ),
    );
  });
});
