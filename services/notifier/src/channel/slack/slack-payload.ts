import { redlineText } from '#digest';
import type { JsonObject } from '#domain';
import type { Letter, LetterSection } from '../../message/letter.ts';

/** Limits of Slack. Source: docs.slack.dev, "Block Kit: blocks" and "Incoming webhooks". */
const MOST_BLOCKS = 50;
const MOST_HEADER_CHARS = 150;
const MOST_TEXT_CHARS = 3_000;
const MOST_BUTTON_URL_CHARS = 3_000;

/** A letter as a Block Kit message; `text` is what notifications and old clients show. */
export function slackPayload(letter: Letter): JsonObject {
  const { subject, lead, sections, link, footer } = letter;
  const frame = 4;
  const shown = sections.slice(0, MOST_BLOCKS - frame);
  return {
    text: clippedEscaped(subject, MOST_TEXT_CHARS),
    unfurl_links: false,
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: clipped(subject, MOST_HEADER_CHARS), emoji: false } },
      markdown(clippedEscaped(lead, MOST_TEXT_CHARS)),
      ...shown.map((section) => markdown(sectionText(section))),
      button(link),
      { type: 'context', elements: [{ type: 'mrkdwn', text: clippedEscaped(footer, MOST_TEXT_CHARS) }] },
    ],
  };
}

function markdown(text: string): JsonObject {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

/** A button whose address is too long is refused with the whole message: then it is left out. */
function button({ label, url }: Letter['link']): JsonObject {
  if (url.length > MOST_BUTTON_URL_CHARS) return markdown(escaped(label));
  return { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: label }, url }] };
}

function sectionText({ headline, url, facts, redline }: LetterSection): string {
  const lines = [
    headline,
    ...facts.map(({ label, value }) => `• ${label}: ${value}`),
    ...(redline === undefined ? [] : [`Redline: ${redlineText(redline)}`]),
  ];
  const tail = url === undefined ? '' : `\n<${url.replace(/[<>|]/g, encodeURIComponent)}|Read more>`;
  return clippedEscaped(lines.join('\n'), MOST_TEXT_CHARS - tail.length) + tail;
}

/** Cut so that it fits after escaping, never inside an escape. */
function clippedEscaped(text: string, mostChars: number): string {
  const whole = escaped(text);
  if (whole.length <= mostChars) return whole;
  let kept = '';
  for (const char of text) {
    const next = escaped(char);
    if (kept.length + next.length + 1 > mostChars) break;
    kept += next;
  }
  return `${kept}…`;
}

/** What Slack reads as control characters, `<!channel>` among them. Source: docs.slack.dev, "Escaping text". */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function clipped(text: string, mostChars: number): string {
  const chars = [...text];
  return text.length <= mostChars ? text : `${chars.slice(0, Math.floor(mostChars / 2)).join('')}…`;
}
