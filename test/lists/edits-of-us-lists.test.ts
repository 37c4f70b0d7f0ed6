import { describe, it } from 'vitest';
import { cslJson } from '../../libs/sources/src/csl/csl.fixture.ts';
import { statutoryList } from '../../libs/sources/src/ddtc/ddtc.fixture.ts';
import { newFile } from '../../libs/sources/src/dpl/dpl.fixture.ts';
import { appendixXml } from '../../libs/sources/src/ecfr/appendix.fixture.ts';
import { coveredListPage } from '../../libs/sources/src/fcc/covered-list.fixture.ts';
import { page } from '../../libs/sources/src/uflpa/uflpa.fixture.ts';
import { checked, nameAt, type PrintedList, recordedAs, silent, streetAt, toldAs, townAt } from './list-edits.ts';

interface Party {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly addresses: readonly string[];
  readonly terms: string;
  readonly policy: string;
  readonly citation: string;
  readonly from: string;
  readonly to: string;
}

const partyAt = (at: number): Party => ({
  name: `${nameAt(at)} Co., Ltd.`,
  aliases: [`${nameAt(at)} alias`, `HW${at}X`],
  addresses: [`${streetAt(at)}, ${townAt(at + 1)}`],
  terms: 'For all items subject to the EAR. (See § 744.11 of the EAR)',
  policy: 'Presumption of denial',
  citation: `84 FR ${22_000 + at}`,
  from: `${(at % 12) + 1}/10/2019`,
  to: `${(at % 12) + 1}/10/2031`,
});

const nameOf = ({ name }: Party): string => name;
const renamed = ({ name }: Party): string => name.replace('Works', 'Workes');
const another = (type: string, alters: (party: Party) => Party) => toldAs(type, nameOf, alters);
const RENAME = toldAs<Party>('entity.name_changed', renamed, (party) => ({ ...party, name: renamed(party) }));
const ALIASES = {
  alias: another('entity.alias_added', (one) => ({
    ...one,
    aliases: [...one.aliases, `${one.name.slice(0, 5)} Bureau`],
  })),
  'alias gone': another('entity.alias_removed', (one) => ({ ...one, aliases: one.aliases.slice(0, 1) })),
  'aliases in another order': silent<Party>((one) => ({ ...one, aliases: one.aliases.toReversed() })),
};
const ADDRESSES = {
  address: another('entity.address_added', (one) => ({
    ...one,
    addresses: [...one.addresses, '77 Peak Terrace, Macau'],
  })),
  'address reworded': another('entity.address_changed', (one) => ({
    ...one,
    addresses: one.addresses.map((address) => `Unit 5, ${address}`),
  })),
};
const CAPITALS = silent<Party>((one) => ({ ...one, name: one.name.toUpperCase() }));
const CITATION = recordedAs<Party>('entity.citation_changed', nameOf, (one) => ({
  ...one,
  citation: `${one.citation} 89 FR 14403`,
}));

const CODES = { EL: 'Entity List (EL)', MEU: 'Military End User (MEU) List', UVL: 'Unverified List (UVL)' } as const;
const cslRow = (code: keyof typeof CODES, party: Party) => ({
  id: `${Math.random()}`,
  source: `${CODES[code]} - Bureau of Industry and Security`,
  name: party.name,
  alt_names: party.aliases,
  addresses: party.addresses.map((address) => ({ address, city: null, state: null, postal_code: null, country: 'CN' })),
  federal_register_notice: party.citation,
  license_requirement: party.terms,
  license_policy: party.policy,
});

const bureauList = (code: keyof typeof CODES): PrintedList<Party> => ({
  sourceId: 'us-csl',
  rowAt: partyAt,
  labelOf: nameOf,
  print: (rows) =>
    cslJson(
      rows.map((party) => cslRow(code, party)),
      [`${CODES[code]} - Bureau of Industry and Security`],
    ),
  edits: {
    rename: RENAME,
    ...ALIASES,
    ...ADDRESSES,
    'capital letters': CAPITALS,
    citation: CITATION,
    requirement: another('entity.license_requirement_changed', (one) => ({
      ...one,
      terms: 'For all items on the CCL.',
    })),
    policy: another('entity.review_policy_changed', (one) => ({ ...one, policy: 'Case-by-case basis' })),
    footnote: another('entity.footnote_changed', (one) => ({ ...one, terms: `${one.terms}4` })),
  },
});

const SDN = 'Specially Designated Nationals (SDN) - Treasury Department';
/** A party of the Treasury: told by its number, whatever its name. */
interface TreasuryParty extends Party {
  readonly number: string;
  readonly programs: readonly string[];
}

const treasuryList: PrintedList<TreasuryParty> = {
  sourceId: 'us-csl',
  rowAt: (at) => ({ ...partyAt(at), number: String(10_000 + at), programs: ['RUSSIA-EO14024', 'UKRAINE-EO13662'] }),
  labelOf: nameOf,
  print: (rows) =>
    cslJson(
      rows.map((party) => ({
        ...cslRow('EL', party),
        source: SDN,
        federal_register_notice: null,
        license_requirement: null,
        license_policy: null,
        entity_number: party.number,
        type: 'Entity',
        programs: party.programs,
      })),
      [SDN],
    ),
  edits: {
    'quite another name': toldAs<TreasuryParty>(
      'entity.name_changed',
      ({ number }) => `Ural Trading ${number}`,
      (one) => ({
        ...one,
        name: `Ural Trading ${one.number}`,
      }),
    ),
    program: toldAs<TreasuryParty>('entity.detail_changed', nameOf, (one) => ({
      ...one,
      programs: [...one.programs, 'SDGT'],
    })),
    'programs in another order': silent<TreasuryParty>((one) => ({ ...one, programs: one.programs.toReversed() })),
    alias: toldAs<TreasuryParty>('entity.alias_added', nameOf, (one) => ({
      ...one,
      aliases: [...one.aliases, `Bureau ${one.number}`],
    })),
    address: toldAs<TreasuryParty>('entity.address_added', nameOf, (one) => ({
      ...one,
      addresses: [...one.addresses, '77 Peak Terrace, Macau'],
    })),
  },
};

const deniedPersons: PrintedList<Party> = {
  sourceId: 'us-bis-dpl',
  rowAt: partyAt,
  labelOf: nameOf,
  print: (rows) =>
    newFile(
      rows.flatMap(({ name, addresses, from, to, citation }) =>
        addresses.map((address) => `"${name}, ${address}, , CN, ",${from},${to},${citation},Standard`),
      ),
    ),
  edits: {
    rename: RENAME,
    ...ADDRESSES,
    'capital letters': CAPITALS,
    citation: CITATION,
    'last day': another('entity.detail_changed', (one) => ({ ...one, to: '12/31/2035' })),
    'leading zeros': silent<Party>((one) => ({ ...one, from: `0${one.from}`.slice(-10) })),
  },
};

interface DebarredParty extends Party {
  readonly born: string;
  readonly corrected: string;
}

const statutorilyDebarred: PrintedList<DebarredParty> = {
  sourceId: 'us-ddtc-debarred',
  rowAt: (at) => ({
    ...partyAt(at),
    name: `${townAt(at)}, Robert ${String.fromCharCode(65 + at)}. ${at}`,
    born: 'June, 1966',
    corrected: '',
  }),
  labelOf: nameOf,
  print: (rows) =>
    statutoryList(
      rows.map(
        ({ name, aliases, born, citation, from, corrected }) =>
          `"${name} (a.k.a. ${aliases.join('; ')})","${born}",${citation},${from},${corrected},`,
      ),
    ),
  edits: {
    alias: toldAs<DebarredParty>('entity.alias_added', nameOf, (one) => ({
      ...one,
      aliases: [...one.aliases, 'Bureau Bob'],
    })),
    'alias gone': toldAs<DebarredParty>('entity.alias_removed', nameOf, (one) => ({
      ...one,
      aliases: one.aliases.slice(0, 1),
    })),
    born: toldAs<DebarredParty>('entity.detail_changed', nameOf, (one) => ({ ...one, born: 'July, 1967' })),
    corrected: recordedAs<DebarredParty>('entity.citation_changed', nameOf, (one) => ({
      ...one,
      corrected: '85 FR 39967',
    })),
    'capital letters': silent<DebarredParty>((one) => ({ ...one, name: one.name.toUpperCase() })),
  },
};

const administrativelyDebarred: PrintedList<Party> = {
  sourceId: 'us-ddtc-debarred-administrative',
  rowAt: partyAt,
  labelOf: nameOf,
  print: (rows) =>
    `${['Name,Date,Charging Letter,Debarment Order,Federal Register Notice', ...rows.map(({ name, from, citation }) => `"${name}",${from},,,${citation}`)].join('\r\n')}\r\n`,
  edits: {
    rename: RENAME,
    citation: recordedAs<Party>('entity.citation_changed', nameOf, (one) => ({
      ...one,
      citation: `${one.citation} corrected by 79 FR 37384`,
    })),
    'day of the order': another('entity.detail_changed', (one) => ({ ...one, from: '12/31/2020' })),
  },
};

const PARTS = ['i', 'ii', 'v'] as const;
interface ForcedLabourParty extends Party {
  readonly since: string;
  readonly scope: string;
  readonly part: (typeof PARTS)[number];
}

const forcedLabour: PrintedList<ForcedLabourParty> = {
  sourceId: 'us-dhs-uflpa',
  rowAt: (at) => ({
    ...partyAt(at),
    since: `June ${(at % 28) + 1}, 2022`,
    scope: '',
    part: PARTS[at % PARTS.length] ?? 'i',
  }),
  labelOf: nameOf,
  print: (rows) =>
    page(
      PARTS.map((numeral) => ({
        numeral,
        head: numeral === 'v' ? 'Entity Name' : 'Name of Entity',
        rows: rows
          .filter(({ part }) => part === numeral)
          .map(({ name, aliases, since, scope }) => [
            `${name} (including ${aliases.length} aliases: ${aliases.join('; ')})${scope}`,
            since,
          ]),
      })),
    ),
  edits: {
    alias: toldAs<ForcedLabourParty>('entity.alias_added', nameOf, (one) => ({
      ...one,
      aliases: [...one.aliases, `${one.name.slice(0, 5)} Bureau`],
    })),
    'alias gone': toldAs<ForcedLabourParty>('entity.alias_removed', nameOf, (one) => ({
      ...one,
      aliases: one.aliases.slice(0, 1),
    })),
    'other day': toldAs<ForcedLabourParty>('entity.detail_changed', nameOf, (one) => ({
      ...one,
      since: 'November 1, 2024',
    })),
    'other section': toldAs<ForcedLabourParty>('entity.detail_changed', nameOf, (one) => ({
      ...one,
      part: one.part === 'i' ? 'ii' : 'i',
    })),
    subsidiaries: toldAs<ForcedLabourParty>('entity.detail_changed', nameOf, (one) => ({
      ...one,
      scope: ' and subsidiaries',
    })),
    'legal form': toldAs<ForcedLabourParty>(
      'entity.name_changed',
      ({ name }) => name.replace('Co., Ltd.', 'Company LLC'),
      (one) => ({ ...one, name: one.name.replace('Co., Ltd.', 'Company LLC') }),
    ),
  },
};

interface Covered {
  readonly company: string;
  readonly what: string;
  readonly since: string;
  readonly updated: string;
}
const coveredLabel = ({ what, company }: Covered): string => `${what} produced by ${company}`;
const coveredEquipment: PrintedList<Covered> = {
  sourceId: 'us-fcc-covered-list',
  rowAt: (at) => ({
    company: `${nameAt(at)} Company`,
    what: 'Video surveillance equipment',
    since: `March ${(at % 28) + 1}, 2021`,
    updated: '',
  }),
  labelOf: coveredLabel,
  print: (rows) =>
    coveredListPage({
      covered: rows.map(
        ({ company, what, since, updated }) =>
          `<tr><td>${what} produced by <strong>${company}</strong></td><td><p>${since}</p>${updated}</td></tr>`,
      ),
    }),
  edits: {
    wider: toldAs<Covered>(
      'entity.detail_changed',
      ({ company }) => `Video surveillance and telecommunications equipment produced by ${company}`,
      (one) => ({ ...one, what: 'Video surveillance and telecommunications equipment' }),
    ),
    'other day': toldAs<Covered>('entity.detail_changed', coveredLabel, (one) => ({
      ...one,
      since: 'January 1, 2020',
    })),
    updated: silent<Covered>((one) => ({ ...one, updated: '<p>Updated:<br>June 15, 2026</p>' })),
  },
};

const bureauSupplement = (sourceId: string, name: string, heads: string[]): PrintedList<Party> => ({
  sourceId,
  rowAt: partyAt,
  labelOf: nameOf,
  print: (rows) =>
    appendixXml(
      rows.map(({ name: party, aliases, addresses, citation }) => [
        "CHINA, PEOPLE'S REPUBLIC OF",
        `${party}, a.k.a., the following ${aliases.length} aliases:${aliases.map((alias) => `<br/>&#x2014;${alias};`).join('')}<br/><br/>${addresses.map((address) => `${address}, China`).join('; and ')}.`,
        citation
          .split(/ (?=\d+ FR)/)
          .map((one) => `${one}, 5/21/19.`)
          .join('<br/>'),
      ]),
      heads,
      name,
    ),
  edits: { rename: RENAME, ...ALIASES, ...ADDRESSES, 'capital letters': CAPITALS, citation: CITATION },
});

const unverified = bureauSupplement('us-ecfr-15-744-supp6', 'Supplement No. 6 to Part 744', [
  'Country',
  'Listed person and address',
  'Federal Register citation and date of publication',
]);
const militaryEndUsers = bureauSupplement('us-ecfr-15-744-supp7', 'Supplement No. 7 to Part 744', [
  'Country',
  'Entity',
  'Federal Register citation',
]);

describe('none to five edits of a list at once, from bytes to what is told', () => {
  it.each(
    Object.entries({
      'Entity List in the Consolidated Screening List': checked(bureauList('EL')),
      'Military End-User List in the Consolidated Screening List': checked(bureauList('MEU')),
      'Unverified List in the Consolidated Screening List': checked(bureauList('UVL')),
      'Specially Designated Nationals': checked(treasuryList),
      'Denied Persons List': checked(deniedPersons),
      'debarred parties, statutory': checked(statutorilyDebarred),
      'debarred parties, administrative': checked(administrativelyDebarred),
      'UFLPA Entity List': checked(forcedLabour),
      'Covered List': checked(coveredEquipment),
      'Unverified List': checked(unverified),
      'Military End-User List': checked(militaryEndUsers),
    }),
  )('%s: each is told as what it is, and nothing else is', async (_, run) => run(60));
});
