import { z } from '@hono/zod-openapi';
import { BANDS, END_USES, ITEM_SCHEMES, type Profile, ROLES } from '#domain';

const text = (most: number) => z.string().trim().min(1, 'must not be empty').max(most);
const texts = (count: number, most: number) => z.array(text(most)).max(count).default([]);

const ECCN_PATTERN = /^[0-9*][0-9A-Za-z.*]*$/;
const DESTINATION = /^([A-Z]{2}|GROUP_A|[A-E](:[0-9])?)$/;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

const Item = z
  .strictObject({ scheme: z.enum(ITEM_SCHEMES), pattern: text(100) })
  .refine((item) => item.scheme !== 'ECCN' || ECCN_PATTERN.test(item.pattern), {
    path: ['pattern'],
    message: 'is not an ECCN',
  });

const Ownership = z.strictObject({ owner: text(300), pct: z.number().min(0).max(100) });

const Counterparty = z
  .strictObject({
    name: text(300),
    aliases: texts(200, 300),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'is not the code of a country in capital letters')
      .optional(),
    ownership: z.array(Ownership).max(100).optional(),
    internalRef: text(200).optional(),
  })
  .transform(({ country, ownership, internalRef, ...rest }) => ({
    ...rest,
    ...(country === undefined ? {} : { country }),
    ...(ownership === undefined ? {} : { ownership }),
    ...(internalRef === undefined ? {} : { internalRef }),
  }));

const Investment = z.strictObject({
  stakePct: z.number().min(0).max(100),
  sector: text(200),
  investorState: text(100),
});

const time = z.string().regex(CLOCK, 'is not a time of day');

const QuietHours = z.strictObject({ from: time, to: time, overrideBand: z.enum(['critical', 'never']) });

/** What a compliance team declares about itself. Lists that are left out are empty; nothing unknown is accepted. */
export const ProfileSchema = z
  .strictObject({
    org: z.string().trim().max(200).default(''),
    timeZone: z.string().refine(isTimeZone, 'is not the name of a time zone').default('UTC'),
    languages: z
      .array(z.enum(['en', 'ja']))
      .max(2)
      .default(['en']),
    roles: z.array(z.enum(ROLES)).max(ROLES.length).default([]),
    jurisdictions: z
      .array(z.enum(['US', 'JP', 'ML']))
      .max(3)
      .default(['US', 'JP', 'ML'])
      .openapi({ description: 'Whose rules are heard; an empty list is all of them, also those added later.' }),
    instruments: texts(300, 60),
    items: z.array(Item).max(2_000).default([]),
    hsCodes: z
      .array(z.string().regex(/^\d{2,10}$/, 'is not a tariff number'))
      .max(2_000)
      .default([]),
    technologies: texts(300, 100),
    keywords: texts(300, 200),
    negativeKeywords: texts(300, 200),
    destinations: z
      .array(z.string().regex(DESTINATION, 'is neither the code of a country in capital letters nor a country group'))
      .max(300)
      .default([]),
    counterparties: z.array(Counterparty).max(5_000).default([]),
    endUses: z.array(z.enum(END_USES)).max(END_USES.length).default([]),
    authorisationsInUse: texts(300, 100),
    investment: z.array(Investment).max(300).default([]),
    handles: z
      .array(z.enum(['CUI', 'FCI', 'classified']))
      .max(3)
      .default([]),
    minBand: z.enum(BANDS).default('low'),
    quietHours: QuietHours.optional(),
  })
  .transform(({ quietHours, ...rest }) => ({ ...rest, ...(quietHours === undefined ? {} : { quietHours }) }))
  .openapi('Profile');

/** What the refusal of an empty profile says; a profile without a facet can never match anything. */
export const NOTHING_TO_WATCH =
  'names nothing to watch: add instruments (["*"] for all), items, counterparties, destinations or another list';

/** @returns false for a profile that no change could ever match. */
export function watchesSomething(profile: Profile): boolean {
  const lists: readonly (readonly unknown[])[] = [
    profile.instruments,
    profile.items,
    profile.hsCodes,
    profile.technologies,
    profile.keywords,
    profile.destinations,
    profile.counterparties,
    profile.endUses,
    profile.authorisationsInUse,
    profile.investment,
    profile.roles,
  ];
  return lists.some((list) => list.length > 0);
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
