import type { SourceFreshness } from '#digest';
import type { Band } from '#domain';
import type { EventLog } from '#log';
import type { Logger, Tracing } from '#process';
import type { Sealer, Store } from '#store';
import type { SendMail } from './channel/email/mail.ts';

export interface WebhookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Exactly what is sent; UTF-8. */
  readonly body: Uint8Array;
  /** Overall deadline, answer included. */
  readonly timeoutMs: number;
}

/** What came of one POST. A redirect is an answer like any other: it is never followed. */
export type WebhookAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly bodyText: string; readonly retryAfterMs?: number }
  | { readonly kind: 'refused_target'; readonly because: string }
  | { readonly kind: 'unreachable'; readonly because: string };

/** Told of what happens, for metrics. Never given ids or text of a subscriber. */
export interface NotifierObserver {
  alertRaised(band: Band): void;
  deliveryAttempted(outcome: 'delivered' | 'retry' | 'gave_up', durationMs: number): void;
}

/** Everything the notifier needs from outside. */
export interface NotifierPorts {
  readonly store: Store;
  readonly log: EventLog;
  readonly sealer: Sealer;
  readonly logger: Logger;
  /** Must refuse private addresses and resolve for whatever the receiver does. */
  readonly postWebhook: (request: WebhookRequest) => Promise<WebhookAnswer>;
  /** Absent where no mail server is set: mail then waits on the schedule and says so. */
  readonly sendMail?: SendMail;
  /** When changes matter: urgency is counted from it. A replay sets it to the instant of the capture. */
  readonly now: () => Date;
  /** When messages are sent: always the machine's, because receivers hold the signature's timestamp against theirs. */
  readonly deliveryNow: () => Date;
  /** Uniform in [0, 1): jitter of retries. */
  readonly random: () => number;
  readonly newId: () => string;
  /** How far each watched source can be relied on, with its checks in a half-open span of instants, UTC. */
  readonly sourceFreshness: (span: {
    readonly from: string;
    readonly to: string;
  }) => Promise<readonly SourceFreshness[]>;
  readonly observer?: NotifierObserver;
  /** Default: what came in is handed on. */
  readonly tracing?: Tracing;
  /** Address of the pages and the API as a subscriber reaches them, without a trailing slash. */
  readonly publicUrl: string;
  readonly limits: DeliveryLimits;
  /** True where no other process sends from this store: claims found at the start are our own, from before a crash. */
  readonly onlySender: boolean;
}

export interface DeliveryLimits {
  /** Attempts under way at once, over all receivers. */
  readonly concurrency: number;
  /** Attempts under way at once to one subscription's receiver. */
  readonly perEndpoint: number;
  /** Longest wait for a receiver; 15 to 30 s is the custom (Standard Webhooks 1.0.0). */
  readonly timeoutMs: number;
}
