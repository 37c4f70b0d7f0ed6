import { checkedInTime, digestText, type RedlinePart, sentenceOf } from '#digest';
import { assertNever, SHORT_DISCLAIMER } from '#domain';
import { alertSection, burstSection, digestSection } from './letter-sections.ts';
import type { Message, MessageContent } from './message.ts';
import { oneLine } from './one-line.ts';

/** One thing a letter tells. All texts are plain: each channel escapes them in its own way. */
export interface LetterSection {
  readonly headline: string;
  readonly url?: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly redline?: readonly RedlinePart[];
}

/** A message for a person, in no format yet: what mail, Slack and Teams have in common. */
export interface Letter {
  /** One line, at most {@link MOST_SUBJECT_CHARS} characters. */
  readonly subject: string;
  readonly lead: string;
  readonly sections: readonly LetterSection[];
  /** Where to read on. */
  readonly link: { readonly label: string; readonly url: string };
  readonly footer: string;
  /** The whole in plain text, where it is more than the parts above. */
  readonly plainText?: string;
}

const MOST_SUBJECT_CHARS = 180;
const MOST_SECTIONS = 30;

/** The letter that tells a message. Pure; publisher text is kept as printed, on one line. */
export function letterOf({ content, recipient }: Message, publicUrl: string): Letter {
  const letter = partsOf(content, publicUrl);
  return {
    footer: `${SHORT_DISCLAIMER} You get this because of the subscription “${oneLine(recipient.name)}”.`,
    ...letter,
    subject: clipped(oneLine(letter.subject), MOST_SUBJECT_CHARS),
  };
}

function partsOf(content: MessageContent, publicUrl: string): Omit<Letter, 'footer'> {
  const subscriptions = { label: 'Subscriptions', url: `${publicUrl}/subscriptions` };
  switch (content.kind) {
    case 'alert': {
      const section = alertSection(content, publicUrl);
      const subject = `[${content.impact.band}] ${sentenceOf(content.change)}`;
      const link = { label: 'The change with its evidence', url: section.url ?? publicUrl };
      return { subject, lead: 'A change that matters to you.', sections: [section], link };
    }
    case 'burst': {
      const shown = content.alerts.slice(0, MOST_SECTIONS);
      return {
        subject: `${content.count} changes that matter to you`,
        lead: `${content.count} changes were found close together; the ${shown.length} with the highest score follow.`,
        sections: shown.map((alert) => burstSection(alert, publicUrl)),
        link: { label: 'All of them', url: publicUrl + content.path },
      };
    }
    case 'digest': {
      const { header, actNow } = content.digest;
      const found = header.isEmpty ? 'no relevant change' : `${actNow.length} to act on`;
      return {
        subject: `Redline ${content.cadence} digest: ${found}`,
        lead: `${found}; ${checkedInTime(header)}.`,
        sections: actNow.slice(0, MOST_SECTIONS).map((card) => digestSection(card, publicUrl)),
        link: { label: 'The whole digest', url: publicUrl + content.path },
        plainText: digestText(content.digest),
      };
    }
    case 'correction':
      return {
        subject: `[correction] ${sentenceOf(content.change)}`,
        lead: 'Something we told you no longer holds.',
        sections: content.corrections.map(({ fact, said, is }) => ({
          headline: fact,
          url: `${publicUrl}/changes/${encodeURIComponent(content.change.changeId)}`,
          facts: [
            { label: 'We said', value: said },
            { label: 'It is', value: is },
          ],
        })),
        link: {
          label: 'The change that corrects it',
          url: `${publicUrl}/changes/${encodeURIComponent(content.change.changeId)}`,
        },
      };
    case 'test':
      return {
        subject: 'Redline: this channel works',
        lead: 'This is a test that somebody asked for. Nothing changed.',
        sections: [],
        link: subscriptions,
      };
    case 'notice':
      return {
        subject: `Redline: “${content.about.name}” was disabled`,
        lead: `Nothing more is sent to the ${content.about.channelKind} channel of “${oneLine(content.about.name)}”.`,
        sections: [{ headline: 'Why', facts: [{ label: 'Reason', value: content.because }] }],
        link: subscriptions,
      };
    default:
      return assertNever(content);
  }
}

/** Never splits a character. */
function clipped(text: string, mostChars: number): string {
  const chars = [...text];
  return chars.length <= mostChars ? text : `${chars.slice(0, mostChars - 1).join('')}…`;
}
