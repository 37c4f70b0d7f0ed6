import { sentenceOf } from '#digest';
import type { Obligation } from '#store';
import { timelineChart } from '../chart/timeline.ts';
import { ageInDays, type LoadedDevelopment } from '../development/load-development.ts';
import { cautionBadges, directionBadge } from '../view/change-badges.ts';
import { dayOfChange } from '../view/day-of-change.ts';
import { dateOf, instantOf } from '../view/instants.ts';
import { html, type Markup, nothing, words } from '../view/markup.ts';
import { STAGES } from '../view/vocabulary.ts';
import { reviewTable } from './developments-page.ts';

const MOST_ROWS = 100;
const MOST_LINKS = 5;

/**
 * One legal act: what each source showed of it and when, what is owed, and why it is one act.
 * @param skip so many changes are passed over in the table
 */
export function developmentPage(loaded: LoadedDevelopment, now: Date, skip = 0): Markup {
  const { development, lineage } = loaded;
  return html`<p class="small"><a href="/developments">All developments</a></p>
<h1>${words(development.title)}</h1>
<p>${STAGES[development.stage]} · ${development.instruments.join(', ')} · ${development.changeCount} changes from ${development.sourceCount} sources</p>
${lineage.length > 1 ? lineageList(loaded) : nothing}
${obligationTable(loaded.obligations, now)}
${reviewTable(loaded.reviewItems, now, false)}
<h2 id="timeline">Timeline</h2>
${chartOf(loaded)}
${timeline(loaded, skip)}
${joinTable(loaded)}`;
}

const change = (id: string, text: string): Markup =>
  html`<a href="/changes/${encodeURIComponent(id)}">${words(text)}</a>`;

function lineageList({ lineage }: LoadedDevelopment): Markup {
  return html`<h2>Lineage</h2><ol>${lineage.map(
    (step) =>
      html`<li>${dateOf(step.publishedOn, '')} ${change(step.changeId, step.documentNumber)}: ${step.step === 'correction' ? 'correction' : STAGES[step.step]}</li>`,
  )}</ol>`;
}

function chartOf({ development, changes }: LoadedDevelopment): Markup {
  const points = changes.map(({ change: one }) => ({
    on: dayOfChange(one),
    lane: one.sourceId,
    label: sentenceOf(one),
    direction: one.direction,
  }));
  return new Set(points.map(({ on, lane }) => `${on} ${lane}`)).size > 1
    ? timelineChart(`${development.title}, as its sources showed it`, points)
    : nothing;
}

/** Four dates beside each other, never one, and our own instant. */
function timeline({ development, changes }: LoadedDevelopment, skip: number): Markup {
  const end = skip + MOST_ROWS;
  const path = `/developments/${encodeURIComponent(development.developmentId)}`;
  return html`<table class="fold"><thead><tr><th scope="col">Noticed</th><th scope="col">Source</th><th scope="col">What changed</th><th scope="col">Announced</th><th scope="col">Published</th><th scope="col">Effective</th><th scope="col">Codified</th></tr></thead><tbody>
${changes.slice(skip, end).map(
  ({
    change: one,
    confirmsChangeId,
    differs,
  }) => html`<tr><td>${instantOf(one.detectedAt)}</td><td data-label="Source">${one.sourceId}</td>
<td class="what">${directionBadge(one.direction)} ${change(one.changeId, sentenceOf(one))} ${cautionBadges(one)}
${confirmsChangeId ? html`<span class="meta">${differs.length === 0 ? 'confirms' : 'says otherwise than'} ${change(confirmsChangeId, 'an earlier change')}${differs.map(({ field, earlier, later }) => html`; ${field}: ${words(earlier)} → ${words(later)}`)}</span>` : nothing}</td>
<td data-label="Announced">${dateOf(one.dates.announcedOn)}</td><td data-label="Published">${dateOf(one.dates.publishedOn)}</td>
<td data-label="Effective">${dateOf(one.dates.effectiveFrom, one.dates.effectiveTBD ? 'to be announced' : '–')}</td><td data-label="Codified">${dateOf(one.dates.codifiedOn)}</td></tr>`,
)}</tbody></table>
${changes.length > MOST_ROWS ? html`<p class="pager"><span>${skip > 0 ? html`<a href="${path}#timeline">First changes</a>` : nothing}</span><span>${end < changes.length ? html`<a href="${path}?skip=${end}#timeline">${changes.length - end} further changes →</a>` : nothing}</span></p>` : nothing}`;
}

const OWED: Readonly<Record<Obligation['kind'], string>> = {
  listed: 'On the list as announced',
  codified: 'In the codified text',
  consolidated: 'In e-Gov',
  enforced: 'In force in e-Gov',
  announced: 'A document that announces it',
};

const OWED_STATES: Readonly<Record<Obligation['state'], string>> = {
  open: 'not shown yet',
  closed: 'shown',
  unprovable: 'cannot be proved',
};

function obligationTable(obligations: readonly Obligation[], now: Date): Markup {
  if (obligations.length === 0) return nothing;
  return html`<h2>Announced and shown</h2>
<table class="fold"><thead><tr><th scope="col">What must appear</th><th scope="col">Where</th><th scope="col">Due</th><th scope="col">State</th><th scope="col">Days</th><th scope="col">Proof</th></tr></thead><tbody>
${obligations.map(
  (
    one,
  ) => html`<tr><th scope="row">${change(one.changeId, OWED[one.kind])}</th><td data-label="Where">${one.sourceId}</td><td data-label="Due">${dateOf(one.dueOn ?? undefined, 'not stated')}</td>
<td data-label="State">${OWED_STATES[one.state]}${one.because ? html`<span class="meta">${words(one.because)}</span>` : nothing}</td><td data-label="Days">${ageInDays(one, now)}</td>
<td data-label="Proof">${one.proof.map((proof) => html`<span class="meta">${proof.sourceId}, ${words(proof.locator)}: “${words(proof.quote.slice(0, 160))}” <span class="mono">${proof.sha256.slice(0, 12)}</span></span>`)}</td></tr>`,
)}</tbody></table>`;
}

function joinTable({ joins }: LoadedDevelopment): Markup {
  if (joins.length === 0) return nothing;
  return html`<h2>Why these are one act</h2>
<table class="fold small"><thead><tr><th scope="col">They share</th><th scope="col">Which</th><th scope="col">Changes</th></tr></thead><tbody>
${joins.map(
  (join) => html`<tr><th scope="row">${join.reason}</th><td data-label="Which">${words(join.value)}</td>
<td data-label="Changes">${join.changeIds.slice(0, MOST_LINKS).map((id, index) => html`${change(id, String(index + 1))} `)}${join.changeIds.length > MOST_LINKS ? `of ${join.changeIds.length}` : nothing}</td></tr>`,
)}</tbody></table>`;
}
