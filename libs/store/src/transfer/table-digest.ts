import { createHash } from 'node:crypto';

/** What a table holds, in whatever order its rows come. */
export interface TableContent {
  readonly rows: number;
  /** Sum, modulo 2^256, of the sha256 of every row's text, as 64 hexadecimal digits: no order changes it. */
  readonly digest: string;
}

const MODULUS = 1n << 256n;

/** Adds up rows. A sum, not an exclusive or: of two equal rows both count. */
export function createTableDigest(): { add(rowText: string): void; content(): TableContent } {
  let rows = 0;
  let sum = 0n;
  return {
    add(rowText) {
      rows += 1;
      sum = (sum + BigInt(`0x${createHash('sha256').update(rowText).digest('hex')}`)) % MODULUS;
    },
    content: () => ({ rows, digest: sum.toString(16).padStart(64, '0') }),
  };
}

export function sameContent(a: TableContent, b: TableContent): boolean {
  return a.rows === b.rows && a.digest === b.digest;
}
