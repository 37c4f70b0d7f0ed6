import fc from 'fast-check';
import { BANDS, ROLES } from '#domain';
import { CADENCES, type Subscription } from '#store';
import { parseSigningKey } from '#webhook';

const emptyProfile = {
  org: '',
  timeZone: 'UTC',
  languages: ['en' as const],
  roles: [],
  jurisdictions: ['US' as const],
  instruments: ['*'],
  items: [],
  hsCodes: [],
  technologies: [],
  negativeKeywords: [],
  destinations: [],
  counterparties: [],
  endUses: [],
  authorisationsInUse: [],
  investment: [],
  handles: [],
  minBand: 'low' as const,
};

const names = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((value) => value.trim() === value && value !== '');
const instants = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const maybe = <Value>(key: string, values: fc.Arbitrary<Value>) =>
  fc.option(values, { nil: undefined }).map((value) => (value === undefined ? {} : { [key]: value }));
const secrets = fc
  .oneof(
    fc.uint8Array({ minLength: 24, maxLength: 64 }).map((bytes) => `whsec_${Buffer.from(bytes).toString('base64')}`),
    fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => `whsk_${Buffer.from(bytes).toString('base64')}`),
  )
  .filter((text) => parseSigningKey(text) !== undefined);
const band = maybe('minBand', fc.constantFrom(...BANDS));
const webhooks = fc
  .tuple(
    band,
    maybe('format', fc.constantFrom('standard', 'cloudevents')),
    maybe('maxPerMinute', fc.integer({ min: 1, max: 6_000 })),
  )
  .map((parts) => ({
    kind: 'webhook' as const,
    url: 'https://hooks.example.com/a?b=%20c',
    ...Object.assign({}, ...parts),
  }));
const others = fc.oneof(
  band.map((parts) => ({ kind: 'email' as const, address: 'someone@example.com', ...parts })),
  band.map((parts) => ({ kind: 'slack' as const, url: 'https://hooks.example.com/services/T0/B0/x', ...parts })),
  band.map((parts) => ({ kind: 'teams' as const, url: 'https://hooks.example.com/webhookb2/x', ...parts })),
  fc.constant({ kind: 'digest' as const }),
);
const retiring = fc.array(fc.record({ secret: secrets, until: instants }), { minLength: 1, maxLength: 2 });
const reach = fc.oneof(
  fc
    .tuple(webhooks, secrets, maybe('retiring', retiring))
    .map(([channel, secret, rest]) => ({ channel, secret, ...rest })),
  others.map((channel) => ({ channel })),
);
const owners = fc.array(fc.record({ owner: names, pct: fc.integer({ min: 0, max: 100 }) }), { maxLength: 2 });
const parties = fc
  .tuple(names, fc.array(names, { maxLength: 2 }), maybe('ownership', owners), maybe('internalRef', names))
  .map(([name, aliases, ...rest]) => ({ name, aliases, ...Object.assign({}, ...rest) }));
const profiles = fc
  .record({
    org: names,
    timeZone: fc.constantFrom('UTC', 'Asia/Tokyo', 'America/New_York'),
    roles: fc.subarray([...ROLES]),
    keywords: fc.array(names, { maxLength: 3 }),
    technologies: fc.array(names, { maxLength: 2 }),
    negativeKeywords: fc.array(names, { maxLength: 2 }),
    counterparties: fc.array(parties, { maxLength: 3 }),
    hsCodes: fc.array(fc.constantFrom('00', '0101', '854231'), { maxLength: 2 }),
    authorisationsInUse: fc.array(names, { maxLength: 2 }),
    minBand: fc.constantFrom(...BANDS),
    rest: maybe('quietHours', fc.constant({ from: '22:00', to: '06:00', overrideBand: 'never' })),
  })
  .map(({ rest, ...parts }) => ({ ...emptyProfile, ...parts, ...rest }));
const digestTimes = fc.record({
  at: fc.constantFrom('00:00', '07:00', '23:59'),
  weekday: fc.constantFrom('monday', 'sunday'),
});
/** Subscriptions of every channel, cadence and option, and where their digests stand. */
export const subscriptionRows = fc
  .record({
    name: names,
    status: fc.constantFrom('active', 'disabled'),
    cadence: fc.constantFrom(...CADENCES),
    createdAt: instants,
    reach,
    profile: profiles,
    options: fc.tuple(maybe('digest', digestTimes), maybe('collapse', fc.boolean())),
    place: fc.record({ position: fc.nat(2), since: instants, nextRunAt: fc.option(instants) }),
  })
  .map(({ place, options, reach, ...rest }) => ({
    place,
    subscription: {
      ...rest,
      ...reach,
      ...Object.assign({}, ...options),
      tenantId: 'default',
      hearsAfterPosition: 0,
    } as Omit<Subscription, 'subscriptionId'>,
  }));
