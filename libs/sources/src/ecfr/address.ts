import { trimTail } from '../ear-terms/trim-tail.ts';

/** Pointers of an entry to other entries of the same party, as printed: `See alternate addresses under Pakistan`. */
const CROSS_REFERENCE =
  /[,;]?\s*\(\s*(see (?:also )?(?:alternate )?address[^)]{0,200}|see (?:also )?under[^)]{0,200})\)\.?/gi;
const LEAD =
  /^(?:addresses for [^:]{1,200}|the following addresses apply to [^:]{1,200}|addresses?|alt\.? address):\s*/i;

/** Takes the pointers out of a cell, so that they are read neither as a name nor as an address. */
export function takeCrossReferences(cell: string): {
  readonly text: string;
  readonly crossReferences: readonly string[];
} {
  const crossReferences = [...cell.matchAll(CROSS_REFERENCE)].map(([, reference = '']) => reference.trim());
  return { text: cell.replace(CROSS_REFERENCE, ''), crossReferences };
}

/** Splits `A; and B; and C.` Addresses keep their own commas. */
export function splitAddresses(text: string): readonly string[] {
  const addresses = text
    .split(/;|\n/)
    .map((part) => {
      const address = part
        .trim()
        .replace(LEAD, '')
        .replace(/^and(?=[\s#\dA-Z])\s*/, '');
      return trimTail(address, ' ,.\u00A0');
    })
    .filter((address) => /[\p{L}\p{N}]/u.test(address) && address !== 'and');
  return [...new Set(addresses)];
}
