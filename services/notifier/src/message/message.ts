import type { Citation, Digest } from '#digest';
import type { Band, Change, Impact } from '#domain';

/** A change that matters to the recipient, and why. */
export interface AlertContent {
  readonly kind: 'alert';
  readonly change: Change;
  /** Place in the order of detection: messages may overtake one another, and a receiver that cares sorts by this. */
  readonly sequence: number;
  readonly impact: Impact;
}

/** The report of one period. */
export interface DigestContent {
  readonly kind: 'digest';
  readonly cadence: 'daily' | 'weekly';
  readonly digest: Digest;
  /** Where it is read on the desk, from the root: `/digest?…`. */
  readonly path: string;
  /** Instant, UTC, at which it was assembled. */
  readonly assembledAt: string;
}

/** Many alerts in one message: what would have been a flood. */
export interface BurstContent {
  readonly kind: 'burst';
  /** How many alerts this one message stands for; {@link alerts} may show fewer. */
  readonly count: number;
  /** Highest score first. */
  readonly alerts: readonly AlertContent[];
  /** Where all of them are read on the desk, from the root. */
  readonly path: string;
  /** Instant, UTC, at which the burst was closed. */
  readonly closedAt: string;
}

/** A date or fact that was alerted and no longer holds. */
export interface CorrectionContent {
  readonly kind: 'correction';
  /** The change that corrects. */
  readonly change: Change;
  readonly sequence: number;
  /** The change that had told what no longer holds. */
  readonly correctsChangeId: string;
  readonly band: Band;
  /** What differs, each as a sentence that stands alone. */
  readonly corrections: readonly { readonly fact: string; readonly said: string; readonly is: string }[];
  /** Where both can be looked up. */
  readonly proofs: { readonly said: readonly Citation[]; readonly is: readonly Citation[] };
}

/** A person pressed the button that tests a channel. */
export interface TestContent {
  readonly kind: 'test';
  readonly askedAt: string;
}

/** Word to the owner that another of their endpoints was disabled. */
export interface NoticeContent {
  readonly kind: 'notice';
  readonly about: { readonly subscriptionId: string; readonly name: string; readonly channelKind: string };
  readonly because: string;
  readonly raisedAt: string;
}

/** What one message tells, as plain values: everything that a channel may show is here. */
export type MessageContent =
  | AlertContent
  | DigestContent
  | BurstContent
  | CorrectionContent
  | TestContent
  | NoticeContent;

/** What one message tells, and whom. */
export interface Message {
  /** One sending of the message; a replay is another. */
  readonly deliveryId: string;
  /** Stable over all attempts and replays: the `webhook-id`. */
  readonly messageId: string;
  readonly recipient: { readonly subscriptionId: string; readonly name: string };
  readonly content: MessageContent;
}
