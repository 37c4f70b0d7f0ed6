import { sentenceOf } from '#digest';
import type { Change } from '#domain';
import type { StoredChange } from '#store';
import type { Caller } from '../access/caller.ts';
import { encodeCursor } from '../api/cursor.ts';
import type { DeskPorts } from '../ports.ts';
import { lastCheck } from '../source/last-check.ts';
import type { SourceStatus } from '../source/source-status.ts';
import { cautionBadges, directionBadge, isLaw } from '../view/change-badges.ts';
import type { FoundChanges, WantedChanges } from '../view/find-changes.ts';
import { dateOf, instantOf } from '../view/instants.ts';
import { html, type Markup, nothing, words } from '../view/markup.ts';
import { STAGES } from '../view/vocabulary.ts';
import { filterForm, isFiltered, queryOf } from './change-filter.ts';

export interface ChangesView {
  readonly wanted: WantedChanges;
  readonly found: FoundChanges;
  readonly statuses: readonly SourceStatus[];
  /** False while words of older changes may not be found yet. */
  readonly isIndexed: boolean;
  readonly caller: Caller;
}

/** The list of changes, newest first, by the day they were noticed. */
export function changesPage(ports: DeskPorts, { wanted, found, statuses, isIndexed, caller }: ChangesView): Markup {
  return html`<h1>What changed</h1>
<p class="lead">Changes in the rules and lists by which the United States and Japan control technology, newest first. ${coverage(statuses, ports.now())}</p>
${filterForm(ports, wanted, caller)}
${isIndexed ? nothing : html`<div class="notice warn"><p>Older changes are still being indexed: their words may not be found yet.</p></div>`}
${found.changes.length === 0 ? empty(ports, wanted, statuses) : changesTable(ports, found.changes)}
${pager(wanted, found)}`;
}

function coverage(statuses: readonly SourceStatus[], now: Date): Markup {
  const last = lastCheck(statuses);
  const behind = statuses.filter((status) => !status.fresh).length;
  const gap =
    behind === 0
      ? html`All are up to date.`
      : html`<a href="/sources">${behind} of them cannot be relied upon</a> right now.`;
  return html`${statuses.length} sources are watched${last ? html`, last check ${instantOf(last, now)}` : nothing}. ${statuses.length > 0 ? gap : nothing}`;
}

export function changesTable(ports: DeskPorts, changes: readonly StoredChange[]): Markup {
  const days = Map.groupBy(changes, ({ change }) => change.detectedAt.slice(0, 10));
  return html`<table class="changes fold">
<thead><tr><th scope="col">Effect</th><th scope="col">What changed</th><th scope="col">Published</th><th scope="col">Effective</th></tr></thead>
${[...days].map(
  ([day, ofDay]) => html`<tbody>
<tr class="day"><th colspan="4" scope="rowgroup">Noticed <time datetime="${day}">${day}</time></th></tr>
${ofDay.map(({ change }) => row(ports, change))}
</tbody>`,
)}
</table>`;
}

function row(ports: DeskPorts, change: Change): Markup {
  const source = ports.sources.find(({ id }) => id === change.sourceId)?.title ?? change.sourceId;
  return html`<tr>
<td>${directionBadge(change.direction)}</td>
<td class="what"><a href="/changes/${encodeURIComponent(change.changeId)}">${words(sentenceOf(change))}</a>
<span class="meta">${change.instrumentId}${isLaw(change.stage) ? ` · ${STAGES[change.stage]}` : ''} · ${words(source)}</span>
${cautionBadges(change)}</td>
<td data-label="Published">${dateOf(change.dates.publishedOn)}</td>
<td data-label="Effective">${dateOf(change.dates.effectiveFrom, change.dates.effectiveTBD ? 'to be announced' : '–')}</td>
</tr>`;
}

/** An empty list says what was checked and when: silence must not look like safety. */
function empty(ports: DeskPorts, wanted: WantedChanges, statuses: readonly SourceStatus[]): Markup {
  const last = lastCheck(statuses);
  const checked = last
    ? html`${statuses.length} sources are watched; the last check was ${instantOf(last, ports.now())}.`
    : html`${statuses.length} sources are watched; none has been checked yet.`;
  if (isFiltered(wanted)) {
    return html`<div class="notice"><p>No change matches these filters. ${checked}</p><p><a href="/changes">Show all changes</a></p></div>`;
  }
  return html`<div class="notice"><p>Nothing found yet. ${checked}</p>
<p>The first visit to a source only records what is there and announces nothing. <a href="/changes?history=1">Show that history</a></p></div>`;
}

function pager(wanted: WantedChanges, found: FoundChanges): Markup {
  const newest = wanted.before === undefined ? nothing : html`<a href="${queryOf(wanted)}">Newest</a>`;
  const older =
    found.nextBefore === undefined
      ? nothing
      : html`<a href="${queryOf(wanted, encodeCursor(found.nextBefore))}">Older changes →</a>`;
  return html`<p class="pager"><span>${newest}</span><span>${older}</span></p>`;
}
