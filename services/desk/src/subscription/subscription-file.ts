import { z } from '@hono/zod-openapi';
import { parseDocument, stringify } from 'yaml';
import { CADENCES, type DigestCursor, type Subscription } from '#store';
import { parseSigningKey } from '#webhook';
import { problemOfIssues } from '../problem/field-problems.ts';
import { refuse } from '../problem/problem.ts';
import { ProfileSchema } from '../schema/profile-schema.ts';
import { ChannelSchema, DigestTimeSchema } from '../schema/subscription-schema.ts';

const FORMAT = 'redline-subscriptions/1';

const NO_SECRET = 'must be a whsec_… or whsk_… secret';

/** What Redline signs with: not the public half of a pair. */
function isSecret(text: string): boolean {
  const kind = parseSigningKey(text)?.kind;
  return kind === 'secret' || kind === 'private';
}

const Entry = z.strictObject({
  id: z.string().regex(/^[\w.:-]{1,100}$/, 'use letters, digits, - and _'),
  name: z.string().min(1).max(200),
  status: z.enum(['active', 'disabled']),
  cadence: z.enum(CADENCES),
  createdAt: z.iso.datetime(),
  hearsAfterPosition: z.number().int().min(0),
  channel: ChannelSchema,
  profile: ProfileSchema,
  digest: DigestTimeSchema.exactOptional(),
  collapse: z.boolean().exactOptional(),
  digestPlace: z
    .strictObject({
      position: z.number().int().min(0),
      since: z.iso.datetime(),
      nextRunAt: z.iso.datetime().nullable(),
    })
    .exactOptional(),
  secret: z.string().refine(isSecret, NO_SECRET).exactOptional(),
  retiring: z
    .array(z.strictObject({ secret: z.string().refine(isSecret, NO_SECRET), until: z.iso.datetime() }))
    .max(10)
    .exactOptional(),
});
export type SubscriptionEntry = z.output<typeof Entry>;

const File = z.strictObject({ format: z.literal(FORMAT), subscriptions: z.array(Entry).max(10_000) });

/**
 * Subscriptions as a YAML file that {@link readSubscriptionFile} reads back without loss; whose they are is said on import.
 * `places` tells where the windows of their digests stand, so that a restored subscriber misses and repeats no change.
 */
export function writeSubscriptionFile(
  subscriptions: readonly Subscription[],
  withSecrets: boolean,
  places: ReadonlyMap<string, DigestCursor> = new Map(),
): string {
  const entries = subscriptions.map(({ subscriptionId, tenantId: _tenantId, secret, retiring, ...rest }) => ({
    id: subscriptionId,
    ...rest,
    ...placeOf(places.get(subscriptionId)),
    ...(withSecrets && secret !== undefined ? { secret } : {}),
    ...(withSecrets && retiring !== undefined ? { retiring } : {}),
  }));
  return stringify({ format: FORMAT, subscriptions: entries }, { aliasDuplicateObjects: false });
}

function placeOf(cursor: DigestCursor | undefined): Pick<SubscriptionEntry, 'digestPlace'> {
  if (cursor === undefined) return {};
  const { position, since, nextRunAt } = cursor;
  return { digestPlace: { position, since, nextRunAt } };
}

/** @throws RefusedRequestError naming what is wrong; nothing of a file with a mistake is taken over. */
export function readSubscriptionFile(text: string): readonly SubscriptionEntry[] {
  const parsed = File.safeParse(parseYaml(text));
  return parsed.success ? parsed.data.subscriptions : refuse(problemOfIssues(parsed.error, 'subscription file'));
}

/** An alias bomb stays small: this file has no use for aliases, so none are resolved. */
export function parseYaml(text: string): unknown {
  const document = parseDocument(text, { schema: 'core', prettyErrors: true });
  const [mistake] = document.errors;
  if (mistake) return refuseYaml(mistake.message);
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return refuseYaml('aliases (*name) are not accepted in this file');
  }
}

function refuseYaml(because: string): never {
  return refuse({ status: 422, code: 'invalid_yaml', title: 'The file is not readable YAML', detail: because });
}
