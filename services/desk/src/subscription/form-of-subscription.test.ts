import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BANDS, END_USES, ITEM_SCHEMES, ROLES } from '#domain';
import type { Subscription } from '#store';
import { NewSubscriptionSchema } from '../schema/subscription-schema.ts';
import { editedSubscription } from './edited-form.ts';
import { formOfSubscription } from './form-of-subscription.ts';
import { type FormFields, HANDLES, JURISDICTION_IDS, LANGUAGES, subscriptionOfForm } from './subscription-form.ts';

/** Whatever a name may hold on one line: separators, quotes, and what looks like something else. */
const lineWord = fc
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
/** The same over several lines, as a file or a program may have written it. */
const anyWord = fc
  .tuple(lineWord, fc.constantFrom('', ' ', '\n', '\r\n', '\r', '\t'), lineWord)
  .map((parts) => parts.join(''));

const inAnyOrder = <One>(all: readonly One[]) => fc.shuffledSubarray([...all]);
const pct = fc.integer({ min: 0, max: 1_000 }).map((tenths) => tenths / 10);
function declared(word: fc.Arbitrary<string>) {
  const words = fc.array(word, { maxLength: 3 });
  const ownership = fc.array(fc.record({ owner: word, pct }), { maxLength: 2 });
  const counterparty = fc.record(
    { name: word, aliases: words, country: fc.constantFrom('CN', 'JP'), ownership, internalRef: word },
    { requiredKeys: ['name', 'aliases'] },
  );
  const quietHours = fc.record({
    from: fc.constant('22:00'),
    to: fc.constant('06:30'),
    overrideBand: fc.constantFrom('critical' as const, 'never' as const),
  });
  const profile = fc.record({
    org: fc.oneof(fc.constant(''), word),
    timeZone: fc.constantFrom('Asia/Tokyo', 'UTC'),
    languages: inAnyOrder(LANGUAGES),
    roles: inAnyOrder(ROLES),
    jurisdictions: inAnyOrder(JURISDICTION_IDS),
    instruments: fc.constantFrom(['*'], ['US-EL', 'JP-*']),
    items: fc.array(fc.record({ scheme: fc.constantFrom(...ITEM_SCHEMES), pattern: fc.constant('7') })),
    hsCodes: fc.constantFrom([], ['8486', '854231']),
    technologies: words,
    keywords: words,
    negativeKeywords: words,
    destinations: fc.constantFrom([], ['CN', 'D:1']),
    counterparties: fc.array(counterparty, { maxLength: 3 }),
    endUses: inAnyOrder(END_USES),
    authorisationsInUse: words,
    investment: fc.array(fc.record({ stakePct: pct, sector: word, investorState: word }), { maxLength: 2 }),
    handles: inAnyOrder(HANDLES),
    minBand: fc.constantFrom(...BANDS),
  });
  return fc
    .tuple(profile, fc.option(quietHours, { nil: undefined }))
    .map(([rest, quiet]) => (quiet === undefined ? rest : { ...rest, quietHours: quiet }))
    .filter((one) => NewSubscriptionSchema.shape.profile.safeParse(one).success);
}

const channel = fc.constantFrom(
  { kind: 'webhook', url: 'https://hooks.example.com/a', format: 'cloudevents', maxPerMinute: 30, minBand: 'high' },
  { kind: 'webhook', url: 'https://hooks.example.com/a' },
  { kind: 'slack', url: 'https://hooks.slack.com/services/T0/B0/hidden' },
  { kind: 'email', address: 'desk@example.com', minBand: 'critical' },
  { kind: 'digest' },
);
const rhythm = fc.record(
  { digest: fc.constant({ at: '18:30', weekday: 'friday' }), collapse: fc.boolean() },
  { requiredKeys: [] },
);

function subscribed(word: fc.Arbitrary<string>): fc.Arbitrary<Subscription> {
  return fc
    .tuple(word, declared(word), channel, rhythm)
    .map(([name, profile, told, when]) => ({ name, profile, channel: told, cadence: 'weekly', ...when }))
    .map((subscription) => subscription as unknown as Subscription);
}

const AREAS = /^(items|counterparties|keywords|negativeKeywords|technologies|authorisationsInUse|investment)$/;

/** The fields as a browser sends them back: a text area ends its lines with CR LF, a field of one line holds no line break. */
function throughBrowser(fields: FormFields): FormFields {
  const sent = Object.entries(fields).map(([name, text]) => [
    name,
    AREAS.test(name) ? text.replace(/\r\n?|\n/g, '\r\n') : text.replace(/[\r\n]/g, ''),
  ]);
  return Object.fromEntries(sent);
}

const shownOf = (stands: Subscription) => throughBrowser(formOfSubscription(stands));
const parsed = (profile: unknown) => NewSubscriptionSchema.shape.profile.parse(profile);

describe('the form of a subscription', () => {
  it('saved as it was shown changes nothing that was declared, whatever stands in it', () => {
    fc.assert(
      fc.property(subscribed(anyWord), (stands) => {
        const saved = editedSubscription(stands, shownOf(stands));
        expect(saved).toEqual(stands);
        expect(parsed(saved.profile)).toEqual(stands.profile);
      }),
    );
  });

  it('changes the one part of which something else was typed, and no other', () => {
    fc.assert(
      fc.property(subscribed(anyWord), (stands) => {
        const { profile, ...around } = editedSubscription(stands, { ...shownOf(stands), keywords: 'sonar, lidar' });
        expect(profile).toEqual({ ...stands.profile, keywords: ['sonar', 'lidar'] });
        expect({ ...around, profile: stands.profile }).toEqual(stands);
      }),
    );
  });

  it('shows words, parties and stakes so that they are read back from it alone', () => {
    fc.assert(
      fc.property(subscribed(lineWord), (stands) => {
        const typed = parsed(subscriptionOfForm(shownOf(stands)).profile);
        const { org, keywords, negativeKeywords, technologies, authorisationsInUse, investment } = stands.profile;
        expect(typed).toMatchObject({ org, keywords, negativeKeywords, technologies, authorisationsInUse, investment });
        expect(typed.counterparties).toEqual(
          stands.profile.counterparties.map(({ ownership = [], ...party }) => ({
            ...party,
            ...(ownership.length === 0 ? {} : { ownership }),
          })),
        );
      }),
    );
  });

  it.each([[[]], [['JP']], [['ML', 'US']], [['US', 'JP', 'ML']]])('keeps the countries %j as declared', (countries) => {
    const profile = parsed({ instruments: ['*'], jurisdictions: countries });
    const stands = { name: 'A', profile, channel: { kind: 'digest' }, cadence: 'daily' } as unknown as Subscription;
    expect(parsed(editedSubscription(stands, shownOf(stands)).profile).jurisdictions).toEqual(countries);
  });

  it('with every country unticked declares none, which the domain reads as all of them', () => {
    const profile = parsed({ instruments: ['*'], jurisdictions: ['JP'] });
    const stands = { name: 'A', profile, channel: { kind: 'digest' }, cadence: 'daily' } as unknown as Subscription;
    const { 'jurisdiction.JP': _ticked, ...unticked } = shownOf(stands);
    expect(parsed(editedSubscription(stands, unticked).profile).jurisdictions).toEqual([]);
    expect(parsed(subscriptionOfForm({ instruments: '*' }).profile).jurisdictions).toEqual([]);
  });
});
