/**
 * A run of a redline. `moved_from` and `moved_to` are the two places of one passage that only changed its place; `elided`
 * stands for unchanged words left out.
 */
export interface RedlinePart {
  readonly kind: 'same' | 'deleted' | 'inserted' | 'moved_from' | 'moved_to' | 'elided';
  readonly text: string;
}

/** What stands for unchanged words left out. */
export const ELLIPSIS = '…';
