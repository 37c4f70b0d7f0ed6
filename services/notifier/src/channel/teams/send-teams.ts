import { letterOf } from '../../message/letter.ts';
import type { WebhookAnswer } from '../../notifier-ports.ts';
import type { ChannelSender } from '../channel-sender.ts';
import { teamsPayload } from './teams-payload.ts';

/** Posts one message to an incoming webhook of Teams. Its address is the secret: nothing is signed. */
export const sendTeams: ChannelSender<'teams'> = async (ports, { message, channel }) =>
  withInnerStatus(
    await ports.postWebhook({
      url: channel.url,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: Buffer.from(JSON.stringify(teamsPayload(letterOf(message, ports.publicUrl)))),
      timeoutMs: ports.limits.timeoutMs,
    }),
  );

/** Connectors answer 200 even when Teams refused the card, and name its status in the text. */
function withInnerStatus(answer: WebhookAnswer): WebhookAnswer {
  if (answer.kind !== 'answered' || answer.status !== 200) return answer;
  const [, status] = /\breturned HTTP error ([45]\d\d)\b/i.exec(answer.bodyText) ?? [];
  return status === undefined ? answer : { ...answer, status: Number(status) };
}
