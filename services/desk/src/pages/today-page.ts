import { type Deadline, sentenceOf } from '#digest';
import type { StoredChange, UrgentChange } from '#store';
import { weekBars } from '../chart/week-bars.ts';
import type { WeeksOfInstrument } from '../chart/weeks.ts';
import type { DeskPorts } from '../ports.ts';
import { lastCheck } from '../source/last-check.ts';
import type { SourceStatus } from '../source/source-status.ts';
import { bandBadge, directionBadge } from '../view/change-badges.ts';
import { instantOf } from '../view/instants.ts';
import { html, type Markup, nothing, words } from '../view/markup.ts';
import { changesTable } from './changes-page.ts';
import { deadlineList } from './deadlines-page.ts';

export interface TodayView {
  /** Undefined for somebody who is not signed in: nothing is urgent to nobody. */
  readonly urgent: readonly UrgentChange[] | undefined;
  readonly deadlines: readonly Deadline[];
  /** Noticed since yesterday, newest first. */
  readonly fresh: readonly StoredChange[];
  /** The newest changes before that, where nothing is new. */
  readonly before: readonly StoredChange[];
  readonly hasMore: boolean;
  readonly openReviews: number;
  readonly statuses: readonly SourceStatus[];
  readonly weeks: readonly WeeksOfInstrument[];
  readonly today: string;
}

/** Where somebody begins the day: what to do, by when, what is new, and how far it can be relied upon. */
export function todayPage(ports: DeskPorts, view: TodayView): Markup {
  const now = ports.now();
  const titleOf = (id: string) => ports.instruments.find((one) => one.id === id)?.title ?? id;
  return html`<h1>Today <time class="nowrap quiet" datetime="${view.today}">${view.today}</time></h1>
<p class="lead">${health(view.statuses, now)}</p>
<h2>Act now</h2>
${actNow(view)}
<h2>Next deadlines</h2>
${view.deadlines.length === 0 ? html`<p class="quiet">No date is known for the next 90 days.</p>` : deadlineList(view.deadlines, view.today)}
<p><a href="/deadlines">All deadlines</a></p>
<h2>New since yesterday</h2>
${news(ports, view)}
<h2>Changes a week</h2>
${weekBars(view.weeks, titleOf, now)}`;
}

/** One line: how many sources can be relied upon, what is held, when the last check was. */
function health(statuses: readonly SourceStatus[], now: Date): Markup {
  const last = lastCheck(statuses);
  const behind = statuses.filter(({ fresh }) => !fresh).length;
  const held = statuses.filter(({ heldReadings }) => heldReadings.length > 0).length;
  const state =
    behind === 0
      ? html`<span class="direction loosen"><span aria-hidden="true">✓</span> all up to date</span>`
      : html`<a href="/sources" class="direction tighten"><span aria-hidden="true">!</span> ${behind} cannot be relied upon</a>${held > 0 ? html`, ${held} of them held for a person` : nothing}`;
  return html`${statuses.length} sources are watched${statuses.length > 0 ? html`: ${state}` : nothing}; ${last ? html`last check ${instantOf(last, now)}` : html`none has been checked yet`}.`;
}

function actNow({ urgent, openReviews }: TodayView): Markup {
  const reviews =
    openReviews === 0
      ? nothing
      : html`<p><a href="/developments">${openReviews} ${openReviews === 1 ? 'matter waits' : 'matters wait'} for review</a>: sources that do not agree, or do not show yet what was announced.</p>`;
  if (!urgent)
    return html`<p class="quiet"><a href="/login">Sign in</a> to see what matters to your subscriptions.</p>${reviews}`;
  if (urgent.length === 0) {
    return html`<p class="quiet">Nothing critical or high was alerted to your subscriptions in the last 30 days.</p>${reviews}`;
  }
  return html`<ol class="cards">${urgent.map(({ stored: { change }, band, score }) => html`<li>${bandBadge(band, score)} ${directionBadge(change.direction)}<br><a href="/changes/${encodeURIComponent(change.changeId)}"><strong>${words(sentenceOf(change))}</strong></a><span class="meta">${change.instrumentId} · noticed ${instantOf(change.detectedAt)}</span></li>`)}</ol>${reviews}`;
}

function news(ports: DeskPorts, { fresh, before, hasMore }: TodayView): Markup {
  const all = html`<p><a href="/changes">All changes</a></p>`;
  if (fresh.length > 0) {
    return html`${changesTable(ports, fresh)}${hasMore ? html`<p><a href="/changes">More changes</a></p>` : all}`;
  }
  if (before.length === 0) {
    return html`<div class="notice"><p>Nothing found yet. The first visit to a source only records what is there and announces nothing. <a href="/changes?history=1">Show that history</a></p></div>`;
  }
  return html`<p class="quiet">Nothing was noticed since yesterday. The newest before that:</p>${changesTable(ports, before)}${all}`;
}
