import type { Development, ReviewItem } from '#store';
import { placeName } from '../api/developments-api.ts';
import { ageInDays } from '../development/load-development.ts';
import { instantOf } from '../view/instants.ts';
import { html, type Markup, nothing, words } from '../view/markup.ts';
import { STAGES } from '../view/vocabulary.ts';

/** What one page of the list shows. */
export interface DevelopmentsShown {
  readonly developments: readonly Development[];
  /** True: only those of which something is owed. */
  readonly open: boolean;
  /** Where the next page begins. */
  readonly next: Development | undefined;
  readonly reviewItems: readonly ReviewItem[];
}

/** Legal acts over all sources, and above them what does not agree. */
export function developmentsPage(shown: DevelopmentsShown, now: Date): Markup {
  const { developments, open, next } = shown;
  return html`<h1>Developments</h1>
<p class="lead">One legal act as its sources show it one after the other: announced, printed, on the list, in the codified text.
${open ? html`<a href="/developments">Show all</a>` : html`<a href="/developments?open=1">Show those of which something announced is not shown yet</a>`}</p>
${reviewTable(shown.reviewItems, now)}
${developments.length === 0 ? html`<div class="notice"><p>${open ? 'Everything announced is shown.' : 'Nothing found yet.'}</p></div>` : developmentTable(developments)}
${next ? html`<p class="pager"><span></span><span><a href="/developments?${open ? 'open=1&amp;' : ''}before=${placeName(next)}">Older developments →</a></span></p>` : nothing}`;
}

function developmentTable(developments: readonly Development[]): Markup {
  return html`<table class="fold"><thead><tr><th scope="col">Act</th><th scope="col">How far</th><th scope="col">Changes</th><th scope="col">Sources</th><th scope="col">Newest change</th></tr></thead><tbody>
${developments.map(
  (
    one,
  ) => html`<tr><th scope="row">${developmentLink(one.developmentId, one.title)}<span class="meta">${one.instruments.join(', ')}</span></th>
<td data-label="How far">${STAGES[one.stage]}</td><td data-label="Changes">${one.changeCount}</td><td data-label="Sources">${one.sourceCount}</td>
<td data-label="Newest change">${instantOf(one.lastChangeAt)}</td></tr>`,
)}</tbody></table>`;
}

/** A link to a development by its title. */
export function developmentLink(developmentId: string, title: string): Markup {
  return html`<a href="/developments/${encodeURIComponent(developmentId)}">${words(title)}</a>`;
}

const REVIEW_KINDS: Readonly<Record<ReviewItem['kind'], string>> = {
  counts_differ: 'Another number than announced',
  terms_differ: 'Two sources state it differently',
  not_shown: 'Announced and not shown',
  not_announced: 'On the list, and no document found',
};

/** What a person must look at. */
export function reviewTable(items: readonly ReviewItem[], now: Date, withLink = true): Markup {
  if (items.length === 0) return nothing;
  return html`<h2>To review</h2>
<table class="fold"><thead><tr><th scope="col">What</th><th scope="col">Why</th><th scope="col">Source</th><th scope="col">Days</th><th scope="col">State</th></tr></thead><tbody>
${items.map(
  (
    item,
  ) => html`<tr><th scope="row">${withLink ? developmentLink(item.developmentId, REVIEW_KINDS[item.kind]) : REVIEW_KINDS[item.kind]}</th>
<td data-label="Why">${words(item.because)}</td><td data-label="Source">${item.sourceId}</td><td data-label="Days">${ageInDays(item, now)}</td>
<td data-label="State">${item.state}${item.resolution ? html`<span class="meta">${words(item.resolution)}</span>` : nothing}</td></tr>`,
)}</tbody></table>`;
}
