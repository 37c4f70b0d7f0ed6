import { type Caller, hasRole, isOperator } from '../access/caller.ts';
import { MOST_REASON } from '../api/sources-api.ts';
import { type HeldComparison, MOST_SHOWN } from '../reading/compare-held.ts';
import { instantOf } from '../view/instants.ts';
import { html, type Markup, nothing, words } from '../view/markup.ts';
import { captureLink } from './evidence-list.ts';
import { formToken } from './layout.ts';

/** A held reading set against the last good one: what somebody must see before they take it at its word. */
export function heldPage(title: string, comparison: HeldComparison, caller: Caller): Markup {
  const { held, good, isReadable } = comparison;
  return html`<p class="small"><a href="/sources">All sources</a></p>
<h1>Held: ${words(title)}</h1>
<div class="notice warn"><p><strong>Why it is held:</strong> ${held.reason}</p>
<p>Read on ${instantOf(held.readAt)}. Until somebody decides, the last good version stays in use and nobody is told anything of this one.</p></div>
<h2>Side by side</h2>
<table class="compare fold"><thead><tr><th scope="col">What</th><th scope="col">Last good</th><th scope="col">Held</th><th scope="col">Difference</th></tr></thead><tbody>
<tr><th scope="row">Read</th><td data-label="Last good">${good ? instantOf(good.readAt) : html`<span class="quiet">never read well</span>`}</td><td data-label="Held">${instantOf(held.readAt)}</td><td></td></tr>
<tr><th scope="row">Captured bytes</th><td data-label="Last good">${good ? captureLink(good.sha256) : nothing}</td><td data-label="Held">${captureLink(held.sha256)}</td><td></td></tr>
${comparison.counts.map(({ what, good: of, held: against }) => html`<tr><th scope="row">${words(what)}</th><td data-label="Last good">${of ?? '–'}</td><td data-label="Held">${against ?? '–'}</td><td data-label="Difference">${signed(of, against)}</td></tr>`)}
</tbody></table>
${isReadable ? differences(comparison) : html`<p>The held bytes could not be read at all: open them above. Such a version cannot be released; it ends when a later one reads well.</p>`}
<h2>Decide</h2>
${decision(comparison, caller)}`;
}

function signed(good: number | undefined, held: number | undefined): Markup {
  if (good === undefined || held === undefined) return nothing;
  const difference = held - good;
  return html`${difference > 0 ? '+' : difference < 0 ? '−' : ''}${Math.abs(difference)}`;
}

function differences({ onlyGood, onlyHeld, onlyGoodCount, onlyHeldCount, good }: HeldComparison): Markup {
  if (!good) return nothing;
  return html`<div class="sides"><section><h3>Only in the last good version (${onlyGoodCount})</h3>${parts(onlyGood, onlyGoodCount, 'del')}</section>
<section><h3>Only in the held version (${onlyHeldCount})</h3>${parts(onlyHeld, onlyHeldCount, 'ins')}</section></div>`;
}

function parts(list: readonly string[], all: number, mark: 'del' | 'ins'): Markup {
  if (all === 0) return html`<p class="quiet">Nothing.</p>`;
  const marked = (text: string) =>
    mark === 'del' ? html`<del>[-${words(text)}-]</del>` : html`<ins>[+${words(text)}+]</ins>`;
  return html`<ul>${list.map((part) => html`<li>${marked(part)}</li>`)}</ul>
${all > MOST_SHOWN ? html`<p class="small quiet">The first ${MOST_SHOWN} of ${all}.</p>` : nothing}`;
}

function decision({ held, isReadable }: HeldComparison, caller: Caller): Markup {
  if (!isReadable) return html`<p class="quiet">Nothing can be decided about bytes that cannot be read.</p>`;
  if (!hasRole(caller, 'reviewer') || !isOperator(caller)) {
    return html`<p class="quiet">A reviewer of the house that runs this Redline can release it.</p>`;
  }
  return html`<p>Release it if the publisher’s page really says so: the differences become changes, and subscribers are told. Leave it if the page looks broken: a later version that reads well takes its place.</p>
<form class="new" method="post" action="/readings/${encodeURIComponent(held.readingId)}/release">${formToken(caller)}
<label class="wide">Why you release it <textarea name="reason" rows="2" required maxlength="${MOST_REASON}"></textarea></label>
<p class="wide"><button>Release this version</button></p></form>`;
}
