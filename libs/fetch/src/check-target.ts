import { addressGuard } from './address-guard.ts';
import { BlockedAddressError } from './fetch-error.ts';
import type { GuardedAgentOptions } from './guarded-agent.ts';
import { resolvePermitted, systemResolver } from './resolve-permitted.ts';
import { parseTargetUrl } from './target-url.ts';

/** Whether an address that a subscriber enters could be delivered to. */
export type TargetVerdict =
  | { readonly kind: 'permitted' }
  | { readonly kind: 'refused'; readonly because: 'bad_url' | 'blocked_address' | 'dns' };

/**
 * Early word to whoever registers a webhook. It replaces nothing: every delivery checks again when it connects.
 * @throws InvalidAllowListError when `allow` holds something that is not a CIDR.
 */
export async function checkTarget(
  url: string,
  { allow = [], resolve = systemResolver }: Pick<GuardedAgentOptions, 'allow' | 'resolve'> = {},
): Promise<TargetVerdict> {
  const target = parseTargetUrl(url);
  if (target === undefined) return { kind: 'refused', because: 'bad_url' };
  const guard = addressGuard(allow);
  try {
    await resolvePermitted(target.hostname, guard, resolve);
    return { kind: 'permitted' };
  } catch (error) {
    return { kind: 'refused', because: error instanceof BlockedAddressError ? 'blocked_address' : 'dns' };
  }
}
