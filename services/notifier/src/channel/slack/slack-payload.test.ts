import { describe, expect, it } from 'vitest';
import { exampleMessage, exampleMessages } from '../../../test/example-messages.ts';
import { letterOf } from '../../message/letter.ts';
import type { Message } from '../../message/message.ts';
import { slackPayload } from './slack-payload.ts';

interface Block {
  readonly type: string;
  readonly text?: { readonly type: string; readonly text: string };
  readonly elements?: readonly { readonly text: unknown; readonly url?: string }[];
}

function payloadOf(message: Message): { readonly text: string; readonly blocks: readonly Block[] } {
  return JSON.parse(JSON.stringify(slackPayload(letterOf(message, 'https://redline.example'))));
}

const textsOf = (message: Message) => payloadOf(message).blocks.map(({ text }) => text?.text ?? '');

describe('a message for Slack', () => {
  it('is a header, what changed with its redline, a button and the disclaimer', () => {
    const { text, blocks } = payloadOf(exampleMessage('alert'));
    expect(text).toMatch(/^\[critical\] /);
    expect(blocks.map(({ type }) => type)).toEqual(['header', 'section', 'section', 'actions', 'context']);
    expect(blocks[2]?.text).toMatchObject({ type: 'mrkdwn' });
    expect(blocks[2]?.text?.text).toContain('• Impact: critical, 100 of 100');
    expect(blocks[2]?.text?.text).toMatch(/\[-.+-\].*\[\+.+\+\]/s);
    expect(blocks[2]?.text?.text).toContain('<https://redline.example/changes/c1|Read more>');
    expect(blocks[3]?.elements?.[0]?.url).toBe('https://redline.example/changes/c1');
  });

  it.each(exampleMessages('規制'.repeat(3_000), 100).map((message) => [message.content.kind, message] as const))(
    'stays within the limits of Block Kit for a %s that is far too long',
    (_, message) => {
      const { text, blocks } = payloadOf(message);
      expect(blocks.length).toBeLessThanOrEqual(50);
      expect(text.length).toBeLessThanOrEqual(3_000);
      for (const block of blocks) {
        expect(block.text?.text.length ?? 1).toBeGreaterThan(0);
        expect(block.text?.text.length ?? 0).toBeLessThanOrEqual(block.type === 'header' ? 150 : 3_000);
      }
    },
  );

  it('lets no publisher call a whole channel or write a link', () => {
    const hostile = 'A & B <!channel> <https://evil.example|official>';
    for (const message of exampleMessages(hostile)) {
      const told = textsOf(message).filter((_, at) => at > 0);
      expect(told.join('\n')).not.toContain('<!channel>');
      expect(told.join('\n')).not.toContain('<https://evil.example');
      expect(payloadOf(message).text).not.toContain('<!');
    }
    expect(textsOf(exampleMessage('alert', hostile)).join('\n')).toContain('A &amp; B &lt;!channel&gt;');
  });

  it('is never cut inside an escape', () => {
    for (const kind of ['alert', 'correction', 'notice'] as const) {
      const whole = textsOf(exampleMessage(kind, '&<>'.repeat(2_000)))
        .slice(1)
        .join('\n');
      expect(whole.replaceAll(/&(amp|lt|gt);/g, '')).not.toContain('&');
    }
  });
});
