import { redlineText } from '#digest';
import type { JsonObject } from '#domain';
import type { Letter, LetterSection } from '../../message/letter.ts';

/** Largest message Teams takes is 28 KB; the rest is for what the way adds. Source: Microsoft Learn, "Incoming webhooks". */
const MOST_BYTES = 24_000;
/** From roomy to tight: characters a text, sections. */
const ALLOWANCES: readonly (readonly [chars: number, sections: number])[] = [
  [2_000, 30],
  [800, 20],
  [300, 15],
  [120, 8],
];

/** A letter as a message with one Adaptive Card 1.4, small enough for Teams: sections that do not fit are behind the link. */
export function teamsPayload(letter: Letter): JsonObject {
  for (const [chars, sections] of ALLOWANCES) {
    const payload = payloadWith(letter, chars, sections);
    if (Buffer.byteLength(JSON.stringify(payload)) <= MOST_BYTES) return payload;
  }
  return payloadWith(letter, 120, 1);
}

function payloadWith(letter: Letter, chars: number, most: number): JsonObject {
  const { subject, lead, sections, link, footer } = letter;
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          msteams: { width: 'Full' },
          body: [
            block(clipped(subject, chars), { size: 'Medium', weight: 'Bolder' }),
            block(clipped(lead, chars)),
            ...sections.slice(0, most).flatMap((section) => sectionBlocks(section, chars)),
            block(clipped(footer, chars), { size: 'Small', isSubtle: true }),
          ],
          actions: [{ type: 'Action.OpenUrl', title: link.label, url: link.url }],
        },
      },
    ],
  };
}

function sectionBlocks({ headline, facts, redline }: LetterSection, chars: number): JsonObject[] {
  return [
    block(clipped(headline, chars), { weight: 'Bolder', separator: true }),
    {
      type: 'FactSet',
      facts: facts.map(({ label, value }) => ({ title: escaped(label), value: escaped(clipped(value, chars)) })),
    },
    ...(redline === undefined ? [] : [block(clipped(redlineText(redline), chars))]),
  ];
}

function block(text: string, style: JsonObject = {}): JsonObject {
  return { type: 'TextBlock', text: escaped(text), wrap: true, ...style };
}

/** Cards read a part of Markdown: a publisher's brackets must not become a link. Source: adaptivecards.io, "Text features". */
function escaped(text: string): string {
  return text.replace(/[\\*_[\]()`#~]/g, (sign) => `\\${sign}`);
}

/** Never splits a character. */
function clipped(text: string, mostChars: number): string {
  const chars = [...text];
  return chars.length <= mostChars ? text : `${chars.slice(0, mostChars - 1).join('')}…`;
}
