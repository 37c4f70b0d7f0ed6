import { BANDS, type Profile } from '#domain';
import { CADENCES, type Channel, type EndpointState, type Subscription, WEBHOOK_FORMATS } from '#store';
import { SIGNINGS } from '#webhook';
import { type Caller, hasRole } from '../access/caller.ts';
import { sentenceOf } from '../problem/field-problems.ts';
import type { Problem } from '../problem/problem.ts';
import type { Preview } from '../subscription/preview-profile.ts';
import type { FormFields } from '../subscription/subscription-form.ts';
import { secretView } from '../subscription/subscription-view.ts';
import { instantOf } from '../view/instants.ts';
import { html, type Markup, nothing } from '../view/markup.ts';
import { formToken } from './layout.ts';
import { previewSection } from './preview-page.ts';

/** A form that was refused or tried comes back as it was typed, with the reasons or the preview. */
export interface TypedForm {
  readonly fields: FormFields;
  readonly problem?: Problem;
  /** What the typed profile would have been told; shown above the form. */
  readonly preview?: Preview;
}

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
${typed?.preview ? previewSection(typed.preview) : nothing}
${all.length === 0 ? html`<div class="notice"><p>Nobody has subscribed yet.</p></div>` : table(all, states, caller)}
${hasRole(caller, 'admin') ? html`<h2 id="new">New subscription</h2>${newForm(caller, typed)}` : html`<p class="quiet">Your session may read but not change anything.</p>`}`;
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
<td data-label="State">${one.status}${troubleInWords(states.get(one.subscriptionId))}${one.status === 'active' && hasRole(caller, 'admin') ? actions(one, caller) : nothing}</td></tr>`,
)}
</tbody></table>`;
}

/** Shown where the endpoint fails or was given up, because nobody else may be there to be told. */
function troubleInWords(state: EndpointState | undefined): Markup {
  if (state?.disabledAt) {
    return html`<br><span class="small">disabled ${instantOf(state.disabledAt)}: ${state.disabledBecause}</span>`;
  }
  if (!state?.failingSince) return nothing;
  return html`<br><span class="small">failing since ${instantOf(state.failingSince)}: ${state.lastOutcome}</span>`;
}

function actions(one: Subscription, caller: Caller): Markup {
  const { kind } = one.channel;
  return html`${kind === 'digest' ? nothing : action(one, caller, 'test', 'Send a test')}${kind === 'webhook' ? action(one, caller, 'rotate-secret', 'New secret') : nothing}${action(one, caller, 'disable', 'Disable')}`;
}

function action(one: Subscription, caller: Caller, verb: string, label: string): Markup {
  return html`<form method="post" action="/subscriptions/${encodeURIComponent(one.subscriptionId)}/${verb}">${formToken(caller)}<button class="plain" aria-label="${label}: ${one.name}">${label}</button></form>`;
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

function newForm(caller: Caller, typed?: TypedForm): Markup {
  const value = (name: string, initial = '') => typed?.fields[name] ?? initial;
  const problem = typed?.problem;
  const reasons = problem?.errors?.map(sentenceOf) ?? (problem ? [problem.detail] : []);
  return html`${problem ? html`<div class="notice bad" role="alert"><p>${problem.title}</p><ul>${reasons.map((reason) => html`<li>${reason}</li>`)}</ul></div>` : nothing}
<form class="new" method="post" action="/subscriptions">${formToken(caller)}
<label>Name <input name="name" required maxlength="200" value="${value('name')}"></label>
<label>Organisation <input name="org" maxlength="200" value="${value('org')}"></label>
<fieldset><legend>Channel</legend>
${radio('kind', 'webhook', 'Webhook (another system is told)', value('kind', 'webhook'))}
${radio('kind', 'email', 'E-mail', value('kind', 'webhook'))}
${radio('kind', 'slack', 'Slack (incoming webhook)', value('kind', 'webhook'))}
${radio('kind', 'teams', 'Teams (incoming webhook)', value('kind', 'webhook'))}
${radio('kind', 'digest', 'Digest page (you come and read)', value('kind', 'webhook'))}
</fieldset>
<label class="wide">Address of the webhook, Slack or Teams <input name="url" type="url" placeholder="https://example.com/redline" value="${value('url')}"></label>
<label class="wide">E-mail address <input name="address" type="email" value="${value('address')}"></label>
${choice('format', 'Form of a webhook', WEBHOOK_FORMATS, value('format', 'standard'))}
${choice('signing', 'Signed with', SIGNINGS, value('signing', 'hmac'))}
${choice('cadence', 'Rhythm', CADENCES, value('cadence', 'immediate'))}
${choice('minBand', 'Tell at once from', BANDS, value('minBand', 'low'))}
<label>Time zone <input name="timeZone" value="${value('timeZone', 'UTC')}"></label>
<label>Instruments, * for all <input name="instruments" value="${value('instruments', '*')}"></label>
<label>Items, one a line: ECCN 3A090 <textarea name="items" rows="4">${value('items')}</textarea></label>
<label>Counterparties, one a line: Name; other name; CN <textarea name="counterparties" rows="4">${value('counterparties')}</textarea></label>
<label>Destinations: CN, RU, D:1 <input name="destinations" value="${value('destinations')}"></label>
<label>Keywords <input name="keywords" value="${value('keywords')}"></label>
<p class="wide buttons"><button class="second" formaction="/subscriptions/preview">Preview</button> <button>Subscribe</button></p>
</form>`;
}

function radio(name: string, id: string, label: string, chosen: string): Markup {
  return html`<label><input type="radio" name="${name}" value="${id}"${id === chosen ? html` checked` : nothing}> ${label}</label>`;
}

function choice(name: string, label: string, options: readonly string[], chosen: string): Markup {
  return html`<label>${label} <select name="${name}">${options.map((id) => html`<option${id === chosen ? html` selected` : nothing}>${id}</option>`)}</select></label>`;
}

/** Shown once after a creation: the secret is readable here and never again. */
export function createdPage(created: Subscription): Markup {
  return html`<h1>Subscribed</h1>
<p class="lead">“${created.name}” hears every change from now on.</p>
${secretNotice(created)}
<p><a href="/subscriptions">All subscriptions</a></p>`;
}

/** Shown once after a secret was replaced. */
export function rotatedPage(rotated: Subscription): Markup {
  return html`<h1>New secret</h1>
<p class="lead">“${rotated.name}” is signed with both secrets until ${instantOf(rotated.retiring?.[0]?.until ?? rotated.createdAt)}, then with the new one alone.</p>
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
