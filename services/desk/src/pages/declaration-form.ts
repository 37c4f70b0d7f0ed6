import type { Caller } from '../access/caller.ts';
import type { Problem } from '../problem/problem.ts';
import type { Preview } from '../subscription/preview-profile.ts';
import { type FormFields, JURISDICTION_IDS } from '../subscription/subscription-form.ts';
import { html, type Markup, nothing } from '../view/markup.ts';
import { channelFields, timeFields } from './channel-fields.ts';
import { valuesOf } from './form-controls.ts';
import { formToken } from './layout.ts';
import { furtherProfileFields, profileFields } from './profile-fields.ts';
import { sentenceOnForm } from './sentence-on-form.ts';

/** A form that was refused or tried comes back as it was typed, with the reasons or the preview. */
export interface TypedForm {
  readonly fields: FormFields;
  readonly problem?: Problem;
  /** What the typed profile would have been told; shown above the form. */
  readonly preview?: Preview;
}

/** Where a form goes, and what its button says. */
interface Sending {
  readonly action: string;
  readonly preview: string;
  readonly submit: string;
}

const SUBSCRIBE: Sending = { action: '/subscriptions', preview: '/subscriptions/preview', submit: 'Subscribe' };

/** Everything one subscription says: what matters, where it is told, and when. */
export function declarationForm(caller: Caller, typed?: TypedForm, sending: Sending = SUBSCRIBE): Markup {
  const value = valuesOf(typed?.fields);
  return html`${refusal(typed?.problem)}
<form class="new" method="post" action="${sending.action}">${formToken(caller)}
<label>Name <input name="name" required maxlength="200" value="${value('name')}"></label>
<label>Organisation <input name="org" maxlength="200" value="${value('org')}"></label>
${channelFields(value)}
${timeFields(value)}
${profileFields(value)}
${furtherProfileFields(value, declaresMore(typed))}
<p class="wide buttons"><button class="second" formaction="${sending.preview}">Preview</button> <button>${sending.submit}</button></p>
</form>`;
}

const FURTHER = /^(?:role|endUse|handles)\.|^(?:technologies|negativeKeywords|authorisationsInUse|hsCodes|investment)$/;

function declaresMore(typed: TypedForm | undefined): boolean {
  const fields = typed?.fields ?? {};
  const countries = JURISDICTION_IDS.filter((id) => fields[`jurisdiction.${id}`]).length;
  const leavesOut = countries > 0 && countries < JURISDICTION_IDS.length;
  return leavesOut || Object.entries(fields).some(([name, text]) => FURTHER.test(name) && text !== '');
}

function refusal(problem: Problem | undefined): Markup {
  if (!problem) return nothing;
  const reasons = problem.errors?.map(sentenceOnForm) ?? [problem.detail];
  return html`<div class="notice bad" role="alert"><p>${problem.title}</p><ul>${reasons.map((reason) => html`<li>${reason}</li>`)}</ul></div>`;
}
