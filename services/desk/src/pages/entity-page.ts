import { sentenceOf } from '#digest';
import type { ListedParty } from '#store';
import { type TimelinePoint, timelineChart } from '../chart/timeline.ts';
import type { LoadedParty } from '../entity/load-party.ts';
import type { DeskPorts } from '../ports.ts';
import { cautionBadges, directionBadge } from '../view/change-badges.ts';
import { dayOfChange } from '../view/day-of-change.ts';
import { dateOf, instantOf } from '../view/instants.ts';
import { html, type Markup, nothing, words } from '../view/markup.ts';
import { partyLink } from './entities-page.ts';

const MOST_NAMES = 60;

/** The history of one party over all lists, by a name. */
export function entityPage(ports: DeskPorts, party: LoadedParty): Markup {
  const standing = party.listings.filter(({ goneAt }) => goneAt === null);
  return html`<p class="small"><a href="/entities">Find another party</a></p>
<h1>${words(party.name)}</h1>
<p class="lead">${standing.length === 0 ? 'Not on a list that was read.' : `On ${standing.length} ${standing.length === 1 ? 'list' : 'lists'} as they were read last.`}</p>
<div class="notice"><p>Everything here carries this name, or a name that stands beside it in one entry. An equal name is no proof of one party, and no match is no clearance.</p></div>
${party.listings.length === 0 ? nothing : html`<h2>Lists</h2>${listings(ports, party.listings)}`}
<h2>History</h2>
${history(ports, party)}
${
  party.otherNames.length === 0
    ? nothing
    : html`<h2>Other names in these entries</h2><ul class="names">${party.otherNames.slice(0, MOST_NAMES).map(({ nameKey, printed }) => html`<li>${partyLink(nameKey, printed)}</li>`)}</ul>
${party.otherNames.length > MOST_NAMES ? html`<p class="small quiet">and ${party.otherNames.length - MOST_NAMES} more</p>` : nothing}`
}`;
}

function listings(ports: DeskPorts, all: readonly ListedParty[]): Markup {
  return html`<table class="fold"><thead><tr><th scope="col">List</th><th scope="col">As printed</th><th scope="col">Country</th><th scope="col">Seen since</th><th scope="col">State</th></tr></thead><tbody>
${all.map(
  (
    one,
  ) => html`<tr><th scope="row">${words(instrumentTitle(ports, one.instrumentId))}<span class="meta">${words(one.list)} · <a href="/sources#${one.sourceId}">${one.sourceId}</a></span></th>
<td data-label="As printed">${words(one.name)}</td><td data-label="Country">${one.country ?? '–'}</td><td data-label="Seen since">${instantOf(one.seenAt)}</td>
<td data-label="State">${one.goneAt === null ? html`<strong>On the list</strong>` : html`No longer, since ${instantOf(one.goneAt)}`}</td></tr>`,
)}</tbody></table>
<p class="small quiet">“Seen since” is our first reading that shows the entry; the listing itself may be older.</p>`;
}

function history(ports: DeskPorts, { name, changes }: LoadedParty): Markup {
  if (changes.length === 0) return html`<p class="quiet">Nothing changed about it since the lists were first read.</p>`;
  const points = changes.map(
    ({ change }): TimelinePoint => ({
      on: dayOfChange(change),
      lane: instrumentTitle(ports, change.instrumentId),
      label: sentenceOf(change),
      direction: change.direction,
    }),
  );
  return html`${timelineChart(`Changes about ${name} over time`, points)}
<table class="changes fold"><thead><tr><th scope="col">Effect</th><th scope="col">What changed</th><th scope="col">Published</th><th scope="col">Effective</th></tr></thead><tbody>
${changes.map(
  ({
    change,
  }) => html`<tr><td>${directionBadge(change.direction)}</td><td class="what"><a href="/changes/${encodeURIComponent(change.changeId)}">${words(sentenceOf(change))}</a>
<span class="meta">${change.instrumentId} · noticed ${dateOf(change.detectedAt.slice(0, 10))}</span>${cautionBadges(change)}</td>
<td data-label="Published">${dateOf(change.dates.publishedOn)}</td><td data-label="Effective">${dateOf(change.dates.effectiveFrom)}</td></tr>`,
)}</tbody></table>`;
}

function instrumentTitle({ instruments }: DeskPorts, id: string): string {
  return instruments.find((one) => one.id === id)?.title ?? id;
}
