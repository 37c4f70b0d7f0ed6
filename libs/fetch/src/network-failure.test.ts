import { describe, expect, it } from 'vitest';
import { BlockedAddressError } from './fetch-error.ts';
import { networkFailureOf } from './network-failure.ts';

const running = new AbortController().signal;
const withCode = (code: unknown) => Object.assign(new Error('failed'), { code });

describe('networkFailureOf', () => {
  it.each([
    ['CERT_HAS_EXPIRED', 'tls'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['EAI_AGAIN', 'dns'],
    ['UND_ERR_CONNECT_TIMEOUT', 'connect'],
    ['UND_ERR_SOCKET', 'reset'],
    ['UND_ERR_DESTROYED', 'stopping'],
    ['UND_ERR_HEADERS_OVERFLOW', 'protocol'],
    ['toString', 'protocol'],
    [42, 'protocol'],
  ])('reads %j as %s', (code, failure) => {
    expect(networkFailureOf(withCode(code), running)).toBe(failure);
  });

  it.each([undefined, null, 'text', new Error('no code')])('finds a word for a thrown %s', (thrown) => {
    expect(networkFailureOf(thrown, running)).toBe('protocol');
  });

  it('calls everything after the deadline a timeout, except an address that is forbidden', () => {
    const passed = AbortSignal.abort();
    expect(networkFailureOf(withCode('ECONNRESET'), passed)).toBe('timeout');
    expect(networkFailureOf(new BlockedAddressError('hooks.example', '10.0.0.1'), passed)).toBe('blocked_address');
  });
});
