import type { Subscription } from '#store';
import type { Outgoing, SendAnswer, SendPorts } from './channel-sender.ts';
import { sendWebhook } from './webhook/send-webhook.ts';

/** Sends one message by the channel of its subscription. A new kind of channel is a folder beside this file and a line in it. */
export async function sendMessage(
  ports: SendPorts,
  subscription: Subscription,
  attempt: Pick<Outgoing<'webhook'>, 'message' | 'sentAt' | 'traceparent'>,
): Promise<SendAnswer> {
  const { channel } = subscription;
  switch (channel.kind) {
    case 'webhook':
      return sendWebhook(ports, { ...attempt, subscription, channel });
    default:
      return { kind: 'pointless', because: `nothing is sent to a channel of kind ${channel.kind}` };
  }
}
