import type { Sealer } from './sealed.ts';

/** Whose mails are stopped. */
export interface Unsubscribing {
  readonly tenantId: string;
  readonly subscriptionId: string;
}

const PURPOSE = 'unsubscribe';

/** What the reader of a mail unsubscribes with: sealed, so that nobody else can make or guess one. URL-safe. */
export function unsubscribeToken(sealer: Sealer, { tenantId, subscriptionId }: Unsubscribing): string {
  const sealed = sealer.seal(JSON.stringify([PURPOSE, tenantId, subscriptionId]));
  return Buffer.from(sealed, 'base64').toString('base64url');
}

/** What a token of {@link unsubscribeToken} is for. @returns undefined for any other text. Never throws. */
export function unsubscribingOf(sealer: Sealer, token: string): Unsubscribing | undefined {
  try {
    const told: unknown = JSON.parse(sealer.open(Buffer.from(token, 'base64url').toString('base64')));
    if (!Array.isArray(told) || told.length !== 3 || told[0] !== PURPOSE) return undefined;
    return { tenantId: String(told[1]), subscriptionId: String(told[2]) };
  } catch {
    return undefined;
  }
}
