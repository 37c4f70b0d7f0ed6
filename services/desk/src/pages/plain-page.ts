import { sentenceOf } from '../problem/field-problems.ts';
import type { Problem } from '../problem/problem.ts';
import { html, type Markup, nothing } from '../view/markup.ts';

/** A refusal for a person: what happened, what to do. */
export function problemPage(problem: Problem): Markup {
  const errors = problem.errors ?? [];
  return html`<h1>${problem.title}</h1>
<div class="notice bad"><p>${problem.detail}</p>
${errors.length > 1 ? html`<ul>${errors.map((error) => html`<li>${sentenceOf(error)}</li>`)}</ul>` : nothing}</div>
<p>${problem.status === 401 ? html`<a href="/login">How to sign in</a>` : html`<a href="/">To the changes</a>`}</p>`;
}

/** How a person gets in: the link comes from whoever runs this machine. */
export function howToSignIn(): Markup {
  return html`<h1>Sign in</h1>
<p class="lead">Redline has no passwords. Whoever runs it can make a one-time login link; open it in this browser.</p>
<div class="notice"><p>Programs use an API key instead: send it as <span class="mono">Authorization: Bearer …</span>.</p></div>`;
}

/** Shown by a login link. Looking at it spends nothing, so that a mail scanner's preview does not use it up. */
export function loginPage(token: string): Markup {
  return html`<h1>Sign in</h1>
<p class="lead">This link works once. The session lasts twelve hours.</p>
<form method="post" action="/login/${encodeURIComponent(token)}"><button>Sign in on this computer</button></form>`;
}
