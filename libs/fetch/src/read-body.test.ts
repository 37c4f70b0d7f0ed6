import { Readable } from 'node:stream';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBody, readAtMost } from './read-body.ts';

const text = '輸出貿易管理令 '.repeat(1_000);
const plain = new TextEncoder().encode(text);
const LIMIT = 1_000_000;

describe('decodeBody', () => {
  it.each([
    ['', plain],
    ['identity', plain],
    ['gzip', gzipSync(plain)],
    [' X-GZIP ', gzipSync(plain)],
    ['br', brotliCompressSync(plain)],
    ['deflate', deflateSync(plain)],
    ['deflate', deflateRawSync(plain)],
  ])('undoes the encoding %j', async (encoding, body) => {
    const decoded = await decodeBody(body, encoding, LIMIT);
    expect(decoded.kind === 'whole' && new TextDecoder().decode(decoded.bytes)).toBe(text);
  });

  it.each([
    ['gzip', gzipSync(plain)],
    ['br', brotliCompressSync(plain)],
    ['deflate', deflateSync(plain)],
  ])('takes %s that ends too early for truncated', async (encoding, body) => {
    const decoded = await decodeBody(body.subarray(0, body.length - 20), encoding, LIMIT);
    expect(decoded).toMatchObject({ kind: 'refused', because: 'truncated' });
  });

  it('stops a bomb at the decoded limit', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    expect(await decodeBody(bomb, 'gzip', LIMIT)).toMatchObject({ kind: 'refused', because: 'too_large' });
  });

  it.each(['zstd', 'gzip, gzip', 'aws-chunked', 'constructor', '__proto__'])(
    'refuses the encoding %j, which nobody asked for',
    async (encoding) => {
      expect(await decodeBody(plain, encoding, LIMIT)).toMatchObject({ kind: 'refused', because: 'bad_encoding' });
    },
  );

  it('refuses bytes that are not what their encoding says', async () => {
    expect(await decodeBody(plain, 'gzip', LIMIT)).toMatchObject({ kind: 'refused', because: 'bad_encoding' });
    expect(await decodeBody(plain, 'deflate', LIMIT)).toMatchObject({ kind: 'refused', because: 'bad_encoding' });
  });

  it('takes an empty body as it is, whatever its encoding', async () => {
    expect(await decodeBody(new Uint8Array(), 'gzip', LIMIT)).toMatchObject({ kind: 'whole' });
  });

  it('never rejects', async () => {
    const encodings = fc.constantFrom('gzip', 'br', 'deflate', '', 'x');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), encodings, async (body, encoding) => {
        expect(['whole', 'refused']).toContain((await decodeBody(body, encoding, 100)).kind);
      }),
    );
  });
});

describe('readAtMost', () => {
  it('reads a body that just fits', async () => {
    const body = Readable.from([Buffer.from('ab'), Buffer.from('cd')]);
    expect((await readAtMost(body, 4))?.toString()).toBe('abcd');
  });

  it('gives up one byte later and ends the stream', async () => {
    const body = Readable.from([Buffer.from('ab'), Buffer.from('cde'), Buffer.from('never read')]);
    expect(await readAtMost(body, 4)).toBeUndefined();
    expect(body.destroyed).toBe(true);
  });
});
