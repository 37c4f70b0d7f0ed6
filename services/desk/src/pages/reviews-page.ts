import { REVIEW_STATES } from '#domain';
import { REVIEWED_KINDS, type ReviewedKind } from '#store';
import { type Caller, hasRole } from '../access/caller.ts';
import type { ReviewedItem, ReviewsFound, ReviewsWanted } from '../review/list-reviews.ts';
import { instantOf } from '../view/instants.ts';
import { html, type Markup, nothing, words } from '../view/markup.ts';
import { alertPath } from './alert-path.ts';
import { developmentLink } from './developments-page.ts';
import { formToken } from './layout.ts';
import { REVIEW_STATES_IN_WORDS } from './review-panel.ts';

/** What the page shows. */
export interface ReviewsView {
  readonly wanted: ReviewsWanted;
  readonly found: ReviewsFound;
  /** Developments with several open items, the most first. */
  readonly bulk: readonly { readonly developmentId: string; readonly title: string; readonly items: number }[];
  readonly caller: Caller;
}

/** What waits for a person, how long it has waited, and who has it. */
export function reviewsPage({ wanted, found, bulk, caller }: ReviewsView): Markup {
  const { items, total } = found;
  const { skip = 0 } = wanted;
  return html`<h1>Reviews</h1>
<p class="lead">Changes that alerted your team, and what does not agree between sources, until somebody ends them. Everything done here stands in the <a href="/audit">audit trail</a>.</p>
${filterForm(wanted, found.people)}
${wanted.state === 'open' && hasRole(caller, 'reviewer') ? bulkForms(bulk, caller) : nothing}
<p class="quiet">${total} ${total === 1 ? 'item' : 'items'}, the oldest first${items.length < total ? html`; ${skip + 1} to ${skip + items.length} are shown` : nothing}.
Take them along: <a href="/api/v1/reviews.csv?${queryOf(wanted)}">table (CSV)</a>, <a href="/api/v1/reviews?limit=10000&amp;${queryOf(wanted)}">JSON</a></p>
${items.length === 0 ? html`<div class="notice"><p>Nothing waits here.</p></div>` : itemForm(items, wanted, caller)}
${pager(wanted, found)}`;
}

function pager(wanted: ReviewsWanted, { items, total }: ReviewsFound): Markup {
  const { skip = 0 } = wanted;
  const next = skip + items.length;
  const oldest = skip === 0 ? nothing : html`<a href="/reviews?${queryOf(wanted)}">Oldest</a>`;
  const newer =
    next >= total || items.length === 0
      ? nothing
      : html`<a href="/reviews?${queryOf(wanted)}&amp;skip=${next}">Newer items →</a>`;
  return html`<p class="pager"><span>${oldest}</span><span>${newer}</span></p>`;
}

function queryOf({ state, assignee, developmentId, kind, subscriptionId }: ReviewsWanted): string {
  return new URLSearchParams({
    state,
    ...(kind === undefined ? {} : { kind }),
    ...(subscriptionId === undefined ? {} : { subscription: subscriptionId }),
    ...(assignee === undefined ? {} : { assignee }),
    ...(developmentId === undefined ? {} : { development: developmentId }),
  }).toString();
}

/** Fields of a form cannot be left out: anybody is a word of its own. */
const ANYBODY = '*';

const KINDS: Readonly<Record<ReviewedKind, string>> = {
  change: 'changes',
  review_item: 'what does not agree',
  alert: 'every alert by itself',
};

function filterForm(
  { state, assignee, developmentId, kind, subscriptionId }: ReviewsWanted,
  people: readonly string[],
): Markup {
  const chosen = assignee ?? ANYBODY;
  const option = (value: string, label: string, current: string) =>
    value === current
      ? html`<option value="${value}" selected>${label}</option>`
      : html`<option value="${value}">${label}</option>`;
  return html`<form class="filters" method="get" action="/reviews">
<label>State <select name="state">${REVIEW_STATES.map((one) => option(one, REVIEW_STATES_IN_WORDS[one], state))}</select></label>
<label>Show <select name="kind">${option('', 'what waits', kind ?? '')}${REVIEWED_KINDS.map((one) => option(one, KINDS[one], kind ?? ''))}</select></label>
<label>With <select name="assignee">${option(ANYBODY, 'anybody', chosen)}${option('', 'nobody', chosen)}${people.map((name) => option(name, name, chosen))}</select></label>
${hidden('development', developmentId)}${hidden('subscription', subscriptionId)}
<button class="second">Show</button></form>`;
}

function hidden(name: string, value: string | undefined): Markup {
  return value === undefined ? nothing : html`<input type="hidden" name="${name}" value="${value}">`;
}

function bulkForms(bulk: ReviewsView['bulk'], caller: Caller): Markup {
  if (bulk.length === 0) return nothing;
  return html`<h2>Several of one legal act</h2><ul>${bulk.map(
    ({ developmentId, title, items }) => html`<li>${developmentLink(developmentId, title)}
<form method="post" action="/developments/${encodeURIComponent(developmentId)}/reviews">${formToken(caller)}<input type="hidden" name="act" value="acknowledged">
<button class="plain" aria-label="Acknowledge all ${items} of ${title}">Acknowledge all ${items}</button></form></li>`,
  )}</ul>`;
}

function itemForm(items: readonly ReviewedItem[], { state }: ReviewsWanted, caller: Caller): Markup {
  const acts = hasRole(caller, 'reviewer');
  const table = html`<table class="fold reviews"><thead><tr>${acts ? html`<th scope="col">Pick</th>` : nothing}<th scope="col">What</th><th scope="col">Since</th><th scope="col">Days</th><th scope="col">Impact</th><th scope="col">With</th></tr></thead><tbody>
${items.map((item) => row(item, acts))}</tbody></table>`;
  if (!acts) return table;
  return html`<form method="post" action="/reviews">${formToken(caller)}
${table}
<h2>With those picked</h2>
<div class="new"><label>Words; a reason is needed for “not relevant” <input name="text" maxlength="2000"></label>
<label>Assign to <input name="assignee" maxlength="100" value="${caller.name}"></label></div>
<p>${state === 'open' ? html`<button name="act" value="acknowledged">Acknowledge</button> <button class="second" name="act" value="not_relevant">Not relevant</button> <button class="second" name="act" value="assigned">Assign</button>` : html`<button name="act" value="reopened">Reopen</button>`}</p></form>`;
}

function row(item: ReviewedItem, acts: boolean): Markup {
  const { kind, id, title, sourceId, review, subscription } = item;
  const pick = html`<td><input type="checkbox" name="pick.${kind}.${id}" aria-label="Pick: ${title}"></td>`;
  return html`<tr>${acts ? pick : nothing}<th scope="row">${linkOf(item)}<span class="meta">${sourceId}${kind === 'review_item' ? ' · sources do not agree' : nothing}${subscription ? html` · alert for “${subscription.name}”` : nothing}</span></th>
<td data-label="Since">${instantOf(item.since)}</td><td data-label="Days">${item.ageInDays}</td>
<td data-label="Impact">${item.band === null ? html`<span class="quiet">–</span>` : html`${item.band} ${item.score}`}</td>
<td data-label="With">${review.assignee ?? html`<span class="quiet">nobody</span>`}${review.because ? html`<span class="meta">${review.because}</span>` : nothing}</td></tr>`;
}

function linkOf({ kind, id, title, developmentId }: ReviewedItem): Markup {
  if (kind === 'change') return html`<a href="/changes/${encodeURIComponent(id)}#review">${words(title)}</a>`;
  if (kind === 'alert') return html`<a href="${alertPath(id)}#review">${words(title)}</a>`;
  return developmentId === null ? words(title) : developmentLink(developmentId, title);
}
