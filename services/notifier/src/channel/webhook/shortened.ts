/** Legal convention for words left out of a quotation. */
export const OMISSION = ' […]';

/** How much of a value is kept. Sizes are bytes of JSON, so that escapes and Japanese text count as what they cost. */
export interface Allowance {
  readonly stringBytes: number;
  /** Longest plain web address that stays whole: half a link is worse than a long one. */
  readonly addressBytes: number;
  /** Longest array. */
  readonly items: number;
  /** Most keys of an object. */
  readonly keys: number;
  readonly depth: number;
}

/** Cuts nothing and copies nothing: for what may well fit as it is. */
export const WHOLE: Allowance = {
  stringBytes: Number.POSITIVE_INFINITY,
  addressBytes: Number.POSITIVE_INFINITY,
  items: Number.POSITIVE_INFINITY,
  keys: Number.POSITIVE_INFINITY,
  depth: Number.POSITIVE_INFINITY,
};

/** Characters of a URI, none of which JSON escapes. Source: RFC 3986 section 2. */
const ADDRESS = /^https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/;

/** An object cut down to the allowance; see {@link shortened}. */
export function shortenedObject(value: object, allowance: Allowance): object {
  if (isWhole(allowance)) return value;
  const inner = { ...allowance, depth: allowance.depth - 1 };
  const kept = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .slice(0, allowance.keys);
  return Object.fromEntries(
    kept.map(([key, member]: [string, unknown]) => [shortenedText(key, allowance), shortened(member, inner)]),
  );
}

/**
 * A value cut down to the allowance. What JSON cannot carry becomes null; text is made well-formed Unicode. With
 * {@link WHOLE} it is the value itself. Never throws.
 */
export function shortened(value: unknown, allowance: Allowance): unknown {
  if (isWhole(allowance)) return value;
  if (typeof value === 'string') return shortenedText(value, allowance);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null) return null;
  if (allowance.depth <= 0) return OMISSION.trim();
  if (!Array.isArray(value)) return shortenedObject(value, allowance);
  const inner = { ...allowance, depth: allowance.depth - 1 };
  return value.slice(0, allowance.items).map((item: unknown) => shortened(item, inner));
}

/** Text of at most `stringBytes` bytes of JSON, quotes included, marked where it was cut. Never splits a character. */
export function shortenedText(
  text: string,
  { stringBytes, addressBytes }: Pick<Allowance, 'stringBytes' | 'addressBytes'>,
): string {
  if (isWhole({ stringBytes }) || (text.length <= addressBytes && ADDRESS.test(text))) return text;
  // A character costs at least one byte, so nothing beyond stringBytes can stay.
  let kept = text.slice(0, stringBytes).toWellFormed();
  if (text.length <= stringBytes && jsonBytes(kept) <= stringBytes) return kept;
  while (kept !== '' && jsonBytes(kept + OMISSION) > stringBytes) {
    const fitting = Math.floor((kept.length * stringBytes) / jsonBytes(kept + OMISSION));
    kept = withoutHalfCharacter(kept.slice(0, Math.min(kept.length - 1, fitting)));
  }
  return kept + OMISSION;
}

function withoutHalfCharacter(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '');
}

/** Judged by one bound, so that an allowance made from {@link WHOLE} with fewer keys is still whole. */
function isWhole({ stringBytes }: Pick<Allowance, 'stringBytes'>): boolean {
  return stringBytes === WHOLE.stringBytes;
}

export function jsonBytes(value: string): number {
  return Buffer.byteLength(JSON.stringify(value));
}
