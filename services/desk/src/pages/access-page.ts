import { type ApiKey, ROLES, SCOPES, type Scope, type StoredToken } from '#store';
import type { Caller } from '../access/caller.ts';
import { sentenceOf } from '../problem/field-problems.ts';
import type { Problem } from '../problem/problem.ts';
import { instantOf } from '../view/instants.ts';
import { html, type Markup, nothing } from '../view/markup.ts';
import { formToken } from './layout.ts';

/** Who can come in, and with what. */
export interface AccessView {
  readonly keys: readonly ApiKey[];
  readonly tokens: readonly StoredToken[];
  readonly caller: Caller;
  readonly now: Date;
  /** Why a form was refused. */
  readonly problem?: Problem | undefined;
}

const MEANS: Readonly<Record<Scope, string>> = {
  read: 'read: changes, digests, alerts, deliveries',
  review: 'review: also review, release, send again',
  admin: 'admin: also subscriptions, keys, people',
  subscriptions: 'subscriptions alone, reading and writing',
  deliveries: 'deliveries alone, reading and sending again',
};

export function accessPage({ keys, tokens, caller, now, problem }: AccessView): Markup {
  return html`<h1>People and keys</h1>
<p class="lead">People sign in by a link that works once, or with a key of their own. Programs send a key with each request.</p>
${problem ? refusal(problem) : nothing}
<h2>People</h2>
${tokens.length === 0 ? html`<p class="quiet">Nobody is signed in.</p>` : people(tokens, caller, now)}
<h3>Invite somebody</h3>
<form class="new" method="post" action="/access/links">${formToken(caller)}
<label>Name <input name="name" required maxlength="100"></label>
<label>Role <select name="role">${ROLES.map((role) => html`<option>${role}</option>`)}</select></label>
<p class="wide"><button>Make a login link</button></p>
</form>
<h2>Keys</h2>
${keys.length === 0 ? html`<p class="quiet">There are none.</p>` : keyTable(keys, caller, now)}
<h3>New key</h3>
<form class="new" method="post" action="/access/keys">${formToken(caller)}
<label>Whose, or what for <input name="name" required maxlength="100"></label>
<fieldset><legend>It may</legend>
${SCOPES.map((scope) => html`<label><input type="checkbox" name="scope-${scope}"> ${MEANS[scope]}</label>`)}
</fieldset>
<p class="wide"><button>Make a key</button></p>
</form>`;
}

function refusal(problem: Problem): Markup {
  const reasons = problem.errors?.map(sentenceOf) ?? [problem.detail];
  return html`<div class="notice bad" role="alert"><p>${problem.title}</p><ul>${reasons.map((reason) => html`<li>${reason}</li>`)}</ul></div>`;
}

function people(tokens: readonly StoredToken[], caller: Caller, now: Date): Markup {
  return html`<table class="fold"><thead><tr><th scope="col">Name</th><th scope="col">Role</th><th scope="col">Came in by</th><th scope="col">Until</th><th scope="col">End it</th></tr></thead><tbody>
${tokens.map(
  (one) => html`<tr><th scope="row">${one.name}</th><td data-label="Role">${one.role}</td>
<td data-label="Came in by">${cameBy(one)}</td><td data-label="Until">${instantOf(one.expiresAt, now)}</td>
<td>${button(`/access/sessions/${one.sessionHash}/end`, one.kind === 'login' ? 'Take back' : 'Sign out', one.name, caller)}</td></tr>`,
)}</tbody></table>`;
}

function cameBy({ kind, keyId }: StoredToken): string {
  if (kind === 'login') return 'a link that waits to be opened';
  return keyId === null ? 'a link' : 'a key';
}

function keyTable(keys: readonly ApiKey[], caller: Caller, now: Date): Markup {
  return html`<table class="fold"><thead><tr><th scope="col">Name</th><th scope="col">May</th><th scope="col">Made</th><th scope="col">Last used</th><th scope="col">State</th></tr></thead><tbody>
${keys.map(
  (key) => html`<tr><th scope="row">${key.name}</th><td data-label="May">${key.scopes.join(', ')}</td>
<td data-label="Made">${instantOf(key.createdAt)}</td><td data-label="Last used">${instantOf(key.lastUsedAt, now)}</td>
<td data-label="State">${key.revokedAt === null ? html`in force ${button(`/access/keys/${encodeURIComponent(key.keyId)}/revoke`, 'Revoke', key.name, caller)}` : html`revoked ${instantOf(key.revokedAt)}`}</td></tr>`,
)}</tbody></table>`;
}

function button(action: string, label: string, name: string, caller: Caller): Markup {
  return html`<form method="post" action="${action}">${formToken(caller)}<button class="plain" aria-label="${label}: ${name}">${label}</button></form>`;
}

/** Shown once, after a key or link was made. */
export function madePage(made: { readonly title: string; readonly secret: string; readonly then: string }): Markup {
  return html`<h1>${made.title}</h1>
<div class="notice good"><p><strong>Keep it now: it is shown only this once.</strong></p>
<code class="secret">${made.secret}</code>
<p class="small quiet">${made.then}</p></div>
<p><a href="/access">People and keys</a></p>`;
}
