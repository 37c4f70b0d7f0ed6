import type { EndpointState, Subscription } from '#store';
import { type Caller, hasRole } from '../access/caller.ts';
import { instantOf } from '../view/instants.ts';
import { html, type Markup, nothing } from '../view/markup.ts';
import { formToken } from './layout.ts';

/** Shown where the endpoint fails or was given up, because nobody else may be there to be told. */
export function troubleInWords(state: EndpointState | undefined): Markup {
  if (state?.disabledAt) return html`disabled ${instantOf(state.disabledAt)}: ${state.disabledBecause}`;
  if (!state?.failingSince) return nothing;
  return html`failing since ${instantOf(state.failingSince)}: ${state.lastOutcome}`;
}

/** One press of a button that does something with a subscription. */
export function subscriptionAction(
  { subscriptionId, name }: Pick<Subscription, 'subscriptionId' | 'name'>,
  caller: Caller,
  { verb, label, look }: { readonly verb: string; readonly label: string; readonly look?: 'plain' },
): Markup {
  return html`<form method="post" action="/subscriptions/${encodeURIComponent(subscriptionId)}/${verb}">${formToken(caller)}<button${look ? html` class="${look}"` : nothing} aria-label="${label}: ${name}">${label}</button></form>`;
}

/** Why a subscription is told nothing or soon may be, and for an administrator the way back. */
export function endpointNotice(subscription: Subscription, state: EndpointState | undefined, caller: Caller): Markup {
  if (subscription.status === 'active') {
    if (!state?.failingSince) return nothing;
    return html`<div class="notice warn"><p>${troubleInWords(state)}. After five days without a success it is disabled.</p></div>`;
  }
  const mayEnable = hasRole(caller, 'admin');
  return html`<div class="notice bad"><p><strong>This subscription is told nothing.</strong> ${state?.disabledAt ? html`It was ${troubleInWords(state)}.` : 'It is disabled; nobody wrote down why.'}</p>
${
  mayEnable
    ? html`<p>Once the cause is mended, enable it: it hears every change from then on, and its next digest tells what was detected meanwhile. A reader who unsubscribed should have asked for it.</p>
${subscriptionAction(subscription, caller, { verb: 'enable', label: 'Enable again' })}`
    : html`<p>An administrator can enable it again.</p>`
}</div>`;
}
