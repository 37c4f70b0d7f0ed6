import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendixXml } from '../../libs/sources/src/ecfr/appendix.fixture.ts';
import { coveredListPage } from '../../libs/sources/src/fcc/covered-list.fixture.ts';
import { told } from '../traps/captured.ts';

/** One entry of the Entity List in words, to be printed as eCFR prints it. */
interface Party {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly addresses: readonly string[];
  readonly scope: string;
  readonly footnote: string;
  readonly policy: string;
  readonly citations: readonly string[];
}

const TOWNS = ['Harbin', 'Kunming', 'Lanzhou', 'Ningbo', 'Qingdao', 'Suzhou', 'Tianjin', 'Urumqi', 'Wuhan', 'Xiamen'];
const TRADES = ['Optics', 'Turbines', 'Photonics', 'Marine', 'Aviation', 'Vacuum', 'Polymers', 'Robotics'];

const party = (at: number): Party => {
  const name = `${TOWNS[at % 10]} ${TRADES[at % 8]} Works ${at + 100}`;
  return {
    name: `${name} Co., Ltd.`,
    aliases: [`${name} alias`, `HW${at}X`],
    addresses: [`No. ${at + 1} ${TRADES[(at + 3) % 8]} Road, ${TOWNS[(at + 1) % 10]}, China`],
    scope: 'For all items subject to the EAR.',
    footnote: '',
    policy: 'Presumption of denial',
    citations: [`84 FR ${22_000 + at}, 5/21/19.`],
  };
};

const listOf = (...values: readonly string[]): string => values.map((value) => `<br/>&#x2014;${value};`).join('');
const printed = ({ name, aliases, addresses, scope, footnote, policy, citations }: Party): readonly string[] => [
  "CHINA, PEOPLE'S REPUBLIC OF",
  `${name}, a.k.a., the following ${aliases.length} aliases:${listOf(...aliases)}<br/><br/>${addresses.join('; and ')}.`,
  `${scope} (See &#xA7; 744.11 of the EAR)${footnote}`,
  policy,
  citations.join('<br/>'),
];

interface Mutation {
  readonly alters: (party: Party) => Party;
  readonly isTold: (before: Party) => string;
}

/** Each edit of one entry, and the one change that it is. */
const MUTATIONS: Readonly<Record<string, Mutation>> = {
  rename: {
    alters: (one) => ({ ...one, name: one.name.replace('Works', 'Workes') }),
    isTold: ({ name }) => `entity.name_changed ${name.replace('Works', 'Workes')}`,
  },
  alias: {
    alters: (one) => ({ ...one, aliases: [...one.aliases, `${one.name.slice(0, 5)} Longhua Bureau`] }),
    isTold: ({ name }) => `entity.alias_added ${name}`,
  },
  'alias gone': {
    alters: (one) => ({ ...one, aliases: one.aliases.slice(0, 1) }),
    isTold: ({ name }) => `entity.alias_removed ${name}`,
  },
  address: {
    alters: (one) => ({ ...one, addresses: [...one.addresses, '77 Peak Terrace, Macau'] }),
    isTold: ({ name }) => `entity.address_added ${name}`,
  },
  requirement: {
    alters: (one) => ({ ...one, scope: 'For all items on the CCL.' }),
    isTold: ({ name }) => `entity.license_requirement_changed ${name}`,
  },
  policy: {
    alters: (one) => ({ ...one, policy: 'Case-by-case basis' }),
    isTold: ({ name }) => `entity.review_policy_changed ${name}`,
  },
  footnote: {
    alters: (one) => ({ ...one, footnote: '<sup>4</sup>' }),
    isTold: ({ name }) => `entity.footnote_changed ${name}`,
  },
  citation: {
    alters: (one) => ({ ...one, citations: [...one.citations, '89 FR 14403, 2/27/24.'] }),
    isTold: ({ name }) => `(entity.citation_changed ${name})`,
  },
};

const PARTIES = Array.from({ length: 24 }, (_, at) => party(at));
const places = fc.uniqueArray(fc.nat(PARTIES.length - 1), { minLength: 1, maxLength: 5 });
const kinds = fc.array(fc.constantFrom(...Object.keys(MUTATIONS), 'removed', 'added'), { minLength: 5, maxLength: 5 });

describe('one to five edits of an Entity List at once, from XML to what is told', () => {
  it('are each told as what they are, and nothing else is', async () => {
    await fc.assert(
      fc.asyncProperty(places, kinds, fc.boolean(), async (chosen, drawn, isReversed) => {
        const after: Party[] = [];
        const expected: string[] = [];
        for (const [at, before] of PARTIES.entries()) {
          const kind = drawn[chosen.indexOf(at)] ?? '';
          const mutation = chosen.includes(at) ? MUTATIONS[kind] : undefined;
          if (mutation) expected.push(mutation.isTold(before));
          if (kind === 'removed' && chosen.includes(at)) {
            expected.push(`entity.removed ${before.name}`);
            continue;
          }
          after.push(mutation ? mutation.alters(before) : before);
          if (kind === 'added' && chosen.includes(at)) {
            after.push(party(at + 300));
            expected.push(`entity.added ${party(at + 300).name}`);
          }
        }
        const rows = after.map(printed);
        const xml = appendixXml(isReversed ? rows.toReversed() : rows);
        const found = await told('us-ecfr-15-744-supp4', appendixXml(PARTIES.map(printed)), xml);
        expect(found.toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 100 },
    );
  });
});

/** Each edit of one Conditional Approval, and the one change that it is. */
const TERM_EDITS = {
  extended: { to: 'March 31, 2028', type: 'authorisation.extended' },
  narrowed: { to: 'September 30, 2026', type: 'authorisation.narrowed' },
  'begins otherwise': { from: 'June 15, 2026', type: 'entity.detail_changed' },
  revoked: { isGone: true, type: 'authorisation.revoked' },
} as const;

const MAKERS = [
  'Miri',
  'Calix',
  'Adtran',
  'Sagemcom',
  'Nokia',
  'Hitron',
  'Alpha Networks',
  'Netgear',
  'Arcadyan',
  'eero',
];
const product = (at: number) => `${MAKERS[at]}, Inc.’s ${MAKERS[(at + 3) % 10]}-free gateway G${at + 20}`;
const approvalRow = (at: number, from = 'June 12, 2026', to = 'December 12, 2027') =>
  `<tr><td>${product(at)}</td><td>${from}-${to}</td></tr>`;

describe('one to five edits of the Conditional Approvals at once, from HTML to what is told', () => {
  it('are each told as what they are, and nothing else is', async () => {
    const edits = fc.uniqueArray(
      fc.tuple(fc.nat(9), fc.constantFrom(...(Object.keys(TERM_EDITS) as (keyof typeof TERM_EDITS)[]))),
      { selector: ([at]) => at, minLength: 1, maxLength: 5 },
    );
    const all = MAKERS.map((_, at) => approvalRow(at));
    await fc.assert(
      fc.asyncProperty(edits, async (drawn) => {
        const approvals = all.flatMap((row, at) => {
          const edit = drawn.find(([place]) => place === at)?.[1];
          const values = edit && { from: undefined, to: undefined, isGone: false, ...TERM_EDITS[edit] };
          if (!values) return [row];
          return values.isGone ? [] : [approvalRow(at, values.from, values.to)];
        });
        const found = await told(
          'us-fcc-covered-list',
          coveredListPage({ approvals: all }),
          coveredListPage({ approvals }),
        );
        expect(found.toSorted()).toEqual(
          drawn.map(([at, edit]) => `${TERM_EDITS[edit].type} ${product(at)}`).toSorted(),
        );
      }),
      { numRuns: 60 },
    );
  });
});
