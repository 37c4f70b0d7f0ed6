import type { Evidence } from '#domain';
import { isWebLink } from '../view/change-links.ts';
import { instantOf } from '../view/instants.ts';
import { html, type Markup, nothing } from '../view/markup.ts';

/** The words the publisher printed, the official link first, and what is needed to prove them. */
export function evidenceList(evidence: readonly Evidence[]): Markup {
  return html`${evidence.map(
    (one, index) => html`<figure id="evidence-${index + 1}">
<blockquote lang="${one.lang}" tabindex="0">${one.quote}</blockquote>
<figcaption>
${index + 1}. ${one.side === 'before' ? 'Before' : 'After'}, ${one.locator}${one.citation ? html` · ${one.citation}` : nothing}<br>
${links(one)}<br>
Retrieved ${instantOf(one.retrievedAt)} · ${captureLink(one.sha256)}
</figcaption>
</figure>`,
  )}`;
}

function links({ officialUrl, url }: Evidence): Markup {
  const official =
    officialUrl && isWebLink(officialUrl)
      ? html`<a href="${officialUrl}" rel="noreferrer">Official page</a> · `
      : nothing;
  const served = isWebLink(url)
    ? html`<a href="${url}" rel="noreferrer">Where the bytes were served</a>`
    : html`${url}`;
  return html`${official}${served}`;
}

/** The bytes as they were captured, to download and hash again. */
export function captureLink(sha256: string): Markup {
  return html`<a href="/captures/${sha256}" download>The captured bytes</a> <span class="mono">sha256 ${sha256}</span>`;
}
