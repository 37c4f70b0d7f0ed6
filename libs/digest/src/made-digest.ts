import type { Digest } from './digest.ts';

/** A digest as it was made and kept. A section that digests did not have when it was made is empty. @throws SyntaxError */
export function parseMadeDigest(body: string): Digest {
  const kept = JSON.parse(body) as Digest;
  return { ...kept, datesDue: kept.datesDue ?? [] };
}
