import { unsubscribeToken } from '#store';
import { letterOf } from '../../message/letter.ts';
import type { ChannelSender } from '../channel-sender.ts';
import { mailHtml, mailText } from './mail-texts.ts';

/**
 * Sends one message as a mail with a plain and an HTML part. The reader can stop them with one click and without signing
 * in: the address holds a token that only this Redline can make, and only a POST unsubscribes. Source: RFC 8058.
 */
export const sendEmail: ChannelSender<'email'> = async (ports, { message, channel, subscription }) => {
  if (ports.sendMail === undefined) return { kind: 'unsent', because: 'no mail server is set (REDLINE_SMTP_URL)' };
  const letter = letterOf(message, ports.publicUrl);
  const unsubscribeUrl = `${ports.publicUrl}/unsubscribe/${unsubscribeToken(ports.sealer, subscription)}`;
  return ports.sendMail({
    to: channel.address,
    subject: letter.subject,
    text: mailText(letter, unsubscribeUrl),
    html: mailHtml(letter, unsubscribeUrl),
    messageId: `<${message.deliveryId}@${new URL(ports.publicUrl).hostname}>`,
    headers: {
      'List-Unsubscribe': `<${unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
  });
};
