import type { Sealer } from './sealed.ts';

const PURPOSE = 'unsubscribe:';

/** What the reader of a mail unsubscribes with: sealed, so that nobody else can make or guess one. URL-safe. */
export function unsubscribeToken(sealer: Sealer, subscriptionId: string): string {
  return Buffer.from(sealer.seal(PURPOSE + subscriptionId), 'base64').toString('base64url');
}

/** The subscription that a token of {@link unsubscribeToken} is for. @returns undefined for any other text. Never throws. */
export function subscriptionOfToken(sealer: Sealer, token: string): string | undefined {
  try {
    const text = sealer.open(Buffer.from(token, 'base64url').toString('base64'));
    return text.startsWith(PURPOSE) ? text.slice(PURPOSE.length) : undefined;
  } catch {
    return undefined;
  }
}
