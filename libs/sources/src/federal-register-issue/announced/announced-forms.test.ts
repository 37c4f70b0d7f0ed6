import { describe, expect, it } from 'vitest';
import { loadXml } from '../../markup/index.ts';
import { announcedFacts } from './announced-facts.ts';
import { regulation, ruleXml } from './rule.fixture.ts';

type Form = readonly [form: string, part: string, instructions: readonly string[], orders: readonly string[]];

/** Ways in which agencies draft instructions, of different years; written for these tests with invented parties. */
const FORMS: readonly Form[] = [
  [
    'a country behind its verb',
    '15/744',
    [
      '2. Supplement No. 4 to part 744 is amended:',
      'a. By adding, in alphabetical order, under Iran, two Iranian entities, “Alpha Trading Co.,” and “Beta Electronics LLC”;',
      'b. By removing, under China, People’s Republic of, the entry for “Gamma Institute,”; and',
      'c. By revising, under Hong Kong, the entry for “Delta Ltd.”',
    ],
    [
      'entity.added Alpha Trading Co. IR',
      'entity.added Beta Electronics LLC IR',
      'entity.removed Gamma Institute CN',
      'entity.modified Delta Ltd. HK',
    ],
  ],
  [
    'a country above what is done under it',
    '15/744',
    [
      '3. Supplement no. 4 to part 744 is amended by:',
      'a. Under CHINA, PEOPLE’S REPUBLIC OF:',
      'i. Adding, in alphabetical order, entries for “Alpha Co., Ltd.” and “Beta Ltd.”;',
      'ii. Revising the entry for “Gamma Institute”; and',
      'iii. Removing the entry for “Delta Co.”;',
      'b. Under UNITED ARAB EMIRATES, by adding in alphabetical order an entry for “Epsilon FZE”.',
    ],
    [
      'entity.added Alpha Co., Ltd. CN',
      'entity.added Beta Ltd. CN',
      'entity.modified Gamma Institute CN',
      'entity.removed Delta Co. CN',
      'entity.added Epsilon FZE AE',
    ],
  ],
  [
    'several countries in one sentence',
    '15/744',
    [
      '2. Supplement No. 4 to part 744 is amended by adding in alphabetical order under Burma, entries for “Lambda Ltd.”; under Germany, an entry for “Mu GmbH”; and under the United Kingdom, an entry for “Nu Plc.”.',
    ],
    ['entity.added Lambda Ltd. MM', 'entity.added Mu GmbH DE', 'entity.added Nu Plc. GB'],
  ],
  [
    'a country in quotation marks',
    '15/744',
    [
      '2. Supplement No. 6 to part 744 is amended:',
      'a. Under “China, People’s Republic of”, by removing the entries for “Theta Co.” and “Iota Univ.”; and',
      'b. By adding, under Kyrgyzstan, “Kappa LLC”.',
    ],
    ['entity.removed Theta Co. CN', 'entity.removed Iota Univ CN', 'entity.added Kappa LLC KG'],
  ],
  [
    'the adjective of a country, and a comma too many',
    '15/744',
    [
      '2. In Supplement No. 4 to part 744, the table is amended:',
      'a. Under the country of Turkey, by revising the entry, for “Zeta Havacilik A.S.”;',
      'b. Under Russia, by removing the Russian entity “Eta JSC”.',
    ],
    ['entity.modified Zeta Havacilik A.S. TR', 'entity.removed Eta JSC RU'],
  ],
  [
    'aliases and addresses added to an entry that stands',
    '15/744',
    [
      '2. Supplement No. 4 to part 744 is amended under CHINA by adding one alias and four addresses to the entry for “Xi University”.',
    ],
    ['entity.modified Xi University CN'],
  ],
  [
    'entries of the control list, one put between two others, one with a new name',
    '15/774',
    [
      '8. In Supplement No. 1 to part 774 (the Commerce Control List), Category 3—Electronics, Export Control Classification Number (ECCN) 3A090 is revised to read as follows:',
      '9. In supplement no. 1 to part 774, Category 4, ECCN 4A090 is amended by revising the License Requirements section.',
      '10. In Supplement No. 1 to part 774, Category 9, add, between the entries for ECCNs 9A012 and 9A101, an entry for ECCN 9A013.',
      '11. In Supplement No. 1 to part 774, Category 0, ECCN 0A998 is removed.',
      '12. In supplement no. 1 to part 774, Category 5 Part 2, redesignate ECCN 5A992 as 5A994.',
    ],
    [
      'item.text_changed 3A090',
      'item.text_changed 4A090',
      'item.added 9A013',
      'item.removed 0A998',
      'item.redesignated 5A992 5A994',
    ],
  ],
  [
    'entries of the control list by verb',
    '15/774',
    [
      '2. Supplement No. 1 to part 774 is amended by:',
      'a. Revising ECCNs 1A001, 1C010, and 2B001;',
      'b. Adding ECCN 2B910 in numerical order; and',
      'c. Removing ECCN 3B992.',
    ],
    [
      'item.text_changed 1A001',
      'item.text_changed 1C010',
      'item.text_changed 2B001',
      'item.added 2B910',
      'item.removed 3B992',
    ],
  ],
  [
    'paragraphs redesignated to make room',
    '15/744',
    [
      '2. Section 744.11 is amended by redesignating paragraphs (b) and (c) as paragraphs (c) and (d), and adding a new paragraph (b) to read as follows:',
    ],
    ['rule.text_changed 15 CFR 744.11'],
  ],
  [
    'a note added to a paragraph',
    '15/742',
    ['5. Section 742.6 is amended by adding a note to paragraph (a)(7).'],
    ['rule.text_changed 15 CFR 742.6'],
  ],
  ['a section removed and reserved', '15/740', ['4. Remove and reserve § 740.5.'], ['rule.removed 15 CFR 740.5']],
  ['the same in the passive', '15/740', ['4. Section 740.5 is removed and reserved.'], ['rule.removed 15 CFR 740.5']],
  [
    'two sections at once, others named in the words exchanged',
    '15/740',
    [
      '7. Sections 740.10 and 740.11 are amended by removing “§ 734.3” and adding in its place “§ 734.4”.',
      'a. In paragraph (c), removing “§ 736.2”.',
    ],
    ['rule.text_changed 15 CFR 740.10', 'rule.text_changed 15 CFR 740.11'],
  ],
  [
    'a stay whose days stand first',
    '15/744',
    ['2. Effective November 10, 2025, until November 10, 2026, stay § 744.11(b).'],
    ['rule.suspended 15 CFR 744.11'],
  ],
  [
    'a share exchanged as a phrase',
    '31/800',
    [
      '4. Amend § 800.213 by removing the phrase “10 percent” wherever it appears and adding in its place the phrase “5 percent”.',
    ],
    ['rule.text_changed 31 CFR 800.213', 'threshold.changed 31 CFR 800.213 10 5'],
  ],
];

function ordersOf(part: string, instructions: readonly string[]): readonly string[] {
  const [title = '', number = ''] = part.split('/');
  const loaded = loadXml(ruleXml({ amendments: regulation(title, number, instructions) }));
  if (!loaded.ok) throw new Error(loaded.because);
  return announcedFacts(loaded.$, loaded.$('RULE')).map((fact) => {
    const { type, name, country, item, newItem, cfr, oldValue, newValue } = fact;
    const about = item === undefined ? [name ?? cfr, country] : [item, newItem];
    return [type, ...about, oldValue, newValue].filter((word) => word !== undefined).join(' ');
  });
}

describe('the forms in which agencies draft amendatory instructions', () => {
  it.each(FORMS)('%s', (_, part, instructions, orders) => {
    expect(ordersOf(part, instructions)).toEqual(orders);
  });
});
