import { sentenceOf } from '#digest';
import type { Preview } from '../subscription/preview-profile.ts';
import { bandBadge } from '../view/change-badges.ts';
import { dateOf } from '../view/instants.ts';
import { html, type Markup, nothing, words } from '../view/markup.ts';
import { BANDS_URGENT_FIRST } from '../view/vocabulary.ts';

const MOST_MATCHES = 20;

/** What a profile would have been told, before it is saved: too much, too little, or right. @param submit what the button says that saves it */
export function previewSection({ windows, matches, truncated }: Preview, submit: string): Markup {
  return html`<section id="preview" class="notice good"><h2>Preview: not saved yet</h2>
<table class="fold"><caption>What this profile would have been told, had it been subscribed</caption><thead><tr><th scope="col">In the last</th><th scope="col">Alerts</th><th scope="col">Of changes</th><th scope="col">Told a week</th><th scope="col">A week with the digest</th>${BANDS_URGENT_FIRST.map((band) => html`<th scope="col">${band}</th>`)}</tr></thead><tbody>
${windows.map(
  ({ days, matched, detected, toldPerWeek, matchedPerWeek, byBand }) =>
    html`<tr><th scope="row">${days} days</th><td data-label="Alerts">${matched}</td><td data-label="Of changes">${detected}</td><td data-label="Told a week">${toldPerWeek}</td><td data-label="A week with the digest">${matchedPerWeek}</td>${BANDS_URGENT_FIRST.map((band) => html`<td data-label="${band}">${byBand[band]}</td>`)}</tr>`,
)}</tbody></table>
${
  matches.length === 0
    ? html`<p>It would have been told nothing. Widen it, or save it and wait.</p>`
    : html`<h3>The newest of them</h3><ul>${matches
        .slice(0, MOST_MATCHES)
        .map(
          ({ change, impact }) =>
            html`<li>${bandBadge(impact.band, impact.score)} <a href="/changes/${encodeURIComponent(change.changeId)}">${words(sentenceOf(change))}</a> <span class="quiet">${dateOf(change.detectedAt.slice(0, 10))}</span></li>`,
        )}</ul>`
}
${truncated ? html`<p class="small quiet">There is more history than one preview looks at; the counts are of its newest part.</p>` : nothing}
<p class="small quiet">Change the form below and preview again, or save it with “${submit}”.</p></section>`;
}
