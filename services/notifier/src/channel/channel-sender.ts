import type { Channel, Subscription } from '#store';
import type { Message } from '../message/message.ts';
import type { NotifierPorts, WebhookAnswer } from '../notifier-ports.ts';

/** One attempt at reaching a subscriber. */
export interface Outgoing<Kind extends Channel['kind']> {
  readonly message: Message;
  readonly channel: Extract<Channel, { readonly kind: Kind }>;
  readonly subscription: Subscription;
  readonly sentAt: Date;
  /** W3C Trace Context of the attempt, where it is traced. */
  readonly traceparent?: string | undefined;
}

export type SendPorts = Pick<NotifierPorts, 'postWebhook' | 'publicUrl' | 'limits' | 'sealer'>;

/** What came of an attempt, or why none was made. */
export type SendAnswer = WebhookAnswer | { readonly kind: 'pointless'; readonly because: string };

/** A way of reaching subscribers; its folder is all that knows the format. Resolves for whatever the other side does. */
export type ChannelSender<Kind extends Channel['kind']> = (
  ports: SendPorts,
  outgoing: Outgoing<Kind>,
) => Promise<SendAnswer>;
