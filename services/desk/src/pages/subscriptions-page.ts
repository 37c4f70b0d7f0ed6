import type { Profile } from '#domain';
import type { Channel, EndpointState, Subscription } from '#store';
import { type Caller, hasRole } from '../access/caller.ts';
import { secretView } from '../subscription/subscription-view.ts';
import { instantOf } from '../view/instants.ts';
import { html, type Markup, nothing } from '../view/markup.ts';
import { declarationForm, type TypedForm } from './declaration-form.ts';
import { editPath } from './edit-page.ts';
import { subscriptionAction, troubleInWords } from './endpoint-state.ts';
import { previewSection } from './preview-page.ts';

/** States of endpoints that ever failed, by subscription. */
export type EndpointStates = ReadonlyMap<string, EndpointState>;

export function subscriptionsPage(
  all: readonly Subscription[],
  states: EndpointStates,
  caller: Caller,
  typed?: TypedForm,
): Markup {
  return html`<h1>Subscriptions</h1>
<p class="lead">A subscription says what matters to you. What you declare is encrypted and leaves this machine only in messages to your own channel.</p>
${typed?.preview ? previewSection(typed.preview, 'Subscribe') : nothing}
${all.length === 0 ? html`<div class="notice"><p>Nobody has subscribed yet.</p></div>` : table(all, states, caller)}
${hasRole(caller, 'admin') ? html`<h2 id="new">New subscription</h2>${declarationForm(caller, typed)}` : html`<p class="quiet">Your session may read but not change anything.</p>`}`;
}

function table(all: readonly Subscription[], states: EndpointStates, caller: Caller): Markup {
  return html`<table class="fold"><thead><tr><th scope="col">Name</th><th scope="col">Watches</th><th scope="col">Channel</th><th scope="col">Rhythm</th><th scope="col">State</th></tr></thead><tbody>
${all.map(
  (
    one,
  ) => html`<tr><th scope="row"><a href="/subscriptions/${encodeURIComponent(one.subscriptionId)}">${one.name}</a><br><span class="small quiet">since ${instantOf(one.createdAt)}</span></th>
<td data-label="Watches">${watches(one.profile)}</td>
<td data-label="Channel">${channelInWords(one.channel)}</td>
<td data-label="Rhythm">${one.cadence}<br><a class="small" href="/digest?subscription=${encodeURIComponent(one.subscriptionId)}">Digest</a></td>
<td data-label="State">${one.status}${hasRole(caller, 'admin') ? html`<br><a href="${editPath(one.subscriptionId)}" aria-label="Change ${one.name}">Change</a>` : nothing}${trouble(states.get(one.subscriptionId))}${hasRole(caller, 'admin') ? actions(one, caller) : nothing}</td></tr>`,
)}
</tbody></table>`;
}

function trouble(state: EndpointState | undefined): Markup {
  const words = troubleInWords(state);
  return words === nothing ? nothing : html`<br><span class="small">${words}</span>`;
}

function actions(one: Subscription, caller: Caller): Markup {
  const { kind } = one.channel;
  const action = (verb: string, label: string) => subscriptionAction(one, caller, { verb, label, look: 'plain' });
  if (one.status !== 'active') return action('enable', 'Enable again');
  return html`${kind === 'digest' ? nothing : action('test', 'Send a test')}${kind === 'webhook' ? action('rotate-secret', 'New secret') : nothing}${action('disable', 'Disable')}`;
}

function channelInWords(channel: Channel): Markup {
  switch (channel.kind) {
    case 'webhook':
      return html`Webhook<br><span class="small quiet">${channel.url}</span>`;
    case 'email':
      return html`E-mail<br><span class="small quiet">${channel.address}</span>`;
    case 'slack':
      return html`Slack<br><span class="small quiet">${new URL(channel.url).host}</span>`;
    case 'teams':
      return html`Teams<br><span class="small quiet">${new URL(channel.url).host}</span>`;
    case 'digest':
      return html`Digest page`;
  }
}

function watches(profile: Profile): Markup {
  const counts: readonly (readonly [list: readonly unknown[], one: string, many: string])[] = [
    [profile.instruments, 'instrument', 'instruments'],
    [profile.items, 'item', 'items'],
    [profile.counterparties, 'counterparty', 'counterparties'],
    [profile.destinations, 'destination', 'destinations'],
    [profile.keywords, 'keyword', 'keywords'],
    [profile.authorisationsInUse, 'authorisation', 'authorisations'],
  ];
  const said = counts
    .filter(([list]) => list.length > 0)
    .map(([list, one, many]) => `${list.length} ${list.length === 1 ? one : many}`);
  return html`${said.join(', ')}<br><span class="small quiet">told from ${profile.minBand}</span>`;
}

/** Shown once after a creation: the secret is readable here and never again. */
export function createdPage(created: Subscription): Markup {
  return html`<h1>Subscribed</h1>
<p class="lead">“${created.name}” hears every change from now on.</p>
${secretNotice(created)}
<p><a href="/subscriptions">All subscriptions</a></p>`;
}

/** Shown once after a secret was made or replaced. */
export function rotatedPage(rotated: Subscription): Markup {
  const until = rotated.retiring?.[0]?.until;
  return html`<h1>New secret</h1>
<p class="lead">“${rotated.name}” is signed ${until === undefined ? html`with this secret from now on` : html`with both secrets until ${instantOf(until)}, then with the new one alone`}.</p>
${secretNotice(rotated)}
<p><a href="/subscriptions">All subscriptions</a></p>`;
}

function secretNotice(one: Subscription): Markup {
  const { secret, publicKey } = secretView(one);
  if (publicKey !== undefined) {
    return html`<div class="notice good"><p>The public key that the receiver checks each message with (ed25519, <code>v1a</code>).</p>
<code class="secret">${publicKey}</code></div>`;
  }
  if (secret === undefined) return nothing;
  return html`<div class="notice good"><p>The signing secret of this webhook. <strong>Keep it now: it is shown only this once.</strong></p>
<code class="secret">${secret}</code>
<p class="small quiet">The receiver checks each message with it (Standard Webhooks: webhook-id, webhook-timestamp, webhook-signature).</p></div>`;
}
