import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEntityCell } from './entity-cell.ts';

const partiesOf = (cell: string) =>
  readEntityCell(cell).parties.map(({ name, parent, aliases, addresses }) => [parent ?? '', name, aliases, addresses]);

describe('readEntityCell', () => {
  it.each([
    ['Elem Group, LLC, 10 Abay Avenue, Almaty', 'Elem Group, LLC'],
    ['Changsha Jingjia Microelectronics Co.,Ltd.,902 Building B1', 'Changsha Jingjia Microelectronics Co.,Ltd.'],
    [
      'Academy of Military Medical Sciences, Institute of Bioengineering, 20 East Street',
      'Academy of Military Medical Sciences, Institute of Bioengineering',
    ],
    ['Benico Limited, Valiant Industrial Center, 10th Floor, Hong Kong', 'Benico Limited'],
    ['Novax Group S.A., Calle 50, Panama', 'Novax Group S.A.'],
    ['Ali Mehdipour Omrani.', 'Ali Mehdipour Omrani'],
    ['Brian Douglas Woodford (See alternate address under Singapore)', 'Brian Douglas Woodford'],
  ])('parts name and address of %s', (cell, name) => {
    expect(readEntityCell(cell).parties[0]?.name).toBe(name);
  });

  it.each([
    ['Wong Yung Fai, a.k.a., Tonny Wong, Unit 12B, Shenzhen', ['Tonny Wong'], ['Unit 12B, Shenzhen']],
    [
      'Lim Yong Nam, (a.k.a. Lin Rongnan, Steven Lim and Yong Nam Lim), Futian, Shenzhen',
      ['Lin Rongnan', 'Steven Lim', 'Yong Nam Lim'],
      ['Futian, Shenzhen'],
    ],
    [
      'Longtek Company, Ltd., a.k.a., the following one alias: Beijing Landuyt Feng Technology Co., Ltd. Room 1105, Beijing',
      ['Beijing Landuyt Feng Technology Co., Ltd.'],
      ['Room 1105, Beijing'],
    ],
    [
      'Sawa Air Aviation FZCO, a.k.a., the following two aliases: Sawa Aviation; and Sawa Air. P.O. Box 42707, Dubai',
      ['Sawa Aviation', 'Sawa Air'],
      ['P.O. Box 42707, Dubai'],
    ],
    [
      'Tako LLC, the following one alias:\n—Taco LLC.\n17 Garegin Nzhdehi Street, Yerevan',
      ['Taco LLC'],
      ['17 Garegin Nzhdehi Street, Yerevan'],
    ],
    [
      'RN Holding, a.k.a., the following one alias:\n—RN Holding OAO. 60 Oktyabrskaya ul., Uvat 626170, Russia.',
      ['RN Holding OAO'],
      ['60 Oktyabrskaya ul., Uvat 626170, Russia'],
    ],
    [
      'Hileed, a.k.a, the following three aliases:\nBeijing Alite Technologies Co.;\n—ALCO; and\n—Haili.\nA36 Xisanqi, Beijing',
      ['Beijing Alite Technologies Co.', 'ALCO', 'Haili'],
      ['A36 Xisanqi, Beijing'],
    ],
    [
      'PJSC Mostotrest (f.k.a., OAO Mostotrest), a.k.a., the following one alias:\n—Mostotrest, PAO.\n6 Barklaya str., Moscow',
      ['OAO Mostotrest', 'Mostotrest, PAO'],
      ['6 Barklaya str., Moscow'],
    ],
  ])('reads aliases and addresses of %s', (cell, aliases, addresses) => {
    expect(readEntityCell(cell).parties).toMatchObject([{ aliases, addresses }]);
  });

  it('reads subordinate institutions, and shared addresses as those of the entity', () => {
    const cell = `CETC 14, a.k.a., the following two aliases, and two subordinate institutions:
—NRIET; and
—Research Institute 14.
Subordinate institution
Nanjing SunSea Industry Corporation.
Subordinate institution Nanjing Institute of Radio Technology, a.k.a., the following one alias:
—NIRT.
The following addresses apply to the entity and the two subordinate institutions:
No 1 Dinghuaimen, Nanjing, China; and No 8 Guorui Road, Nanjing, China.`;
    expect(partiesOf(cell)).toEqual([
      [
        '',
        'CETC 14',
        ['NRIET', 'Research Institute 14'],
        ['No 1 Dinghuaimen, Nanjing, China', 'No 8 Guorui Road, Nanjing, China'],
      ],
      ['CETC 14', 'Nanjing SunSea Industry Corporation', [], []],
      ['CETC 14', 'Nanjing Institute of Radio Technology', ['NIRT'], []],
    ]);
  });

  it('reads entities after dashes under the entity that announces them', () => {
    const cell = `PAEC, a.k.a., the following one alias:
—Power Plant Workshops; and the following four subordinate entities:
—National Development Complex (NDC), a.k.a., the following one alias:
—National Defense Complex.
Fateh Jang, Punjab, Pakistan;
—PINSTECH, Nilore, Islamabad`;
    expect(partiesOf(cell)).toEqual([
      ['', 'PAEC', ['Power Plant Workshops'], []],
      ['PAEC', 'National Development Complex (NDC)', ['National Defense Complex'], ['Fateh Jang, Punjab, Pakistan']],
      ['PAEC', 'PINSTECH', [], ['Nilore, Islamabad']],
    ]);
  });

  it('names the organisation of a subordinate institution that has its own row', () => {
    expect(
      partiesOf(
        'CETC 13 subordinate institution:\n—Hebei Brightway International,\n21 Changsheng Street, Shijiazhuang',
      ),
    ).toEqual([['CETC 13', 'Hebei Brightway International', [], ['21 Changsheng Street, Shijiazhuang']]]);
  });

  it('reads any text without throwing and in bounded time', () => {
    const word = fc.constantFrom(
      '—',
      '\n',
      ', ',
      '; and ',
      'a.k.a., ',
      'the following two aliases:',
      'Ltd.',
      '(',
      'Subordinate institution',
      'Affiliated entities:',
      'X 9',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        for (const party of readEntityCell(words.join('')).parties) expect(party.name).not.toBe('');
      }),
    );
  });

  it('reads a cell of nothing but separators and brackets that never close', () => {
    expect(readEntityCell(`${', '.repeat(100_000)}a.k.a.${' ('.repeat(100_000)}`)).toEqual({
      parties: [],
      crossReferences: [],
    });
  });
});
