import type { Delivery, DeliveryAttempt, DeliveryStatus, MessageKind } from '#store';
import { type Caller, hasRole } from '../access/caller.ts';
import { instantOf } from '../view/instants.ts';
import { html, type Markup, nothing, words } from '../view/markup.ts';
import { formToken } from './layout.ts';

/** A delivery with the names a reader knows. */
export interface NamedDelivery {
  readonly delivery: Delivery;
  readonly subscriptionName: string;
  readonly change?: { readonly changeId: string; readonly headline: string };
}

const STATUS: Readonly<Record<DeliveryStatus, string>> = {
  due: 'Waiting to be sent',
  delivered: 'Delivered',
  gave_up: 'Given up',
};

export function deliveriesPage(deliveries: readonly NamedDelivery[], now: Date): Markup {
  return html`<h1>Deliveries</h1>
<p class="lead">What was sent to webhooks, mailboxes, Slack and Teams, newest first. A failed delivery is tried again ten times over three days before it is given up.</p>
${
  deliveries.length === 0
    ? html`<div class="notice"><p>Nothing was due for delivery yet. Deliveries appear when a change matters to a subscription that is sent messages; what is read on the digest page is not sent.</p></div>`
    : html`<table class="fold"><thead><tr><th scope="col">Created</th><th scope="col">Message</th><th scope="col">Subscription</th><th scope="col">State</th><th scope="col">Attempts</th></tr></thead>
<tbody>${deliveries.map((one) => row(one, now))}</tbody></table>`
}`;
}

const MESSAGES: Readonly<Record<MessageKind, string>> = {
  alert: 'An alert',
  digest: 'A digest',
  burst: 'Several alerts in one message',
  correction: 'A correction of what was told before',
  test: 'A test: the channel works',
  notice: 'Word about another endpoint of yours',
};

/** What it carries, leading to where that is read. */
function messageOf({ delivery, change }: NamedDelivery): Markup {
  const { messageKind, subjectId } = delivery;
  if (change) return html`<a href="/changes/${encodeURIComponent(change.changeId)}">${words(change.headline)}</a>`;
  const folder = messageKind === 'digest' ? '/digests' : messageKind === 'burst' ? '/bursts' : undefined;
  return folder === undefined
    ? html`${MESSAGES[messageKind]}`
    : html`<a href="${folder}/${encodeURIComponent(subjectId)}">${MESSAGES[messageKind]}</a>`;
}

function row(one: NamedDelivery, now: Date): Markup {
  const { delivery, subscriptionName } = one;
  return html`<tr>
<td><a href="/deliveries/${encodeURIComponent(delivery.deliveryId)}">${instantOf(delivery.createdAt)}</a></td>
<td data-label="Message">${messageOf(one)}</td>
<td data-label="Subscription">${subscriptionName}</td>
<td data-label="State">${STATUS[delivery.status]}${next(delivery, now)}</td>
<td data-label="Attempts">${delivery.attempts}</td>
</tr>`;
}

function next(delivery: Delivery, now: Date): Markup {
  if (delivery.status !== 'due' || !delivery.nextAttemptAt) return nothing;
  return html`<br><span class="small quiet">next attempt ${instantOf(delivery.nextAttemptAt, now)}</span>`;
}

export function deliveryPage(named: NamedDelivery, attempts: readonly DeliveryAttempt[], caller: Caller): Markup {
  const { delivery, subscriptionName } = named;
  return html`<p class="small"><a href="/deliveries">All deliveries</a></p>
<h1>Delivery to ${subscriptionName}</h1>
<dl class="facts">
<div><dt>State</dt><dd>${STATUS[delivery.status]}</dd></div>
<div><dt>Created</dt><dd>${instantOf(delivery.createdAt)}</dd></div>
<div><dt>Finished</dt><dd>${delivery.finishedAt ? instantOf(delivery.finishedAt) : '–'}</dd></div>
<div><dt>webhook-id</dt><dd class="mono">${delivery.webhookId}</dd></div>
${delivery.replayOf ? html`<div><dt>Repeats</dt><dd><a href="/deliveries/${encodeURIComponent(delivery.replayOf)}">an earlier delivery</a></dd></div>` : nothing}
</dl>
<p>${messageOf(named)}</p>
${hasRole(caller, 'reviewer') ? html`<form method="post" action="/deliveries/${encodeURIComponent(delivery.deliveryId)}/replay">${formToken(caller)}<button class="second">Send again</button></form>` : nothing}
<h2>Attempts</h2>
${attempts.length === 0 ? html`<p class="quiet">None yet.</p>` : attemptsTable(attempts)}`;
}

function attemptsTable(attempts: readonly DeliveryAttempt[]): Markup {
  return html`<table class="fold"><thead><tr><th scope="col">No.</th><th scope="col">Started</th><th scope="col">Took</th><th scope="col">Outcome</th><th scope="col">The receiver answered</th></tr></thead><tbody>
${attempts.map(
  (
    attempt,
  ) => html`<tr><td data-label="No.">${attempt.attempt}</td><td data-label="Started">${instantOf(attempt.startedAt)}</td>
<td data-label="Took">${attempt.durationMs} ms</td><td data-label="Outcome">${attempt.outcome}${attempt.status === null ? nothing : html` (HTTP ${attempt.status})`}</td>
<td data-label="Answer" class="mono">${attempt.responseText.slice(0, 2_000)}</td></tr>`,
)}
</tbody></table>`;
}
