import type { Review, ReviewEntry, ReviewState } from '#domain';
import { type Caller, hasRole } from '../access/caller.ts';
import { instantOf } from '../view/instants.ts';
import { html, type Markup, nothing } from '../view/markup.ts';
import { formToken } from './layout.ts';

export const REVIEW_STATES_IN_WORDS: Readonly<Record<ReviewState, string>> = {
  open: 'Open',
  acknowledged: 'Acknowledged',
  not_relevant: 'Not relevant',
};

/** How a team works on one item: where it stands, what was done, and what may be done next. */
export interface ReviewPanel {
  /** Path that its forms post to. */
  readonly action: string;
  readonly review: Review;
  /** Oldest first. */
  readonly entries: readonly ReviewEntry[];
  readonly caller: Caller;
}

export function reviewPanel({ action, review, entries, caller }: ReviewPanel): Markup {
  return html`<section aria-labelledby="review"><h2 id="review">Review</h2>
<p>${reviewState(review)}</p>
${entries.length === 0 ? nothing : html`<ul class="small">${entries.map(done)}</ul>`}
${hasRole(caller, 'reviewer') ? forms(action, review, caller) : nothing}</section>`;
}

/** Where an item stands and who has it, in one line. */
export function reviewState({ state, because, assignee }: Review): Markup {
  return html`${REVIEW_STATES_IN_WORDS[state]}${because ? html`: “${because}”` : nothing}
· ${assignee ? html`with ${assignee}` : html`<span class="quiet">with nobody</span>`}`;
}

function done(entry: ReviewEntry): Markup {
  return html`<li>${instantOf(entry.at)} ${entry.who} ${inWords(entry)}</li>`;
}

function inWords(entry: ReviewEntry): Markup {
  switch (entry.act) {
    case 'assigned':
      return entry.assignee === null ? html`took it from whoever had it` : html`gave it to ${entry.assignee}`;
    case 'commented':
      return html`wrote: “${entry.text}”`;
    case 'not_relevant':
      return html`marked it as not relevant: “${entry.text}”`;
    default:
      return html`${entry.act} it${entry.text ? html`: “${entry.text}”` : nothing}`;
  }
}

function forms(action: string, review: Review, caller: Caller): Markup {
  const isOpen = review.state === 'open';
  return html`<form class="new" method="post" action="${action}">${formToken(caller)}
<label class="wide">Words; a reason is needed for “not relevant” <textarea name="text" rows="2" maxlength="2000"></textarea></label>
<p class="wide">${isOpen ? html`<button name="act" value="acknowledged">Acknowledge</button> <button class="second" name="act" value="not_relevant">Not relevant</button>` : html`<button name="act" value="reopened">Reopen</button>`}
<button class="second" name="act" value="commented">Comment</button></p></form>
${isOpen ? assignForm(action, review, caller) : nothing}`;
}

function assignForm(action: string, review: Review, caller: Caller): Markup {
  const own = hasRole(caller, 'reviewer') ? caller.name : '';
  return html`<form class="new" method="post" action="${action}">${formToken(caller)}<input type="hidden" name="act" value="assigned">
<label>Who looks at it; empty: nobody <input name="assignee" maxlength="100" value="${review.assignee ?? own}"></label>
<p><button class="second">Assign</button></p></form>`;
}
