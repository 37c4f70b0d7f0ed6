import { chmodSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSecretKey } from './secret-key.ts';

const freshPath = () => join(mkdtempSync(join(tmpdir(), 'redline-key-')), 'var', 'redline.key');

describe('readSecretKey', () => {
  it('makes a key that only its owner can read, and finds the same one again', () => {
    const path = freshPath();
    const made = readSecretKey(undefined, path);
    expect(made).toHaveLength(32);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readSecretKey(undefined, path)).toEqual(made);
  });

  it('refuses a key file that others can read', () => {
    const path = freshPath();
    readSecretKey(undefined, path);
    chmodSync(path, 0o644);
    expect(() => readSecretKey(undefined, path)).toThrow(/chmod 600/);
  });

  it('refuses a damaged key instead of making another', () => {
    const path = freshPath();
    readSecretKey(undefined, path);
    writeFileSync(path, 'half a key');
    expect(() => readSecretKey(undefined, path)).toThrow(/64 hexadecimal/);
  });
});
