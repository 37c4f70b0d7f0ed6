import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSmtpMailer, type Mailer } from './smtp-mailer.ts';

let server: SMTPServer;
let mailer: Mailer;
let received: string[];
let refusal: number | undefined;

beforeEach(async () => {
  received = [];
  refusal = undefined;
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, callback) =>
      refusal === undefined ? callback() : callback(Object.assign(new Error('refused'), { responseCode: refusal })),
    onData: (stream, _session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push(Buffer.concat(chunks).toString('utf8'));
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  mailer = createSmtpMailer({ url: `smtp://127.0.0.1:${port}`, from: 'Redline <r@example.org>', timeoutMs: 5_000 });
});

afterEach(async () => {
  mailer.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

const mail = (subject = 'Hello') => ({
  to: 'reader@example.com',
  subject,
  text: 'limit [-25-] [+10+]',
  html: '<p>limit</p>',
  messageId: '<d1@redline.example>',
  headers: { 'List-Unsubscribe': '<https://redline.example/unsubscribe/x>' },
});

describe('the mailer', () => {
  it('hands over both parts with the headers of the delivery', async () => {
    expect(await mailer.send(mail())).toMatchObject({ kind: 'accepted', status: 250 });
    for (const part of ['text/plain', 'text/html', 'Message-ID: <d1@redline.example>', '[-25-] [+10+]']) {
      expect(received[0]).toContain(part);
    }
    expect(received[0]).toContain('List-Unsubscribe: <https://redline.example/unsubscribe/x>');
  });

  it('carries Japanese in the subject and both parts, folded so that every line fits', async () => {
    const subject = `[critical] ${'外国ユーザーリストに追加された。'.repeat(10)}`;
    const text = `${'輸出貿易管理令別表第一の七の項 [-前-] [+後+] '.repeat(20)}\n`;
    await mailer.send({ ...mail(subject), text, html: `<p>${text}</p>` });
    const [head = '', body = ''] = (received[0] ?? '').split(/\r\n\r\n(.*)/s);
    // Source: RFC 5322 section 2.1.1, RFC 2047 section 2.
    for (const line of (received[0] ?? '').split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(78);
    expect(Buffer.byteLength(received[0] ?? '')).toBe(received[0]?.length);
    expect(decodedWords(/^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(head)?.[1] ?? '')).toBe(subject);
    expect(decodedParts(body)).toContain(text.trim());
  });

  it('lets no subject begin a header of its own', async () => {
    await mailer.send(mail('Acme\r\nBcc: victim@example.com\r\n\r\nbody'));
    expect(received[0]).not.toMatch(/^Bcc:/im);
  });

  it.each([
    [451, 'deferred'],
    [550, 'bounced'],
  ])('tells a %i as %s', async (code, kind) => {
    refusal = code;
    expect(await mailer.send(mail())).toMatchObject({ kind, status: code });
  });

  it('tells a server that is not there as unreachable', async () => {
    const nowhere = createSmtpMailer({ url: 'smtp://127.0.0.1:1', from: 'r@example.org', timeoutMs: 1_000 });
    expect(await nowhere.send(mail())).toMatchObject({ kind: 'unreachable' });
    nowhere.close();
  });
});

/** Encoded words of a header, UTF-8 alone. Source: RFC 2047 section 4. */
function decodedWords(header: string): string {
  const unfolded = header.replace(/\?=\s+=\?/g, '?==?');
  return unfolded.replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, word: string) =>
    how.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString('utf8') : quoted(word.replaceAll('_', ' ')),
  );
}

/** Bodies of all parts, decoded. Source: RFC 2045 section 6. */
function decodedParts(body: string): string {
  return body
    .split(/^--.*$/m)
    .map((part) => {
      const [head = '', content = ''] = part.split(/\r\n\r\n(.*)/s);
      if (/base64/i.test(head)) return Buffer.from(content, 'base64').toString('utf8');
      return quoted(content.replace(/=\r\n/g, ''));
    })
    .join('\n');
}

function quoted(text: string): string {
  return Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
}
