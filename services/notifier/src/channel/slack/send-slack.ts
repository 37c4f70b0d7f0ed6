import { letterOf } from '../../message/letter.ts';
import type { ChannelSender } from '../channel-sender.ts';
import { slackPayload } from './slack-payload.ts';

/** Posts one message to an incoming webhook of Slack. Its address is the secret: nothing is signed. */
export const sendSlack: ChannelSender<'slack'> = async (ports, { message, channel }) =>
  ports.postWebhook({
    url: channel.url,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: Buffer.from(JSON.stringify(slackPayload(letterOf(message, ports.publicUrl)))),
    timeoutMs: ports.limits.timeoutMs,
  });
