import type { Citation, DigestCard } from '#digest';
import { bandBadge, directionBadge } from '../view/change-badges.ts';
import { isWebLink } from '../view/change-links.ts';
import { html, type Markup, nothing, words } from '../view/markup.ts';
import { deadlineWords } from './digest-threads.ts';
import { markedParts } from './redline-table.ts';

/** What calls for a decision: the sentence, whom it touches and why, by when, the words, where to look. */
export function digestCards(cards: readonly DigestCard[]): Markup {
  return html`${cards.map(card)}`;
}

function card(one: DigestCard): Markup {
  return html`<article class="notice bad">
<h3>${bandBadge(one.band, one.score)} <a href="/changes/${encodeURIComponent(one.changeId)}">${words(one.sentence)}</a></h3>
<p>${directionBadge(one.change.direction)} ${one.labels.map((label) => html`<span class="caution">${label}</span> `)}</p>
<p><strong>To decide:</strong> ${one.decision}</p>
${one.deadlines.length === 0 ? nothing : html`<ul>${one.deadlines.map((deadline) => html`<li>${deadlineWords(deadline)}</li>`)}</ul>`}
${one.redline ? html`<p class="card-redline" lang="${one.redline.lang}">${markedParts(one.redline.parts)}</p>` : nothing}
<details><summary>Why ${one.score}</summary><ul>${one.reasons.map((reason) => html`<li>${reason.factor} ${reason.value}: ${reason.because}</li>`)}</ul></details>
${citations(one.citations)}
</article>`;
}

export function citations(list: readonly Citation[]): Markup {
  if (list.length === 0) return nothing;
  return html`<p class="small quiet">${list.map((one) => html`${citation(one)} `)}</p>`;
}

/** Official page first; the address the bytes came from only where there is none. */
function citation({ text, url, officialUrl }: Citation): Markup {
  const link = [officialUrl, url].find((candidate) => candidate !== undefined && isWebLink(candidate));
  return link ? html`<a href="${link}" rel="noreferrer">${words(text)}</a>` : words(text);
}
