import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { type AddressGuard, addressGuard } from './address-guard.ts';
import { BlockedAddressError } from './fetch-error.ts';
import { type ResolveHost, resolvePermitted, systemResolver, withoutBrackets } from './resolve-permitted.ts';

/** How a guarded agent connects. */
export interface GuardedAgentOptions {
  /** CIDRs that may be reached although they are not public, such as `127.0.0.0/8`. Default: none. */
  readonly allow?: readonly string[];
  /** Default: the operating system's resolver. */
  readonly resolve?: ResolveHost;
  /** Longest time for TCP and TLS together, in milliseconds. Default 10,000. */
  readonly connectTimeoutMs?: number;
}

/**
 * An undici Agent whose every connection goes to a permitted address. The name is looked up once, inside the connect:
 * what was checked is what the socket uses, so a name that answers differently the second time (DNS rebinding) gains
 * nothing. Requests to anything else reject with BlockedAddressError. Follows no redirects by itself.
 * @throws InvalidAllowListError when `allow` holds something that is not a CIDR.
 */
export function guardedAgent({
  allow = [],
  resolve = systemResolver,
  connectTimeoutMs = 10_000,
}: GuardedAgentOptions = {}): Agent {
  const guard = addressGuard(allow);
  const connect = buildConnector({ timeout: connectTimeoutMs, lookup: guardedLookup(guard, resolve) });
  return new Agent({
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveMaxTimeout: 30_000,
    connect(options, callback) {
      const hostname = withoutBrackets(options.hostname);
      // A literal address never reaches `lookup`: sockets connect to it directly.
      if (isIP(hostname) !== 0 && !guard.permits(hostname)) {
        queueMicrotask(() => callback(new BlockedAddressError(hostname, hostname), null));
        return;
      }
      connect(options, callback);
    },
  });
}

function guardedLookup(guard: AddressGuard, resolve: ResolveHost): LookupFunction {
  return (hostname, options, callback) => {
    resolvePermitted(hostname, guard, resolve).then(
      (addresses) => {
        const [first] = addresses;
        if (options.all) callback(null, [...addresses]);
        else callback(null, first?.address ?? '', first?.family);
      },
      (error) => callback(error, ''),
    );
  };
}
