import { assertNever } from './assert-never.ts';

/** Where an item stands with those who review it. Both ends can be reopened. */
export const REVIEW_STATES = ['open', 'acknowledged', 'not_relevant'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** What may be done with an item, as past participles: the trail says what was done. */
export const REVIEW_ACTS = [
  'assigned',
  'acknowledged',
  'not_relevant',
  'reopened',
  'commented',
] as const satisfies readonly ReviewAct['act'][];

/** What a reviewer may do with an item. `assignee` null: nobody has it any more. A reason is owed for `not_relevant`. */
export type ReviewAct =
  | { readonly act: 'assigned'; readonly assignee: string | null }
  | { readonly act: 'acknowledged'; readonly text?: string | undefined }
  | { readonly act: 'not_relevant'; readonly text: string }
  | { readonly act: 'reopened'; readonly text?: string | undefined }
  | { readonly act: 'commented'; readonly text: string };

/** An act as the audit trail keeps it. */
export type ReviewEntry = ReviewAct & {
  /** The person, or the name of the key. */
  readonly who: string;
  /** UTC instant. */
  readonly at: string;
};

/** Where an item stands, and how it came there. */
export interface Review {
  readonly state: ReviewState;
  readonly assignee: string | null;
  /** Words given with the last change of state: the reason, where it is not relevant. Empty: none. */
  readonly because: string;
  readonly comments: number;
  /** The last act; null while nobody has touched it. */
  readonly last: { readonly who: string; readonly at: string } | null;
}

/** An item that nobody has touched. */
export const UNREVIEWED: Review = { state: 'open', assignee: null, because: '', comments: 0, last: null };

/** Where an item stands after its acts, the oldest first. Pure: the trail is all there is. */
export function reviewOf(entries: Iterable<ReviewEntry>): Review {
  let review = UNREVIEWED;
  for (const entry of entries) review = { ...afterAct(review, entry), last: { who: entry.who, at: entry.at } };
  return review;
}

/** Where an item stands after one more act that {@link refusalOf} let pass. */
export function afterAct(review: Review, act: ReviewAct): Review {
  switch (act.act) {
    case 'assigned':
      return { ...review, assignee: act.assignee };
    case 'acknowledged':
    case 'not_relevant':
      return { ...review, state: act.act, because: act.text ?? '' };
    case 'reopened':
      return { ...review, state: 'open', because: act.text ?? '' };
    case 'commented':
      return { ...review, comments: review.comments + 1 };
    default:
      return assertNever(act);
  }
}

/** Why an act does not fit where the item stands; undefined when it does. */
export function refusalOf(review: Review, act: ReviewAct): string | undefined {
  if (act.act === 'commented') return undefined;
  const isOpen = review.state === 'open';
  if (act.act === 'reopened') return isOpen ? 'it is open already' : undefined;
  return isOpen ? undefined : 'it is not open any more; reopen it first';
}
