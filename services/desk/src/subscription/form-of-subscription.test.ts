import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BANDS, END_USES, ITEM_SCHEMES, ROLES } from '#domain';
import type { Subscription } from '#store';
import { NewSubscriptionSchema } from '../schema/subscription-schema.ts';
import { formOfSubscription } from './form-of-subscription.ts';
import { HANDLES, JURISDICTION_IDS, LANGUAGES, subscriptionOfForm } from './subscription-form.ts';

/** Whatever a name may hold on one line: separators, quotes, and what looks like something else. */
const word = fc
  .oneof(
    fc.constantFrom(
      'CN',
      'a; b',
      'x, y',
      '"',
      'ref 7',
      '60% owned by A',
      '5" wafer',
      '"q"',
      '半導体、装置',
      'a "b; c"',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  )
  .map((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');
const someOf = <One>(all: readonly One[], minLength = 0) => fc.subarray([...all], { minLength });
const words = fc.array(word, { maxLength: 3 });
const pct = fc.integer({ min: 0, max: 1_000 }).map((tenths) => tenths / 10);

const counterparty = fc.record(
  {
    name: word,
    aliases: words,
    country: fc.constantFrom('CN', 'JP'),
    ownership: fc.array(fc.record({ owner: word, pct }), { minLength: 1, maxLength: 2 }),
    internalRef: word,
  },
  { requiredKeys: ['name', 'aliases'] },
);

const profile = fc.record(
  {
    org: word,
    timeZone: fc.constantFrom('Asia/Tokyo', 'UTC'),
    languages: someOf(LANGUAGES, 1),
    roles: someOf(ROLES),
    jurisdictions: someOf(JURISDICTION_IDS, 1),
    instruments: fc.constantFrom(['*'], ['US-EL', 'JP-*']),
    items: fc.array(fc.record({ scheme: fc.constantFrom(...ITEM_SCHEMES), pattern: fc.constant('7') }), {
      maxLength: 2,
    }),
    hsCodes: fc.constantFrom([], ['8486', '854231']),
    technologies: words,
    keywords: words,
    negativeKeywords: words,
    destinations: fc.constantFrom([], ['CN', 'D:1']),
    counterparties: fc.array(counterparty, { maxLength: 3 }),
    endUses: someOf(END_USES),
    authorisationsInUse: words,
    investment: fc.array(fc.record({ stakePct: pct, sector: word, investorState: word }), { maxLength: 2 }),
    handles: someOf(HANDLES),
    minBand: fc.constantFrom(...BANDS),
    quietHours: fc.record({
      from: fc.constant('22:00'),
      to: fc.constant('06:30'),
      overrideBand: fc.constantFrom('critical' as const, 'never' as const),
    }),
  },
  {
    requiredKeys: [
      ...['org', 'timeZone', 'languages', 'roles', 'jurisdictions', 'instruments', 'items', 'hsCodes', 'technologies'],
      ...['keywords', 'negativeKeywords', 'destinations', 'counterparties', 'endUses', 'authorisationsInUse'],
      ...['investment', 'handles', 'minBand'],
    ] as ('org' | 'timeZone')[],
  },
);

const channel = fc.constantFrom(
  { kind: 'webhook', url: 'https://hooks.example.com/a', format: 'cloudevents', maxPerMinute: 30, minBand: 'high' },
  { kind: 'webhook', url: 'https://hooks.example.com/a', format: 'standard' },
  { kind: 'email', address: 'desk@example.com', minBand: 'critical' },
  { kind: 'digest' },
);

describe('the form of a subscription', () => {
  it('says the same again as the subscription it was filled from, whatever stands in it', () => {
    fc.assert(
      fc.property(profile, channel, fc.constantFrom(undefined, true, false), (declared, told, collapse) => {
        const subscription = {
          name: 'A name',
          profile: declared,
          channel: told,
          cadence: 'weekly',
          digest: { at: '18:30', weekday: 'friday' },
          ...(collapse === undefined ? {} : { collapse }),
        };
        const typed = subscriptionOfForm(formOfSubscription(subscription as unknown as Subscription));
        const parsed = NewSubscriptionSchema.shape.profile.safeParse(typed.profile);
        const expected = NewSubscriptionSchema.shape.profile.safeParse(declared);
        expect(typed).toMatchObject({ ...subscription, profile: {} });
        expect(parsed.error?.issues).toEqual(expected.error?.issues);
        expect(parsed.data).toEqual(expected.data);
      }),
    );
  });
});
