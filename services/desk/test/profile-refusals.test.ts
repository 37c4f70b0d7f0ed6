import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROFILE_WORDS } from '../src/schema/profile-words.ts';
import { WatchfulProfile } from '../src/schema/subscription-schema.ts';
import { asAdmin, type DeskUnderTest, openDesk } from './desk-under-test.ts';

let desk: DeskUnderTest;
beforeAll(async () => {
  desk = await openDesk({ seeded: false });
});
afterAll(() => desk.close());

const party = { name: 'Acme' };
const quiet = { from: '22:00', to: '06:00', overrideBand: 'never' };
const stake = { stakePct: 5, sector: 'ai', investorState: 'US' };

/** What people and programs write, the field that the refusal must name, and what it must say is wrong. */
const WRONG: readonly (readonly [profile: object, field: string, wrong: RegExp])[] = [
  [{ org: 5 }, 'org', /must be text/],
  [{ org: 'x'.repeat(201) }, 'org', /too long/],
  [{ timeZone: 'Tokyo' }, 'timeZone', /not the name of a time zone/],
  [{ languages: ['fr'] }, 'languages[0]', /must be one of: en, ja/],
  [{ roles: ['smuggler'] }, 'roles[0]', /must be one of: exporter/],
  [{ roles: 'exporter' }, 'roles', /must be a list/],
  [{ jurisdictions: ['EU'] }, 'jurisdictions[0]', /must be one of: US, JP, ML/],
  [{ instruments: [''] }, 'instruments[0]', /must not be empty/],
  [{ instruments: '*' }, 'instruments', /must be a list/],
  [{ items: ['3A090'] }, 'items[0]', /must be an object/],
  [{ items: [{ pattern: '3A090' }] }, 'items[0].scheme', /must be one of: ECCN/],
  [{ items: [{ scheme: 'HS', pattern: '1' }] }, 'items[0].scheme', /must be one of: ECCN/],
  [{ items: [{ scheme: 'ECCN' }] }, 'items[0].pattern', /is missing/],
  [{ items: [{ scheme: 'ECCN', pattern: 3e91 }] }, 'items[0].pattern', /put it in quotes/],
  [{ items: [{ scheme: 'ECCN', pattern: 'third' }] }, 'items[0].pattern', /not an ECCN/],
  [{ items: [{ scheme: 'JP_T1', pattern: '七番' }] }, 'items[0].pattern', /not of the form JP_T1 uses/],
  [{ hsCodes: ['8542.31'] }, 'hsCodes[0]', /not a tariff number/],
  [{ hsCodes: [854231] }, 'hsCodes[0]', /must be text/],
  [{ technologies: [' '] }, 'technologies[0]', /must not be empty/],
  [{ keywords: ['x'.repeat(201)] }, 'keywords[0]', /too long/],
  [{ keywords: 'lidar' }, 'keywords', /must be a list/],
  [{ negativeKeywords: [1] }, 'negativeKeywords[0]', /must be text/],
  [{ destinations: ['China'] }, 'destinations[0]', /neither the code of a country/],
  [{ destinations: ['cn'] }, 'destinations[0]', /in capital letters/],
  [{ destinations: ['XX'] }, 'destinations[0]', /"XX" is neither/],
  [{ counterparties: [{ ...party, country: 'UK' }] }, 'counterparties[0].country', /"UK" is not the code/],
  [{ counterparties: ['Acme'] }, 'counterparties[0]', /must be an object/],
  [{ counterparties: [{}] }, 'counterparties[0].name', /is missing/],
  [{ counterparties: [{ name: '' }] }, 'counterparties[0].name', /must not be empty/],
  [{ counterparties: [{ ...party, aliases: 'A' }] }, 'counterparties[0].aliases', /must be a list/],
  [{ counterparties: [{ ...party, country: 'China' }] }, 'counterparties[0].country', /not the code of a country/],
  [{ counterparties: [{ ...party, ownership: 60 }] }, 'counterparties[0].ownership', /must be a list/],
  [{ counterparties: [{ ...party, ownership: [{ pct: 1 }] }] }, 'counterparties[0].ownership[0].owner', /is missing/],
  [
    { counterparties: [{ ...party, ownership: [{ owner: 'A', pct: 160 }] }] },
    'counterparties[0].ownership[0].pct',
    /too large: at most 100/,
  ],
  [{ counterparties: [{ ...party, internalRef: '' }] }, 'counterparties[0].internalRef', /must not be empty/],
  [{ endUses: ['peace'] }, 'endUses[0]', /must be one of: nuclear/],
  [{ authorisationsInUse: [null] }, 'authorisationsInUse[0]', /must be text/],
  [{ investment: [{ ...stake, stakePct: '5 %' }] }, 'investment[0].stakePct', /must be a number/],
  [{ investment: [{ ...stake, stakePct: -1 }] }, 'investment[0].stakePct', /too small: at least 0/],
  [{ investment: [{ ...stake, sector: '' }] }, 'investment[0].sector', /must not be empty/],
  [{ investment: [{ stakePct: 5, sector: 'ai' }] }, 'investment[0].investorState', /is missing/],
  [{ handles: ['secret'] }, 'handles[0]', /must be one of: CUI/],
  [{ minBand: 'urgent' }, 'minBand', /must be one of: info/],
  [{ quietHours: 'night' }, 'quietHours', /must be an object/],
  [{ quietHours: { ...quiet, from: '10pm' } }, 'quietHours.from', /not a time of day/],
  [{ quietHours: { ...quiet, to: '24:00' } }, 'quietHours.to', /not a time of day/],
  [{ quietHours: { ...quiet, overrideBand: 'high' } }, 'quietHours.overrideBand', /must be one of: critical, never/],
];

const refusalOf = async (profile: object) => {
  const body = { name: 'x', channel: { kind: 'digest' }, profile: { instruments: ['*'], ...profile } };
  const answer = await desk.send('POST', '/api/v1/subscriptions', body, asAdmin);
  expect(answer.status).toBe(422);
  return (await answer.json()).errors as readonly { field: string; message: string }[];
};

describe('a profile that is refused', () => {
  it.each(WRONG)(
    '%j: names the field, what is wrong, what is allowed and an example',
    async (profile, field, wrong) => {
      const errors = await refusalOf(profile);
      const error = errors.find((one) => one.field === `profile.${field}`);
      expect(error?.message).toMatch(wrong);
      expect(error?.message).toMatch(/; allowed is .+; for example .+/);
    },
  );

  it.each([
    [{ instrument: ['*'] }, 'instrument', /known are org, timeZone, .*instruments/],
    [{ items: [{ scheme: 'ECCN', pattern: '3A*', note: '' }] }, 'items[0].note', /known are scheme, pattern$/],
    [{ counterparties: [{ ...party, alias: 'A' }] }, 'counterparties[0].alias', /known are name, aliases, country/],
    [{ quietHours: { ...quiet, zone: 'UTC' } }, 'quietHours.zone', /known are from, to, overrideBand$/],
  ])('%j: says that the field is not known and which are', async (profile, field, known) => {
    expect(await refusalOf(profile)).toEqual([
      { field: `profile.${field}`, message: expect.stringMatching(/^is not a known field; /) },
    ]);
    expect((await refusalOf(profile))[0]?.message).toMatch(known);
  });

  it('is told at most twenty mistakes at once', async () => {
    expect(await refusalOf({ hsCodes: Array.from({ length: 50 }, () => 'x') })).toHaveLength(20);
  });

  it('is refused by the preview in the same words', async () => {
    const send = (profile: object) => desk.send('POST', '/api/v1/subscriptions/preview', { profile }, asAdmin);
    expect((await send({})).status).toBe(422);
    const { detail } = await (await send({ destinations: ['Atlantis'] })).json();
    expect(detail).toMatch(/^profile\.destinations\[0\]: is neither .+; for example/);
  });
});

describe('the words for the fields of a profile', () => {
  it('speak of every field that a profile has', () => {
    const { shape } = WatchfulProfile.in as unknown as { shape: object };
    const top = Object.keys(PROFILE_WORDS).filter((field) => !field.includes('.'));
    expect(top.toSorted()).toEqual(Object.keys(shape).toSorted());
  });

  it.each(Object.entries(PROFILE_WORDS).filter(([field]) => !field.includes('.')))(
    'give an example of %s that is accepted',
    (field, { example }) => {
      const { success, data } = WatchfulProfile.safeParse({ instruments: ['*'], [field]: example });
      expect(success).toBe(true);
      expect(data).toMatchObject({ [field]: example });
    },
  );

  it.each([
    ['items', { scheme: 'ECCN', pattern: '3A*' }],
    ['counterparties', party],
    ['investment', stake],
  ])('give examples of the parts of %s that are accepted', (list, whole) => {
    for (const [field, { example }] of Object.entries(PROFILE_WORDS)) {
      const [first, part, deeper] = field.split('.');
      if (first !== list || part === undefined || deeper !== undefined) continue;
      expect(WatchfulProfile.safeParse({ [list]: [{ ...whole, [part]: example }] }).success).toBe(true);
    }
  });
});
