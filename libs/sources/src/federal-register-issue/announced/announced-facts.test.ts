import { describe, expect, it } from 'vitest';
import { loadXml } from '../../markup/index.ts';
import { announcedFacts, destinationsOf } from './announced-facts.ts';
import { entityTable, regulation, ruleXml } from './rule.fixture.ts';

function documentOf(xml: string) {
  const loaded = loadXml(xml);
  if (!loaded.ok) throw new Error(loaded.because);
  return [loaded.$, loaded.$('RULE')] as const;
}
const factsIn = (amendments: string) => announcedFacts(...documentOf(ruleXml({ amendments })));

const EAR = 'For all items subject to the EAR (See §744.11 of the EAR)';
const NEW = '89 FR [INSERT FR PAGE NUMBER], 2/27/24.';
const STARS = ['', '*         *         *         *         *         *', '', '', ''];
const SUPPLEMENT = '2. Supplement No. 4 to part 744 is amended:';

describe('what amendatory instructions order', () => {
  it('are the entries a table adds, with country, aliases and footnotes', () => {
    const facts = factsIn(
      regulation(
        '15',
        '744',
        [
          '1. The authority citation for part 744 continues to read as follows:',
          SUPPLEMENT,
          'a. Under CHINA, PEOPLE’S REPUBLIC OF, by adding, in alphabetical order, entries for “Alpha Tech Co., Ltd.” and “Beta Institute;” and',
          'b. Under TURKEY, by adding, in alphabetical order, an entry for “Alpha Tech Co., Ltd.”',
        ],
        entityTable([
          STARS,
          ['CHINA, PEOPLE’S REPUBLIC OF', '*    *    *', '', '', ''],
          [
            '',
            'Alpha Tech Co., Ltd., a.k.a., the following one alias:<LI>—Alfa Technologies.</LI><LI>No. 1 Road, Beijing, China.</LI>',
            `${EAR}<SU>4</SU>`,
            'Presumption of denial',
            NEW,
          ],
          ['', 'Beta Institute, No. 2 Road, Wuhan, China.', EAR, 'Presumption of denial', NEW],
          ['TURKEY', 'Alpha Tech Co., Ltd., No. 3 Street, Istanbul, Turkey.', EAR, 'Presumption of denial', NEW],
        ]),
      ),
    );
    expect(facts).toMatchObject([
      {
        type: 'entity.added',
        list: 'EL',
        name: 'Alpha Tech Co., Ltd.',
        country: 'CN',
        aliases: ['Alfa Technologies'],
        footnotes: ['4'],
        entityGroupId: expect.any(String),
      },
      { type: 'entity.added', name: 'Beta Institute', country: 'CN' },
      { type: 'entity.added', name: 'Alpha Tech Co., Ltd.', country: 'TR', entityGroupId: expect.any(String) },
    ]);
  });

  it('tell an entry that is revised from one that is added, by the instruction or else by its older citations', () => {
    const facts = factsIn(
      regulation(
        '15',
        '744',
        [
          SUPPLEMENT,
          'a. Under IRAN, by revising the entry for “Gamma Trading”; and by adding an entry for “Delta Co.”',
        ],
        entityTable([
          ['IRAN', 'Gamma Trading, Tehran, Iran.', EAR, 'Presumption of denial', `77 FR 58006, 9/19/12. ${NEW}`],
          ['', 'Delta Co., Tehran, Iran.', EAR, 'Presumption of denial', NEW],
          ['', 'Epsilon Co., Tehran, Iran.', EAR, 'Presumption of denial', `80 FR 69852, 11/12/15. ${NEW}`],
        ]),
      ),
    );
    expect(facts.map(({ type, name }) => [type, name])).toEqual([
      ['entity.modified', 'Gamma Trading'],
      ['entity.added', 'Delta Co.'],
      ['entity.modified', 'Epsilon Co.'],
    ]);
  });

  it('are removals of parties that no table prints any more, each under its country', () => {
    const facts = factsIn(
      regulation('15', '744', [
        SUPPLEMENT,
        'a. Under GERMANY, by removing the entry for “Zeta GmbH”;',
        'b. Under UNITED ARAB EMIRATES, by removing the entries for “Eta FZE,” and “Theta LLC.”',
      ]),
    );
    expect(facts).toEqual([
      { type: 'entity.removed', list: 'EL', name: 'Zeta GmbH', country: 'DE' },
      { type: 'entity.removed', list: 'EL', name: 'Eta FZE', country: 'AE' },
      { type: 'entity.removed', list: 'EL', name: 'Theta LLC', country: 'AE' },
    ]);
  });

  it('never take a row of asterisks or the authority citation for a change', () => {
    const amendments = regulation(
      '15',
      '744',
      ['1. The authority citation for part 744 continues to read as follows:', SUPPLEMENT],
      entityTable([STARS, ['CHINA, PEOPLE’S REPUBLIC OF', '*  *  *', '', '', ''], STARS]),
    );
    expect(factsIn(amendments)).toEqual([]);
  });

  it('are entries of the control list that are added, removed or revised', () => {
    const facts = factsIn(
      regulation('15', '774', [
        '8. In Supplement No. 1 to part 774, Category 3, add, in alphanumeric order, ECCNs 3A090 and 3B993.',
        '9. ECCN 3A001 is amended by revising paragraph a.5.',
        '10. ECCN 4A101 is removed.',
      ]),
    );
    expect(facts.map(({ type, item }) => `${type} ${item}`)).toEqual([
      'item.added 3A090',
      'item.added 3B993',
      'item.text_changed 3A001',
      'item.removed 4A101',
    ]);
  });

  it('are sections added, removed, suspended or revised, and a share that is replaced', () => {
    const facts = factsIn(
      regulation('15', '734', [
        '2. Section 734.9 is amended by revising paragraph (e)(1)(ii).',
        '3. Add § 734.20 to read as follows:',
        '4. Remove and reserve § 734.6.',
        '5. Section 734.5 is stayed.',
        '6. Section 734.4 is amended by removing “25 percent” and adding in its place “10 percent” in paragraph (d).',
      ]),
    );
    expect(facts).toEqual([
      { type: 'rule.text_changed', cfr: '15 CFR 734.9' },
      { type: 'rule.added', cfr: '15 CFR 734.20' },
      { type: 'rule.removed', cfr: '15 CFR 734.6' },
      { type: 'rule.suspended', cfr: '15 CFR 734.5' },
      { type: 'rule.text_changed', cfr: '15 CFR 734.4' },
      { type: 'threshold.changed', cfr: '15 CFR 734.4', oldValue: 25, newValue: 10, unit: 'percent' },
    ]);
  });

  it('keep the sentence of the preamble that counts entries by destination', () => {
    expect(destinationsOf(...documentOf(ruleXml({ amendments: '' })))).toBe(
      'The entities are added under the destinations of China (2) and Turkey (1).',
    );
  });
});
