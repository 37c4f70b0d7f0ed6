import {
  CADENCES,
  collapses,
  DEFAULT_DIGEST_TIME,
  type EndpointState,
  type MadeDigest,
  type Subscription,
} from '#store';
import { dayInZone, WEEKDAYS } from '#time';
import { type Caller, hasRole } from '../access/caller.ts';
import type { FeedLinks } from '../subscription/feed-links.ts';
import { instantOf, inUtc } from '../view/instants.ts';
import { html, type Markup, nothing } from '../view/markup.ts';
import { type AlertRow, alertTable } from './alert-page.ts';
import { editPath } from './edit-page.ts';
import { endpointNotice } from './endpoint-state.ts';
import { formToken } from './layout.ts';

export interface SubscriptionView {
  readonly subscription: Subscription;
  readonly caller: Caller;
  /** How its endpoint has been answering; undefined where it never failed and was never disabled. */
  readonly state: EndpointState | undefined;
  readonly nextRunAt: string | undefined;
  readonly digests: readonly MadeDigest[];
  /** The newest. */
  readonly alerts: readonly AlertRow[];
  /** When its secret addresses were made; undefined when it has none. */
  readonly feedsSince: string | undefined;
  /** Just made, and shown this once. */
  readonly links: FeedLinks | undefined;
}

/** One subscription: when it is told and when next, its digests, and where its feeds are. */
export function subscriptionPage(view: SubscriptionView): Markup {
  const { subscription, digests, alerts } = view;
  return html`<h1>${subscription.name}</h1>
<p class="lead">${rhythm(view)}</p>
${endpointNotice(subscription, view.state, view.caller)}
${hasRole(view.caller, 'admin') ? html`<p><a class="act" href="${editPath(subscription.subscriptionId)}">Change what it watches, where and when it is told</a></p>` : nothing}
<section><h2>Rhythm</h2>${hasRole(view.caller, 'admin') ? rhythmForm(view) : html`<p>${subscription.cadence}</p>`}
${quiet(subscription)}<p class="small quiet">${collapses(subscription) ? 'Alerts within ten seconds become one message.' : 'Each alert is a message of its own.'}</p></section>
<section><h2 id="alerts">Alerts</h2>${alerts.length === 0 ? html`<p class="quiet">None was raised yet.</p>` : alertsOf(subscription, alerts)}</section>
<section><h2>Digests</h2>${digests.length === 0 ? html`<p class="quiet">None was made yet.</p>` : digestTable(digests)}</section>
<section><h2>Feeds and calendar</h2>${feeds(view)}</section>
<p><a href="/subscriptions">All subscriptions</a></p>`;
}

function quiet({ profile: { quietHours } }: Subscription): Markup {
  if (!quietHours) return nothing;
  const { from, to, overrideBand } = quietHours;
  return html`<p class="small quiet">Quiet from ${from} to ${to}; ${overrideBand === 'critical' ? 'critical alerts are sent even then' : 'nothing is sent then'}.</p>`;
}

function alertsOf({ subscriptionId }: Subscription, alerts: readonly AlertRow[]): Markup {
  const query = `subscription=${encodeURIComponent(subscriptionId)}&kind=alert`;
  return html`<p class="quiet">The newest ${alerts.length}; <a href="/reviews?${query}">work through all that wait</a>. Take those along: <a href="/api/v1/reviews.csv?${query}">table (CSV)</a>, <a href="/api/v1/reviews?limit=10000&amp;${query}">JSON</a></p>
${alertTable(alerts)}`;
}

function rhythm({ subscription, nextRunAt }: SubscriptionView): Markup {
  if (subscription.status !== 'active') return html`Disabled.`;
  const { timeZone } = subscription.profile;
  const next = nextRunAt === undefined ? 'soon' : `${inZone(nextRunAt, timeZone)} (${timeZone}), ${inUtc(nextRunAt)}`;
  return html`Next digest: <strong>${next}</strong>.`;
}

function inZone(instant: string, timeZone: string): string {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${dayInZone(new Date(instant), timeZone)} ${clock.format(new Date(instant))}`;
}

function rhythmForm({ subscription, caller }: SubscriptionView): Markup {
  const { at, weekday } = subscription.digest ?? DEFAULT_DIGEST_TIME;
  return html`<form class="filters" method="post" action="/subscriptions/${encodeURIComponent(subscription.subscriptionId)}/cadence">${formToken(caller)}
${choice('cadence', 'Tell', CADENCES, subscription.cadence)}
<label>Digest at <input name="at" type="time" required value="${at}"></label>
${choice('weekday', 'Weekly on', WEEKDAYS, weekday)}
<button>Change</button></form>`;
}

function choice(name: string, label: string, options: readonly string[], chosen: string): Markup {
  return html`<label>${label} <select name="${name}">${options.map((id) => html`<option${id === chosen ? html` selected` : nothing}>${id}</option>`)}</select></label>`;
}

function digestTable(digests: readonly MadeDigest[]): Markup {
  return html`<table class="fold"><thead><tr><th scope="col">Digest</th><th scope="col">Period</th><th scope="col">Changes told</th></tr></thead><tbody>
${digests.map(
  (
    one,
  ) => html`<tr><th scope="row"><a href="/digests/${encodeURIComponent(one.digestId)}">${inZone(one.scheduledAt, one.timeZone)}</a></th>
<td data-label="Period">${instantOf(one.periodFrom)} to ${instantOf(one.periodTo)}</td><td data-label="Changes told">${one.told}</td></tr>`,
)}</tbody></table>`;
}

function feeds({ subscription, caller, feedsSince, links }: SubscriptionView): Markup {
  const action = `/subscriptions/${encodeURIComponent(subscription.subscriptionId)}/feeds`;
  const state = feedsSince
    ? html`<p>Secret addresses were made ${instantOf(feedsSince)}.</p>`
    : html`<p class="quiet">There are no addresses yet.</p>`;
  return html`${links ? shownLinks(links) : state}
${
  hasRole(caller, 'admin')
    ? html`<form method="post" action="${action}">${formToken(caller)}<button>${feedsSince ? 'Make new addresses' : 'Make addresses'}</button></form>
${feedsSince ? html`<form method="post" action="${action}/revoke">${formToken(caller)}<button class="plain">Revoke them</button></form>` : nothing}`
    : nothing
}`;
}

function shownLinks({ atom, json, calendar }: FeedLinks): Markup {
  return html`<div class="notice good"><p><strong>Keep these addresses now: they are shown only this once.</strong> Whoever knows them reads along. Earlier ones lead nowhere any more.</p>
<dl><dt>Atom</dt><dd><code class="secret">${atom}</code></dd><dt>JSON Feed</dt><dd><code class="secret">${json}</code></dd><dt>Calendar of deadlines</dt><dd><code class="secret">${calendar}</code></dd></dl></div>`;
}
