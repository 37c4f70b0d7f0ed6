import { BANDS } from '#domain';
import { CADENCES, DEFAULT_DIGEST_TIME, WEBHOOK_FORMATS } from '#store';
import { WEEKDAYS } from '#time';
import { SIGNINGS } from '#webhook';
import { html, type Markup } from '../view/markup.ts';
import { choice, named, radio, type Value } from './form-controls.ts';

const CHANNELS = {
  webhook: 'Webhook (another system is told)',
  email: 'E-mail',
  slack: 'Slack (incoming webhook)',
  teams: 'Teams (incoming webhook)',
  digest: 'Digest page (you come and read)',
};
const FORMATS = { standard: 'Standard Webhooks: type, timestamp, data', cloudevents: 'CloudEvents 1.0' };
const SIGNATURES = { hmac: 'a shared secret (v1, HMAC-SHA256)', ed25519: 'a key pair (v1a, ed25519)' };

/** Where it is told. */
export function channelFields(value: Value): Markup {
  const kind = value('kind', 'webhook');
  return html`<fieldset><legend>Channel</legend>
${Object.entries(CHANNELS).map(([id, label]) => radio('kind', id, label, kind))}
</fieldset>
<label class="wide">Address of the webhook, Slack or Teams <input name="url" type="url" placeholder="https://example.com/redline" value="${value('url')}"></label>
<label class="wide">E-mail address <input name="address" type="email" value="${value('address')}"></label>
${choice('format', 'Form of a webhook', named(WEBHOOK_FORMATS, FORMATS), value('format', 'standard'))}
${choice('signing', 'A new webhook is signed with', named(SIGNINGS, SIGNATURES), value('signing', 'hmac'))}
<label>Most webhooks a minute; empty for no limit <input name="maxPerMinute" type="number" min="1" max="6000" inputmode="numeric" value="${value('maxPerMinute')}"></label>
${choice('channelMinBand', 'This channel is told from', [['', 'the same as the profile'], ...named(BANDS)], value('channelMinBand'))}`;
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
const OVERRIDES = [
  ['critical', 'critical alerts are sent even then'],
  ['never', 'nothing is sent'],
] as const;

/** When it is told. */
export function timeFields(value: Value): Markup {
  return html`${choice('cadence', 'Tell', named(CADENCES, RHYTHMS), value('cadence', 'immediate'))}
<label>Digest at <input name="at" type="time" value="${value('at', DEFAULT_DIGEST_TIME.at)}"></label>
${choice('weekday', 'Weekly digest on', named(WEEKDAYS), value('weekday', DEFAULT_DIGEST_TIME.weekday))}
<label>Time zone <input name="timeZone" value="${value('timeZone', 'UTC')}"></label>
${choice('collapse', 'Gather alerts of the same moment', COLLAPSES, value('collapse'))}
<label>Quiet hours from; empty for none <input name="quietFrom" type="time" value="${value('quietFrom')}"></label>
<label>Quiet hours until <input name="quietTo" type="time" value="${value('quietTo')}"></label>
${choice('quietOverride', 'In quiet hours', OVERRIDES, value('quietOverride', 'critical'))}`;
}
