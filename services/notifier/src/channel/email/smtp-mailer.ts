import { createTransport } from 'nodemailer';
import type { Mail, MailAnswer, SendMail } from './mail.ts';

export interface SmtpSettings {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  readonly url: string;
  /** Sender, `Redline <redline@example.org>`. */
  readonly from: string;
  readonly timeoutMs: number;
}

export interface Mailer {
  readonly send: SendMail;
  close(): void;
}

/** Commands whose refusal is about the recipient or the mail, not about us. */
const ABOUT_THE_MAIL = new Set(['RCPT TO', 'DATA']);
const LONGEST_ANSWER = 2_000;

/** A mailer over one SMTP server, with connections that are kept and used again. */
export function createSmtpMailer({ url, from, timeoutMs }: SmtpSettings): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 4,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // A mail is made of our own strings only: nothing in it may name a file or an address to be read.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail) => {
      try {
        const { response } = await transport.sendMail(envelopeOf(mail, from));
        return { kind: 'accepted', status: 250, bodyText: response.slice(0, LONGEST_ANSWER) };
      } catch (error) {
        return answerOf(error);
      }
    },
    close: () => transport.close(),
  };
}

function envelopeOf(mail: Mail, from: string) {
  return {
    from,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    headers: { ...mail.headers },
  };
}

function answerOf(error: unknown): MailAnswer {
  const { responseCode, response, command, code } = partsOfError(error);
  if (responseCode === undefined) return { kind: 'unreachable', because: code };
  const kind = responseCode >= 500 && ABOUT_THE_MAIL.has(command) ? 'bounced' : 'deferred';
  return { kind, status: responseCode, bodyText: response.slice(0, LONGEST_ANSWER) };
}

function partsOfError(error: unknown) {
  const at = (key: string): unknown => (error instanceof Error ? Reflect.get(error, key) : undefined);
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const responseCode = at('responseCode');
  return {
    responseCode: typeof responseCode === 'number' ? responseCode : undefined,
    response: text(at('response')),
    command: text(at('command')),
    code: text(at('code')) || 'mail_failed',
  };
}
