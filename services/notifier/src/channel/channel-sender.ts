import type { Channel, Subscription } from '#store';
import type { Message } from '../message/message.ts';
import type { NotifierPorts, WebhookAnswer } from '../notifier-ports.ts';
import type { MailAnswer } from './email/mail.ts';

/** One attempt at reaching a subscriber. */
export interface Outgoing<Kind extends Channel['kind']> {
  readonly message: Message;
  readonly channel: Extract<Channel, { readonly kind: Kind }>;
  readonly subscription: Subscription;
  readonly sentAt: Date;
  /** W3C Trace Context of the attempt, where it is traced. */
  readonly traceparent?: string | undefined;
}

export type SendPorts = Pick<NotifierPorts, 'postWebhook' | 'sendMail' | 'publicUrl' | 'limits' | 'sealer'>;

/** What came of an attempt, or why none was made. */
export type SendAnswer =
  | WebhookAnswer
  | MailAnswer
  /** It never can be sent. */
  | { readonly kind: 'pointless'; readonly because: string }
  /** Redline lacks something: it may be sent later, and the endpoint has no part in it. */
  | { readonly kind: 'unsent'; readonly because: string };

/** A way of reaching subscribers; its folder is all that knows the format. Resolves for whatever the other side does. */
export type ChannelSender<Kind extends Channel['kind']> = (
  ports: SendPorts,
  outgoing: Outgoing<Kind>,
) => Promise<SendAnswer>;
