import { describe, expect, it } from 'vitest';
import { exampleMessage, exampleMessages } from '../../../test/example-messages.ts';
import { letterOf } from '../../message/letter.ts';
import type { Message } from '../../message/message.ts';
import { mailHtml, mailText } from './mail-texts.ts';

const STOP = 'https://redline.example/unsubscribe/token';
const letter = (message: Message) => letterOf(message, 'https://redline.example');
const text = (message: Message) => mailText(letter(message), STOP);
const markup = (message: Message) => mailHtml(letter(message), STOP);

describe('a mail', () => {
  it('shows in plain text what went and what came, without colour', () => {
    expect(text(exampleMessage('alert'))).toMatch(/Redline: \[-Case-by-case -\]\[\+Presumption of denial \+\]/);
  });

  it('shows it in HTML with marks of its own beside the colour', () => {
    const shown = markup(exampleMessage('alert'));
    expect(shown).toMatch(/<del [^>]*>\[-Case-by-case -\]<\/del>/);
    expect(shown).toMatch(/<ins [^>]*>\[\+Presumption of denial \+\]<\/ins>/);
  });

  it.each(exampleMessages('外国ユーザーリスト').map((message) => [message.content.kind, message] as const))(
    'of a %s says in both parts where to read on and how to stop it',
    (_, message) => {
      const { link } = letter(message);
      for (const part of [text(message), markup(message)]) {
        expect(part).toContain(link.url);
        expect(part).toContain(STOP);
        expect(part).toContain('外国ユーザーリスト');
      }
    },
  );

  it('tells a correction as what we said and what it is', () => {
    const told = text(exampleMessage('correction', '2026-12-01'));
    expect(told).toContain('Effective from\n  We said: 2026-12-01\n  It is: 2026-12-01');
  });

  it('shows the markup of a publisher as text', () => {
    for (const message of exampleMessages('<script>alert("x")</script> & \'more\'')) {
      expect(markup(message)).not.toContain('<script');
      expect(markup(message)).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
    }
  });

  it('has a subject of one line, however the publisher broke it', () => {
    for (const message of exampleMessages('Acme\r\nBcc: victim@example.com\u2028x')) {
      expect(letter(message).subject).not.toMatch(/[\r\n\u2028]/);
      expect([...letter(message).subject].length).toBeLessThanOrEqual(180);
    }
  });
});
