import type { ChangeDraft, Provision } from '#domain';
import type { UnitPair } from '../matching.ts';
import type { Unit } from '../unit.ts';

const TO_CCL = /[^.;\n]{0,160}\b(?:subject to the EAR|ECCNs? \d[A-EY]\d{3}|Commerce Control List)\b[^.;\n]{0,160}/u;
const TO_USML = /[^.;\n]{0,160}\b(?:subject to the ITAR|U\.?S\.? Munitions List|USML)\b[^.;\n]{0,160}/u;

/** Words that point to the other list, and that the earlier text did not have. */
function pointerIn(after: Provision, before: Provision | undefined, other: RegExp): string | undefined {
  const found = other.exec(after.text)?.[0].trim();
  return found !== undefined && !before?.text.includes(found) ? found : undefined;
}

/** What a list's own text says of items that left it for the other list. */
export interface NewPointers {
  /** The words near a removed item that newly name the other list; `undefined` where it is not known. */
  readonly near: (
    removed: Provision,
    root: string,
  ) => { readonly provision: Provision; readonly words: string } | undefined;
}

/**
 * Finds where a list newly points to the other one: an item removed from the Munitions List beside a new note "subject to the EAR, see
 * ECCN 9A515" was moved, not freed. Only what stands in the same entry or category counts.
 */
export function newPointers(
  pairs: readonly UnitPair[],
  added: readonly Unit[],
  rootOf: (provision: Provision) => string,
): NewPointers {
  const texts = [
    ...pairs
      .filter(({ before, after }) => before.substance !== after.substance)
      .map(({ before, after }) => ({ after: after.provision, before: before.provision })),
    ...added.map(({ provision }) => ({ after: provision, before: undefined })),
  ];
  return {
    near(removed, root) {
      if (removed.kind !== 'item') return undefined;
      const other =
        removed.instrumentId === 'US-USML' ? TO_CCL : removed.instrumentId === 'US-CCL' ? TO_USML : undefined;
      if (!other) return undefined;
      for (const { after, before } of texts) {
        const words = rootOf(after) === root ? pointerIn(after, before, other) : undefined;
        if (words !== undefined) return { provision: after, words };
      }
      return undefined;
    },
  };
}

/** The removal as `item.jurisdiction_transferred`: the other agency is asked from now on. */
export function transferChange(
  removal: ChangeDraft,
  { provision, words }: { readonly provision: Provision; readonly words: string },
): ChangeDraft {
  const isFromUsml = provision.instrumentId === 'US-USML';
  return {
    ...removal,
    type: 'item.jurisdiction_transferred',
    direction: isFromUsml ? 'loosen' : 'tighten',
    quotes: [...removal.quotes, { side: 'after', locator: provision.locator, quote: words }],
    before: { ...removal.before, list: isFromUsml ? 'USML' : 'CCL' },
    after: { ...removal.after, list: isFromUsml ? 'CCL' : 'USML', reference: words },
    needsReview: true,
    notes: [...(removal.notes ?? []), 'the list points to the other list beside the removed item'],
  };
}
