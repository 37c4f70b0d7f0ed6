import type { Digest } from '#digest';
import { checkedInTime } from '#digest';
import type { Subscription } from '#store';
import { movedByDays } from '#time';
import { bandBadge } from '../view/change-badges.ts';
import { instantOf, inUtc } from '../view/instants.ts';
import { html, type Markup, nothing, words } from '../view/markup.ts';
import { BANDS_URGENT_FIRST } from '../view/vocabulary.ts';
import { digestCards } from './digest-cards.ts';
import { itemTable, ledgerTable, listTable, notAlertedTable } from './digest-tables.ts';
import {
  correctionLines,
  deadlineTable,
  deadlineTables,
  lines,
  pairsTable,
  pipelineThreads,
} from './digest-threads.ts';

export interface DigestView {
  readonly digest: Digest;
  /** Calendar day with which the digest ends. */
  readonly date: string;
  /** Developments of the pipeline's steps, by change id. */
  readonly developments: ReadonlyMap<string, string>;
  readonly choices: readonly Subscription[];
  /** A digest that was made and kept: it has no neighbours by day. */
  readonly kept?: boolean;
  readonly chosen?: Subscription;
}

/** The report in the order in which counsel reads it: what to do, by when, what changed, what proves it. */
export function digestPage(view: DigestView): Markup {
  const { digest } = view;
  return html`${header(view)}
${view.kept ? nothing : chooser(view)}
${gaps(digest)}
${digest.header.isEmpty ? emptyNotice(digest) : nothing}
${section('Act now', digest.actNow.length, digestCards(digest.actNow))}
${section('Dates that come near', digest.datesDue.length, deadlineTable('Told before, and due', digest.datesDue))}
${section('Deadlines', digest.deadlines.within30.length + digest.deadlines.within90.length, deadlineTables(digest.deadlines))}
${section('List changes', digest.listChanges.length, listTable(digest.listChanges))}
${section('Items, thresholds and rules', digest.itemChanges.length, itemTable(digest.itemChanges))}
${section('Rulemaking pipeline', digest.pipeline.length, pipelineThreads(digest.pipeline, view.developments))}
${section('United States and Japan side by side', digest.sideBySide.length, pairsTable(digest.sideBySide))}
${section('Guidance, enforcement, context', digest.guidance.length, lines(digest.guidance))}
${section('Corrections', digest.corrections.length, correctionLines(digest.corrections))}
${section('Detected, not alerted', digest.notAlerted.length, notAlertedTable(digest.notAlerted))}
${section('Evidence ledger', digest.ledger.length, ledgerTable(digest.ledger))}
${freshness(digest)}`;
}

function section(title: string, count: number, body: Markup): Markup {
  return count === 0 ? nothing : html`<section><h2>${title}</h2>${body}</section>`;
}

function header({ digest, date }: DigestView): Markup {
  const { period, counts, profileName } = digest.header;
  const scored = BANDS_URGENT_FIRST.filter((band) => counts[band] > 0);
  return html`<h1>Digest <span class="nowrap">${date}</span>${profileName ? html` for ${profileName}` : nothing}</h1>
<p class="lead">${period.timeZone}: from ${inUtc(period.from)} to before ${inUtc(period.to)}.</p>
${scored.length === 0 ? nothing : html`<p>${scored.map((band) => html`${bandBadge(band, counts[band])} `)}</p>`}`;
}

function chooser({ date, choices, chosen }: DigestView): Markup {
  const step = (days: number) => {
    const day = movedByDays(date, days) ?? date;
    return `/digest/${day}${chosen ? `?subscription=${encodeURIComponent(chosen.subscriptionId)}` : ''}`;
  };
  const select =
    choices.length === 0
      ? nothing
      : html`<label>For <select name="subscription"><option value="">Everybody</option>
${choices.map((one) => html`<option value="${one.subscriptionId}"${one.subscriptionId === chosen?.subscriptionId ? html` selected` : nothing}>${one.name}</option>`)}</select></label>`;
  return html`<form class="filters" method="get" action="/digest">
<label>Day <input type="date" name="date" value="${date}"></label>${select}<button>Show</button></form>
<p class="pager"><a href="${step(-1)}">← Day before</a><a href="${step(1)}">Day after →</a></p>`;
}

/** More gaps than this are folded: the reader came for the changes, but must not miss that there are gaps. */
const MOST_GAPS_UNFOLDED = 3;

function gaps({ header: { gaps: behind } }: Digest): Markup {
  if (behind.length === 0) return nothing;
  const list = html`<ul>${behind.map((gap) => html`<li>${words(gap.title)}: ${gap.problem ?? 'not up to date'} <span class="quiet small">Last success ${instantOf(gap.lastSuccessAt)}.</span></li>`)}</ul>`;
  const count = behind.length === 1 ? 'one source' : `${behind.length} sources`;
  const heading = html`<strong>Coverage gaps.</strong> The silence of ${count} means nothing`;
  return behind.length > MOST_GAPS_UNFOLDED
    ? html`<details class="notice warn"><summary>${heading}</summary>${list}</details>`
    : html`<div class="notice warn"><p>${heading}:</p>${list}</div>`;
}

function emptyNotice({ header }: Digest): Markup {
  const relevant = header.profileName ? ' that matters to this profile' : '';
  return html`<div class="notice"><p>No change${relevant} was noticed in this time; ${checkedInTime(header)}. How fresh each is stands below.</p></div>`;
}

function freshness({ header: { sources } }: Digest): Markup {
  return html`<section><h2>How fresh the sources are</h2>
<table class="fold"><caption>As of now</caption><thead><tr><th scope="col">Source</th><th scope="col">Condition</th><th scope="col">Last success</th></tr></thead><tbody>
${sources.map((source) => html`<tr><th scope="row">${words(source.title)}</th><td data-label="Condition">${source.fresh ? 'Up to date' : (source.problem ?? 'Gap')}</td><td data-label="Last success">${instantOf(source.lastSuccessAt)}</td></tr>`)}
</tbody></table></section>`;
}
