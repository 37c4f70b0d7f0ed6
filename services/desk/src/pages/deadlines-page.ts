import type { Deadline, DeadlineKind } from '#digest';
import type { MonthGrid } from '../calendar/month-grid.ts';
import { dateOf } from '../view/instants.ts';
import { html, type Markup, nothing, words } from '../view/markup.ts';
import { DEADLINE_KINDS, deadlineKindInWords } from '../view/vocabulary.ts';
import { select } from './change-filter.ts';

export interface DeadlinesView {
  readonly grid: MonthGrid;
  /** Of the month and of what comes after, as filtered. */
  readonly deadlines: readonly Deadline[];
  readonly today: string;
  readonly kind: DeadlineKind | undefined;
  readonly jurisdiction: string | undefined;
}

const MOST_IN_DAY = 3;
const MOST_ROWS = 200;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A month at a glance, and every date from its first day on as a list. */
export function deadlinesPage(view: DeadlinesView): Markup {
  const { grid, deadlines } = view;
  const byDay = Map.groupBy(deadlines, ({ on }) => on);
  const fromFirst = deadlines.filter(({ on }) => on >= `${grid.month}-01`);
  return html`<h1>Deadlines</h1>
<p class="lead">Dates that changes set: when comments close, when rules take effect or must be complied with, when authorisations end. A date is the authority’s calendar day. <a href="/deadlines.ics">Subscribe in your calendar (iCalendar)</a>.</p>
${filters(view)}
<h2 id="month">${monthName(grid.month)}</h2>
<p class="pager"><a href="${address(view, grid.previous)}">← ${monthName(grid.previous)}</a><a href="${address(view, grid.next)}">${monthName(grid.next)} →</a></p>
<table class="month"><caption class="unseen">Deadlines in ${monthName(grid.month)}</caption><thead><tr>${WEEKDAYS.map((day) => html`<th scope="col"><abbr title="${day}">${day.slice(0, 3)}</abbr></th>`)}</tr></thead><tbody>
${grid.weeks.map((week) => html`<tr>${week.map((day) => dayCell(day, byDay.get(day) ?? [], view))}</tr>`)}</tbody></table>
<h2>From ${monthName(grid.month)} on</h2>
${fromFirst.length === 0 ? html`<div class="notice"><p>No date is known from this month on. Dates appear here when a change states one.</p></div>` : list(fromFirst, view.today)}`;
}

function filters({ grid, kind, jurisdiction }: DeadlinesView): Markup {
  const kinds = Object.entries(DEADLINE_KINDS).map(([id, label]) => ({ id, label }));
  const places = [
    { id: 'US', label: 'United States' },
    { id: 'JP', label: 'Japan' },
  ];
  return html`<form class="filters" method="get" action="/deadlines"><input type="hidden" name="month" value="${grid.month}">
${select('kind', 'Kind of date', kinds, kind)}
${select('jurisdiction', 'Country', places, jurisdiction)}
<button>Show</button></form>`;
}

function address({ kind, jurisdiction }: DeadlinesView, month: string): string {
  const query = new URLSearchParams({ month, ...(kind ? { kind } : {}), ...(jurisdiction ? { jurisdiction } : {}) });
  return `/deadlines?${query}`;
}

function dayCell(day: string, of: readonly Deadline[], { grid, today }: DeadlinesView): Markup {
  const outside = day.slice(0, 7) === grid.month ? '' : ' outside';
  const marked = day === today ? ' today' : '';
  const number = html`<time datetime="${day}">${Number(day.slice(8))}</time>${day === today ? html` <span class="small">today</span>` : nothing}`;
  return html`<td class="day${outside}${marked}${of.length > 0 ? ' full' : ''}">${number}
${of.length === 0 ? nothing : html`<ul>${of.slice(0, MOST_IN_DAY).map((one) => html`<li class="${one.kind}"><a href="/changes/${encodeURIComponent(one.changeIds.at(-1) ?? '')}"><span class="kind">${deadlineKindInWords(one)}</span> ${words(short(one.about))}</a></li>`)}${of.length > MOST_IN_DAY ? html`<li class="quiet">and ${of.length - MOST_IN_DAY} more</li>` : nothing}</ul>`}</td>`;
}

const SHORT_CHARS = 60;

function short(text: string): string {
  return text.length > SHORT_CHARS ? `${text.slice(0, SHORT_CHARS).trimEnd()}…` : text;
}

function list(deadlines: readonly Deadline[], today: string): Markup {
  return html`${deadlineList(deadlines.slice(0, MOST_ROWS), today)}
${deadlines.length > MOST_ROWS ? html`<p class="small quiet">The first ${MOST_ROWS} of ${deadlines.length}; go on by month.</p>` : nothing}`;
}

/** Dates in their order, each with the days that are left. */
export function deadlineList(deadlines: readonly Deadline[], today: string): Markup {
  return html`<table class="deadlines fold"><thead><tr><th scope="col">Date</th><th scope="col">What</th><th scope="col">About</th><th scope="col">Instrument</th></tr></thead><tbody>
${deadlines.map(
  (
    one,
  ) => html`<tr><td class="when">${dateOf(one.on)}<span class="meta">${daysLeft(one.on, today)}</span></td><td data-label="What">${deadlineKindInWords(one)}<span class="meta">${one.timeZone}${one.movedFrom ? html`, moved from ${dateOf(one.movedFrom)}` : nothing}</span></td>
<td data-label="About" class="what"><a href="/changes/${encodeURIComponent(one.changeIds.at(-1) ?? '')}">${words(one.about)}</a></td><td data-label="Instrument">${one.instrumentId}</td></tr>`,
)}</tbody></table>`;
}

const DAY_MS = 86_400_000;

function daysLeft(on: string, today: string): string {
  const days = Math.round((Date.parse(on) - Date.parse(today)) / DAY_MS);
  if (days === 0) return 'today';
  if (days < 0) return days === -1 ? 'yesterday' : `${-days} days ago`;
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}

function monthName(month: string): string {
  return new Date(`${month}-01`).toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}
