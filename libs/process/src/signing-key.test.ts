import { createPublicKey, verify } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSigningKey } from './signing-key.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redline-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the key that signs', () => {
  it('is made once, for its owner alone, and stays the same', () => {
    const path = join(folder, 'var', 'attestation.key');
    const key = readSigningKey(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readSigningKey(path).publicKey).toBe(key.publicKey);
    expect(key.publicKey).toMatch(/^[0-9a-f]{64}$/);
    const signature = Buffer.from(key.sign('輸出令'), 'hex');
    expect(verify(null, Buffer.from('輸出令'), createPublicKey(key.publicPem), signature)).toBe(true);
    expect(verify(null, Buffer.from('輸出令 '), createPublicKey(key.publicPem), signature)).toBe(false);
  });

  it('is refused when others may read it or the file is damaged, and never replaced by another', () => {
    const path = join(folder, 'attestation.key');
    readSigningKey(path);
    chmodSync(path, 0o644);
    expect(() => readSigningKey(path)).toThrow('chmod 600');
    chmodSync(path, 0o600);
    writeFileSync(path, 'damaged');
    expect(() => readSigningKey(path)).toThrow('restore it from a backup');
  });
});
