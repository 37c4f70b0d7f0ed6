import { describe, expect, it } from 'vitest';
import { exampleMessage, exampleMessages } from '../../../test/example-messages.ts';
import { letterOf } from '../../message/letter.ts';
import type { Message } from '../../message/message.ts';
import { teamsPayload } from './teams-payload.ts';

interface Element {
  readonly type: string;
  readonly text?: string;
  readonly facts?: readonly { readonly title: string; readonly value: string }[];
}

/** Largest message that Teams takes. Source: Microsoft Learn, "Create incoming webhooks". */
const TEAMS_BYTES = 28_000;

const bodyOf = (message: Message) => JSON.stringify(teamsPayload(letterOf(message, 'https://redline.example')));
const elementsOf = (message: Message): readonly Element[] => JSON.parse(bodyOf(message)).attachments[0].content.body;
const textsOf = (message: Message) =>
  elementsOf(message).flatMap(({ text, facts = [] }) => [text ?? '', ...facts.map(({ value }) => value)]);

describe('a message for Teams', () => {
  it('is one Adaptive Card with facts, a redline and a button', () => {
    const { type, attachments } = JSON.parse(bodyOf(exampleMessage('alert')));
    expect(type).toBe('message');
    expect(attachments).toHaveLength(1);
    expect(attachments[0].contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(attachments[0].content).toMatchObject({ type: 'AdaptiveCard', version: '1.4' });
    expect(attachments[0].content.actions).toEqual([
      { type: 'Action.OpenUrl', title: 'The change with its evidence', url: 'https://redline.example/changes/c1' },
    ]);
    const facts = elementsOf(exampleMessage('alert')).find(({ type }) => type === 'FactSet')?.facts;
    expect(facts).toContainEqual({ title: 'Impact', value: 'critical, 100 of 100' });
  });

  it('never has an empty set of facts', () => {
    for (const message of exampleMessages())
      for (const { facts } of elementsOf(message)) expect(facts?.length ?? 1).toBeGreaterThan(0);
  });

  it.each(
    ['規制'.repeat(3_000), '\\*_[]()'.repeat(1_000), '🚀'.repeat(2_000), '"'.repeat(5_000)].flatMap((words) =>
      exampleMessages(words, 100).map((message) => [message.content.kind, words.slice(0, 4), message] as const),
    ),
  )('stays below 28 KB for a %s full of %s', (_kind, _words, message) => {
    expect(Buffer.byteLength(bodyOf(message))).toBeLessThan(TEAMS_BYTES);
    expect(textsOf(message).every((text) => text.isWellFormed())).toBe(true);
  });

  it('lets no publisher write a link or emphasis', () => {
    const hostile = '[official](https://evil.example) **now** `x`';
    for (const kind of ['alert', 'burst', 'correction', 'notice'] as const) {
      const told = textsOf(exampleMessage(kind, hostile)).join('\n');
      expect(told).not.toMatch(/(?<!\\)\[official/);
      expect(told).not.toMatch(/(?<!\\)\*/);
      expect(told).toContain('\\[official\\]\\(https://evil.example\\)');
    }
  });
});
