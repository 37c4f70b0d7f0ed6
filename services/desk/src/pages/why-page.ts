import { sentenceOf } from '#digest';
import type { Change } from '#domain';
import type { Subscription } from '#store';
import type { Why } from '../subscription/explain-change.ts';
import { html, type Markup, words } from '../view/markup.ts';
import { impactTables } from './impact-tables.ts';

/** Links from a change to the reasons why each subscription was, or was not, told. */
export function whyLinks(change: Change, subscriptions: readonly Subscription[]): Markup {
  if (subscriptions.length === 0) return html``;
  return html`<section class="asks"><h2>Why was I, or was I not, told?</h2>
<form class="filters" method="get" action="/changes/${encodeURIComponent(change.changeId)}/why">
<label>Subscription <select name="subscription">${subscriptions.map(({ subscriptionId, name }) => html`<option value="${subscriptionId}">${name}</option>`)}</select></label>
<button>Show</button></form></section>`;
}

/** Every step from the change to the message, and every part of the profile that was held against the change. */
export function whyPage(change: Change, { subscriptionId, name }: Subscription, why: Why): Markup {
  const impacts = why.outcome.kind === 'matched' ? [{ subscriptionId, name, impact: why.outcome.impact }] : [];
  return html`<p class="small"><a href="/changes/${encodeURIComponent(change.changeId)}">${words(sentenceOf(change))}</a></p>
<h1>Why “${name}” was, or was not, told</h1>
<table class="fold"><thead><tr><th scope="col">Step</th><th scope="col">Passed</th><th scope="col">Because</th></tr></thead><tbody>
${why.steps.map(({ step, passed, because }) => html`<tr><th scope="row">${step}</th><td data-label="Passed">${passed ? 'yes' : 'no'}</td><td data-label="Because">${because}</td></tr>`)}
</tbody></table>
<h2>What the profile declares, held against the change</h2>
<table class="fold"><thead><tr><th scope="col">Part</th><th scope="col">Touched</th><th scope="col">Because</th></tr></thead><tbody>
${why.facets.map(({ name: part, touched, because }) => html`<tr><th scope="row">${part}</th><td data-label="Touched">${touched ? 'yes' : 'no'}</td><td data-label="Because">${because}</td></tr>`)}
</tbody></table>
${impactTables(impacts)}`;
}
