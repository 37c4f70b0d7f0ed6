import { assertNever } from '#domain';
import type { Subscription } from '#store';
import type { Outgoing, SendAnswer, SendPorts } from './channel-sender.ts';
import { sendEmail } from './email/send-email.ts';
import { sendSlack } from './slack/send-slack.ts';
import { sendTeams } from './teams/send-teams.ts';
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
    case 'email':
      return sendEmail(ports, { ...attempt, subscription, channel });
    case 'slack':
      return sendSlack(ports, { ...attempt, subscription, channel });
    case 'teams':
      return sendTeams(ports, { ...attempt, subscription, channel });
    case 'digest':
      return { kind: 'pointless', because: 'this subscription is read on the digest page: nothing is sent' };
    default:
      return assertNever(channel);
  }
}
