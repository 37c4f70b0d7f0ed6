import { sentenceOf } from '../problem/field-problems.ts';
import type { Problem } from '../problem/problem.ts';
import { html, type Markup, nothing } from '../view/markup.ts';

/** A refusal for a person: what happened, what to do. */
export function problemPage(problem: Problem): Markup {
  const errors = problem.errors ?? [];
  return html`<h1>${problem.title}</h1>
<div class="notice bad"><p>${problem.detail}</p>
${errors.length > 1 ? html`<ul>${errors.map((error) => html`<li>${sentenceOf(error)}</li>`)}</ul>` : nothing}</div>
<p>${problem.status === 401 ? html`<a href="/login">How to sign in</a>` : html`<a href="/">To the first page</a>`}</p>`;
}
