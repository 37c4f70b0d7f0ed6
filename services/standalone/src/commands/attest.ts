import { existsSync, readFileSync } from 'node:fs';
import { attest, attestationFile, periodOf, verifyAttestation } from '#desk';
import { type Config, readSigningKey } from '#process';
import type { Redline } from '../compose.ts';
import { deskPorts, signingKeyFile } from '../desk-ports.ts';

type Print = (line: string) => void;

export interface AttestOptions {
  readonly from?: string;
  readonly to?: string;
  readonly source?: string;
}

/**
 * Prints a signed statement; what is printed is the file to keep.
 * @throws RefusedRequestError for a period that is none, or a source that is not watched.
 */
export async function makeAttestation(
  redline: Redline,
  { source, ...named }: AttestOptions,
  print: Print,
): Promise<boolean> {
  const attestation = await attest(deskPorts(redline), periodOf(named, redline.clock.now()), source);
  print(attestationFile(attestation).trimEnd());
  return true;
}

/** @returns false when a file is not a statement as it was signed, or not by the key expected. */
export function checkAttestation(config: Config, path: string, key: string | undefined, print: Print): boolean {
  const expected = key ?? ownPublicKey(config);
  const verdict = verifyAttestation(readFileSync(path), expected);
  if (verdict.kind === 'invalid') {
    print(`INVALID: ${verdict.because}`);
    return false;
  }
  print(`valid: every byte is as it was signed by ${verdict.publicKey}`);
  if (expected === undefined) print('whose key that is was not checked: name the published one with --key');
  return true;
}

/** Checking makes no key: one that did not exist when the statement was made cannot have signed it. */
function ownPublicKey(config: Config): string | undefined {
  const path = signingKeyFile(config);
  return existsSync(path) ? readSigningKey(path).publicKey : undefined;
}
