import { type RedlinePart, redlineText } from '#digest';
import type { Letter, LetterSection } from '../../message/letter.ts';

/** A letter as plain text: the redline is in `[-gone-]` and `[+come+]`, so that it survives without colour. */
export function mailText(letter: Letter, unsubscribeUrl: string): string {
  const body = letter.plainText ?? [letter.lead, ...letter.sections.map(sectionText)].join('\n\n');
  return `${body.trimEnd()}\n\n${letter.link.label}: ${letter.link.url}\n\n-- \n${letter.footer}\nTo stop these messages: ${unsubscribeUrl}\n`;
}

function sectionText({ headline, url, facts, redline }: LetterSection): string {
  return [
    `* ${headline}`,
    ...facts.map(({ label, value }) => `  ${label}: ${value}`),
    ...(redline === undefined ? [] : [`  Redline: ${redlineText(redline)}`]),
    ...(url === undefined ? [] : [`  ${url}`]),
  ].join('\n');
}

/** The same as HTML, without images, scripts or styles from elsewhere. Marks of the redline stay, colour is added. */
export function mailHtml(letter: Letter, unsubscribeUrl: string): string {
  const { subject, lead, sections, link, footer, plainText } = letter;
  const whole =
    plainText === undefined ? '' : `<pre style="white-space:pre-wrap;font-size:13px">${escaped(plainText)}</pre>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="font-family:sans-serif;line-height:1.5;max-width:44em"><p>${escaped(lead)}</p>
${sections.map(sectionHtml).join('\n')}${whole}
<p><a href="${escaped(link.url)}">${escaped(link.label)}</a></p>
<hr><p style="font-size:12px">${escaped(footer)} <a href="${escaped(unsubscribeUrl)}">Stop these messages</a></p></body></html>`;
}

function sectionHtml({ headline, url, facts, redline }: LetterSection): string {
  const title = url === undefined ? escaped(headline) : `<a href="${escaped(url)}">${escaped(headline)}</a>`;
  const rows = facts.map(({ label, value }) => `<li><b>${escaped(label)}:</b> ${escaped(value)}</li>`);
  return `<h3>${title}</h3><ul>${rows.join('')}</ul>${redline === undefined ? '' : `<p>${redline.map(partHtml).join('')}</p>`}`;
}

const STYLE: Readonly<Record<RedlinePart['kind'], readonly [tag: string, style: string]>> = {
  same: ['span', ''],
  elided: ['span', 'color:#666'],
  deleted: ['del', 'color:#a40000'],
  inserted: ['ins', 'color:#005a1e'],
  moved_from: ['del', 'color:#555'],
  moved_to: ['ins', 'color:#555'],
};

function partHtml(part: RedlinePart): string {
  const [tag, style] = STYLE[part.kind];
  const text = part.kind === 'same' ? part.text : redlineText([part]);
  return `<${tag}${style === '' ? '' : ` style="${style}"`}>${escaped(text)}</${tag}>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
