import type { Subscription } from '#store';
import type { Caller } from '../access/caller.ts';
import { html, type Markup, nothing } from '../view/markup.ts';
import { declarationForm, type TypedForm } from './declaration-form.ts';
import { previewSection } from './preview-page.ts';

/** Paths of the pages on which a subscription is changed. */
export function editPath(subscriptionId: string): string {
  return `/subscriptions/${encodeURIComponent(subscriptionId)}/edit`;
}

/** All that a subscription says, to be said anew. */
export function editPage({ subscriptionId, name, status }: Subscription, caller: Caller, typed: TypedForm): Markup {
  const action = editPath(subscriptionId);
  return html`<p class="small"><a href="/subscriptions/${encodeURIComponent(subscriptionId)}">${name}</a></p>
<h1>Change “${name}”</h1>
<p class="lead">What you save holds from the next change on. Its digests go on where the last one ended, and a webhook keeps its secret.</p>
${status === 'active' ? nothing : html`<div class="notice"><p>This subscription is disabled: it is told nothing, whatever is saved here. <a href="/subscriptions/${encodeURIComponent(subscriptionId)}">Why, and how to enable it again</a></p></div>`}
${typed.preview ? previewSection(typed.preview, 'Save') : nothing}
${declarationForm(caller, typed, { action, preview: `${action}/preview`, submit: 'Save' })}`;
}
