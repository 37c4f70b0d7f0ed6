import type { CorrectionLine, Deadline, Digest, DigestDeadline, DigestLine, PipelineThread, SidePair } from '#digest';
import { dateOf } from '../view/instants.ts';
import { html, type Markup, nothing, words } from '../view/markup.ts';
import { deadlineKindInWords } from '../view/vocabulary.ts';
import { developmentLink } from './developments-page.ts';
import { citations } from './digest-cards.ts';

/** `Comments close 2026-12-24 (America/New_York), moved from 2026-12-01`. */
export function deadlineWords(deadline: Deadline): Markup {
  const { on, timeZone, movedFrom } = deadline;
  return html`${deadlineKindInWords(deadline)} ${dateOf(on)} <span class="quiet">(${timeZone})</span>${movedFrom ? html`, moved from ${dateOf(movedFrom)}` : nothing}`;
}

const MARKS: Readonly<Record<DigestDeadline['mark'], string>> = {
  new: 'new',
  changed: 'changed',
  standing: 'as told before',
};

export function deadlineTables({ within30, within90 }: Digest['deadlines']): Markup {
  return html`${deadlineTable('Within 30 days', within30)}${deadlineTable('Within 90 days', within90)}`;
}

/** Dates with what each is about; nothing where there are none. */
export function deadlineTable(title: string, deadlines: readonly DigestDeadline[]): Markup {
  if (deadlines.length === 0) return nothing;
  return html`<table class="fold"><caption>${title}</caption><thead><tr><th scope="col">What</th><th scope="col">About</th><th scope="col">Days left</th><th scope="col">New</th></tr></thead><tbody>
${deadlines.map(
  (one) =>
    html`<tr><td>${deadlineWords(one)}</td><td data-label="About"><a href="/changes/${encodeURIComponent(one.changeIds[0] ?? '')}">${words(one.about)}</a></td><td data-label="Days left">${one.daysLeft}</td><td data-label="New">${MARKS[one.mark]}</td></tr>`,
)}</tbody></table>`;
}

export function lines(list: readonly DigestLine[]): Markup {
  return html`<ul>${list.map((line) => html`<li>${lineLink(line)}${citations(line.citations)}</li>`)}</ul>`;
}

function lineLink(line: DigestLine): Markup {
  return html`<a href="/changes/${encodeURIComponent(line.changeId)}">${words(line.sentence)}</a>`;
}

export function correctionLines(list: readonly CorrectionLine[]): Markup {
  return html`<ul>${list.map((line) => html`<li>${lineLink(line)}<br>We said (${line.fact}): <del>${words(line.said)}</del> ${line.told ? html`<a href="/changes/${encodeURIComponent(line.told.changeId)}">where</a>${citations(line.told.citations)}` : nothing}<br>It is: <ins>${words(line.is)}</ins>${citations(line.citations)}</li>`)}</ul>`;
}

export function pipelineThreads(
  threads: readonly PipelineThread[],
  developments: ReadonlyMap<string, string> = new Map(),
): Markup {
  const heading = (thread: string, id: string | undefined) =>
    id === undefined ? words(thread) : developmentLink(id, thread);
  return html`${threads.map(
    ({ thread, steps }) => html`<h3>${heading(thread, developments.get(steps[0]?.changeId ?? ''))}</h3>
<ol>${steps.map((step) => html`<li>${step.step} ${dateOf(step.publishedOn, '')} ${lineLink(step)}${step.earlier ? html` <span class="quiet">told before</span>` : nothing}</li>`)}</ol>`,
  )}`;
}

export function pairsTable(pairs: readonly SidePair[]): Markup {
  const side = (list: readonly DigestLine[], status: string) =>
    list.length === 0
      ? html`<span class="quiet">No change. ${words(status)}</span>`
      : html`<ul>${list.map((line) => html`<li>${lineLink(line)}</li>`)}</ul>`;
  return html`<table class="fold"><thead><tr><th scope="col">Topic</th><th scope="col">United States</th><th scope="col">Japan</th><th scope="col">Gap</th></tr></thead><tbody>
${pairs.map(
  (pair) =>
    html`<tr><th scope="row">${words(pair.topic)}</th><td data-label="United States">${side(pair.us, pair.usStatus)}</td><td data-label="Japan">${side(pair.jp, pair.jpStatus)}</td><td data-label="Gap">${words(pair.gap)}</td></tr>`,
)}</tbody></table>`;
}
