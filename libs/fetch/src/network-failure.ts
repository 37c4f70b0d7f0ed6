import { BlockedAddressError, DeadlinePassedError } from './fetch-error.ts';

/** Why a connection gave no whole answer. */
export type NetworkFailure =
  | 'blocked_address'
  | 'dns'
  | 'connect'
  | 'tls'
  | 'timeout'
  | 'reset'
  | 'protocol'
  | 'stopping';

const BY_CODE: ReadonlyMap<string, NetworkFailure> = new Map<string, NetworkFailure>([
  ['ENOTFOUND', 'dns'],
  ['EAI_AGAIN', 'dns'],
  ['ENODATA', 'dns'],
  ['ESERVFAIL', 'dns'],
  ['ECONNREFUSED', 'connect'],
  ['EHOSTUNREACH', 'connect'],
  ['ENETUNREACH', 'connect'],
  ['EADDRNOTAVAIL', 'connect'],
  ['ETIMEDOUT', 'connect'],
  ['UND_ERR_CONNECT_TIMEOUT', 'connect'],
  ['ECONNRESET', 'reset'],
  ['EPIPE', 'reset'],
  ['UND_ERR_SOCKET', 'reset'],
  ['UND_ERR_DESTROYED', 'stopping'],
  ['UND_ERR_CLOSED', 'stopping'],
  ['EPROTO', 'tls'],
]);
const TLS_CODE = /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)/;

/** Names a failure of the network by its error. `deadline`, where there is one, tells a timeout from other aborts. Never throws. */
export function networkFailureOf(error: unknown, deadline?: AbortSignal): NetworkFailure {
  if (error instanceof BlockedAddressError) return 'blocked_address';
  if (error instanceof DeadlinePassedError || deadline?.aborted) return 'timeout';
  const code = errorCode(error);
  return BY_CODE.get(code) ?? (TLS_CODE.test(code) ? 'tls' : 'protocol');
}

/** The machine name of a Node or undici error, empty where there is none. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
