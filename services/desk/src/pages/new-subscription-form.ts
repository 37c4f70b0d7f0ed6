import { BANDS } from '#domain';
import { CADENCES, DEFAULT_DIGEST_TIME, WEBHOOK_FORMATS } from '#store';
import { WEEKDAYS } from '#time';
import { SIGNINGS } from '#webhook';
import type { Caller } from '../access/caller.ts';
import type { Problem } from '../problem/problem.ts';
import type { Preview } from '../subscription/preview-profile.ts';
import type { FormFields } from '../subscription/subscription-form.ts';
import { html, type Markup, nothing } from '../view/markup.ts';
import { formToken } from './layout.ts';
import { sentenceOnForm } from './sentence-on-form.ts';

/** A form that was refused or tried comes back as it was typed, with the reasons or the preview. */
export interface TypedForm {
  readonly fields: FormFields;
  readonly problem?: Problem;
  /** What the typed profile would have been told; shown above the form. */
  readonly preview?: Preview;
}

/** As typed, or as it stands at first. */
type Value = (name: string, initial?: string) => string;

/** Everything one subscription says: what matters, where it is told, and when. */
export function newSubscriptionForm(caller: Caller, typed?: TypedForm): Markup {
  const value: Value = (name, initial = '') => typed?.fields[name] ?? initial;
  return html`${refusal(typed?.problem)}
<form class="new" method="post" action="/subscriptions">${formToken(caller)}
<label>Name <input name="name" required maxlength="200" value="${value('name')}"></label>
<label>Organisation <input name="org" maxlength="200" value="${value('org')}"></label>
${channelFields(value)}
${timeFields(value)}
${profileFields(value)}
<p class="wide buttons"><button class="second" formaction="/subscriptions/preview">Preview</button> <button>Subscribe</button></p>
</form>`;
}

function refusal(problem: Problem | undefined): Markup {
  if (!problem) return nothing;
  const reasons = problem.errors?.map(sentenceOnForm) ?? [problem.detail];
  return html`<div class="notice bad" role="alert"><p>${problem.title}</p><ul>${reasons.map((reason) => html`<li>${reason}</li>`)}</ul></div>`;
}

const CHANNELS = {
  webhook: 'Webhook (another system is told)',
  email: 'E-mail',
  slack: 'Slack (incoming webhook)',
  teams: 'Teams (incoming webhook)',
  digest: 'Digest page (you come and read)',
};
const FORMATS = { standard: 'Standard Webhooks: type, timestamp, data', cloudevents: 'CloudEvents 1.0' };
const SIGNATURES = { hmac: 'a shared secret (v1, HMAC-SHA256)', ed25519: 'a key pair (v1a, ed25519)' };

function channelFields(value: Value): Markup {
  const kind = value('kind', 'webhook');
  return html`<fieldset><legend>Channel</legend>
${Object.entries(CHANNELS).map(([id, label]) => radio('kind', id, label, kind))}
</fieldset>
<label class="wide">Address of the webhook, Slack or Teams <input name="url" type="url" placeholder="https://example.com/redline" value="${value('url')}"></label>
<label class="wide">E-mail address <input name="address" type="email" value="${value('address')}"></label>
${choice('format', 'Form of a webhook', named(WEBHOOK_FORMATS, FORMATS), value('format', 'standard'))}
${choice('signing', 'A webhook is signed with', named(SIGNINGS, SIGNATURES), value('signing', 'hmac'))}
<label>Most webhooks a minute; empty for no limit <input name="maxPerMinute" type="number" min="1" max="6000" inputmode="numeric" value="${value('maxPerMinute')}"></label>
${choice('channelMinBand', 'This channel is told from', [['', 'the same as the profile'], ...bands()], value('channelMinBand'))}`;
}

const RHYTHMS = {
  immediate: 'at once, digest daily',
  daily: 'in a digest once a day',
  weekly: 'in a digest once a week',
};
const COLLAPSES = [
  ['', 'as usual for the channel'],
  ['yes', 'into one message with a count'],
  ['no', 'never: one message an alert'],
] as const;

function timeFields(value: Value): Markup {
  return html`${choice('cadence', 'Tell', named(CADENCES, RHYTHMS), value('cadence', 'immediate'))}
<label>Digest at <input name="at" type="time" value="${value('at', DEFAULT_DIGEST_TIME.at)}"></label>
${choice('weekday', 'Weekly digest on', named(WEEKDAYS, {}), value('weekday', DEFAULT_DIGEST_TIME.weekday))}
<label>Time zone <input name="timeZone" value="${value('timeZone', 'UTC')}"></label>
${choice('collapse', 'Gather alerts of the same moment', COLLAPSES, value('collapse'))}`;
}

function profileFields(value: Value): Markup {
  return html`${choice('minBand', 'Tell at once from', bands(), value('minBand', 'low'))}
<label>Instruments, * for all <input name="instruments" value="${value('instruments', '*')}"></label>
<label>Items, one a line: ECCN 3A090 <textarea name="items" rows="4">${value('items')}</textarea></label>
<label>Counterparties, one a line: Name; other name; CN <textarea name="counterparties" rows="4">${value('counterparties')}</textarea></label>
<label>Destinations: CN, RU, D:1 <input name="destinations" value="${value('destinations')}"></label>
<label>Keywords <input name="keywords" value="${value('keywords')}"></label>`;
}

type Options = readonly (readonly [id: string, label: string])[];

/** @returns each with its words, or itself where it needs none. */
function named(ids: readonly string[], words: Readonly<Record<string, string>>): Options {
  return ids.map((id) => [id, words[id] ?? id]);
}

function bands(): Options {
  return named(BANDS, {});
}

function radio(name: string, id: string, label: string, chosen: string): Markup {
  return html`<label><input type="radio" name="${name}" value="${id}"${id === chosen ? html` checked` : nothing}> ${label}</label>`;
}

function choice(name: string, label: string, options: Options, chosen: string): Markup {
  return html`<label>${label} <select name="${name}">${options.map(([id, words]) => html`<option value="${id}"${id === chosen ? html` selected` : nothing}>${words}</option>`)}</select></label>`;
}
