import type { Instrument } from '#sources';
import type { SourceStatus } from '../source/source-status.ts';
import { isWebLink } from '../view/change-links.ts';
import { instantOf } from '../view/instants.ts';
import { html, type Markup, nothing, words } from '../view/markup.ts';
import { JURISDICTIONS } from '../view/vocabulary.ts';

/**
 * Watched sources with what can and cannot be relied upon right now.
 * @param instrument only those that watch it; undefined: all
 */
export function sourcesPage(
  statuses: readonly SourceStatus[],
  now: Date,
  instrument?: Pick<Instrument, 'id' | 'title'>,
): Markup {
  const behind = statuses.filter((status) => !status.fresh);
  const held = statuses.filter((status) => status.heldReadings.length > 0);
  return html`<h1>Sources</h1>
<p class="small"><a href="/attestations">State for a period that a source did or did not change</a></p>
${instrument ? html`<p>Only what watches <strong>${words(instrument.title)}</strong>. <a href="/sources">All sources</a></p>` : nothing}
<p class="lead">${statuses.length} ${statuses.length === 1 ? 'publication is' : 'publications are'} watched. ${
    behind.length === 0 && statuses.length > 0
      ? 'All were read successfully within their time.'
      : `${behind.length} cannot be relied upon to be complete right now; the reasons stand below.`
  }</p>
${held.length === 0 ? nothing : html`<h2>Held back</h2>${held.map((status) => heldNotice(status))}`}
${statuses.length === 0 ? empty(instrument) : nothing}
${(['US', 'JP', 'ML'] as const).map((jurisdiction) => group(jurisdiction, statuses, now))}`;
}

function empty(instrument: Pick<Instrument, 'id'> | undefined): Markup {
  return instrument
    ? html`<div class="notice"><p>No source shows it: a person must watch it.</p></div>`
    : html`<div class="notice"><p>No source is configured. Add sources to the configuration and start again.</p></div>`;
}

function heldNotice(status: SourceStatus): Markup {
  return html`${status.heldReadings.map(
    (reading) => html`<div class="notice warn">
<p><strong>${words(status.title)}</strong>: the version read on ${instantOf(reading.readAt)} looks wrong and is not used.</p>
<p>Reason: ${reading.reason}</p>
<p class="small quiet">Look at ${isWebLink(status.link) ? html`<a href="${status.link}" rel="noreferrer">the official page</a>` : 'the official page'} too. If it is right, release it: the difference to the last good version then becomes changes and alerts.</p>
<p><a class="act" href="/readings/${encodeURIComponent(reading.readingId)}">Compare with the last good version</a></p>
</div>`,
  )}`;
}

function group(jurisdiction: SourceStatus['jurisdiction'], statuses: readonly SourceStatus[], now: Date): Markup {
  const ofGroup = statuses.filter((status) => status.jurisdiction === jurisdiction);
  if (ofGroup.length === 0) return nothing;
  return html`<h2>${JURISDICTIONS[jurisdiction]}</h2>
<table class="fold sources"><thead><tr><th scope="col">Source</th><th scope="col">Condition</th><th scope="col">Last success</th><th scope="col">Last new content</th><th scope="col">Next check</th></tr></thead>
<tbody>${ofGroup.map((status) => row(status, now))}</tbody></table>`;
}

function row(status: SourceStatus, now: Date): Markup {
  const title = isWebLink(status.link)
    ? html`<a href="${status.link}" rel="noreferrer">${words(status.title)}</a>`
    : words(status.title);
  return html`<tr id="${status.id}">
<th scope="row">${title}<br><span class="small quiet">${status.instrumentId}</span></th>
<td><span class="direction ${status.fresh ? 'loosen' : 'tighten'}"><span aria-hidden="true">${status.fresh ? '✓' : '!'}</span> ${status.fresh ? 'Good' : 'Gap'}</span> ${status.inWords}
${status.problems.map((problem) => html`<br><span class="small quiet">Since ${instantOf(problem.openedAt)}: ${problem.because}</span>`)}</td>
<td data-label="Last success">${instantOf(status.lastSuccessAt, now)}</td>
<td data-label="Last new content">${instantOf(status.lastChangedAt, now)}</td>
<td data-label="Next check">${status.nextRunAt ? instantOf(status.nextRunAt, now) : html`<span class="quiet">not planned</span>`}</td>
</tr>`;
}
