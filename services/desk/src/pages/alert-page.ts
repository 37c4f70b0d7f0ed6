import { sentenceOf } from '#digest';
import type { Review } from '#domain';
import type { ReviewedAlert } from '#store';
import type { Caller } from '../access/caller.ts';
import type { AlertUnderReview } from '../review/load-alert.ts';
import { bandBadge, directionBadge } from '../view/change-badges.ts';
import { instantOf } from '../view/instants.ts';
import { html, type Markup, nothing, words } from '../view/markup.ts';
import { alertPath } from './alert-path.ts';
import { impactTables } from './impact-tables.ts';
import { REVIEW_STATES_IN_WORDS, reviewPanel, reviewState } from './review-panel.ts';

/** One alert: what a change means for one subscription, and how the team works on it. */
export function alertPage(
  { alert, change, subscription, review, entries, changeReview }: AlertUnderReview,
  caller: Caller,
): Markup {
  const { subscriptionId, name } = subscription;
  const action = `${alertPath(alert.alertId)}/reviews`;
  return html`<p class="small"><a href="/subscriptions/${encodeURIComponent(subscriptionId)}">${name}</a></p>
<h1>${words(sentenceOf(change))}</h1>
<p>${bandBadge(alert.impact.band, alert.impact.score)} ${directionBadge(change.direction)} · alert for “${name}”, raised ${instantOf(alert.raisedAt)}</p>
<p><a class="act" href="/changes/${encodeURIComponent(change.changeId)}">Open the change: redline and evidence</a></p>
${changeReview.state === 'open' ? nothing : html`<div class="notice"><p>Its change was ended for all subscriptions: ${REVIEW_STATES_IN_WORDS[changeReview.state].toLowerCase()}${changeReview.last ? html` by ${changeReview.last.who}, ${instantOf(changeReview.last.at)}` : nothing}. What is done here is about this subscription alone.</p></div>`}
${reviewPanel({ action, review, entries, caller })}
${impactTables([{ subscriptionId, name, impact: alert.impact }])}`;
}

/** What a row of the alerts of a subscription shows. */
export interface AlertRow {
  readonly alert: ReviewedAlert;
  readonly sentence: string;
  readonly review: Review;
}

/** The newest alerts of one subscription, each with where it stands. */
export function alertTable(rows: readonly AlertRow[]): Markup {
  return html`<table class="fold"><thead><tr><th scope="col">Alert</th><th scope="col">Impact</th><th scope="col">Raised</th><th scope="col">Review</th></tr></thead><tbody>
${rows.map(
  ({
    alert,
    sentence,
    review,
  }) => html`<tr><th scope="row"><a href="${alertPath(alert.alertId)}">${words(sentence)}</a></th>
<td data-label="Impact">${bandBadge(alert.band, alert.score)}</td><td data-label="Raised">${instantOf(alert.raisedAt)}</td><td data-label="Review">${reviewState(review)}</td></tr>`,
)}</tbody></table>`;
}
