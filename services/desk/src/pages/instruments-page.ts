import type { Instrument } from '#sources';
import { weekBars } from '../chart/week-bars.ts';
import type { WeeksOfInstrument } from '../chart/weeks.ts';
import type { MatrixRow } from '../instrument/matrix.ts';
import { dateOf } from '../view/instants.ts';
import { html, type Markup, nothing, words } from '../view/markup.ts';
import { JURISDICTIONS } from '../view/vocabulary.ts';

/** Every policy tool, who watches it, what answers it on the other side, and where nobody may rely on us. */
export function instrumentsPage(rows: readonly MatrixRow[], weeks: readonly WeeksOfInstrument[], now: Date): Markup {
  const byPerson = rows.filter(({ instrument }) => instrument.watch === 'manual').length;
  const titleOf = (id: string) => rows.find(({ instrument }) => instrument.id === id)?.instrument.title ?? id;
  return html`<h1>Instruments</h1>
<p class="lead">${rows.length} policy tools of the United States and Japan, side by side. ${rows.length - byPerson} are watched by sources; ${byPerson} are on no machine-readable publication and must be watched by a person.</p>
${(['US', 'JP', 'ML'] as const).map((jurisdiction) => group(jurisdiction, rows))}
<h2 id="weeks">Changes a week</h2>
${weekBars(weeks, titleOf, now)}`;
}

function group(jurisdiction: Instrument['jurisdiction'], rows: readonly MatrixRow[]): Markup {
  const of = rows.filter(({ instrument }) => instrument.jurisdiction === jurisdiction);
  if (of.length === 0) return nothing;
  const other = jurisdiction === 'US' ? 'In Japan' : jurisdiction === 'JP' ? 'In the United States' : 'Counterpart';
  return html`<h2>${JURISDICTIONS[jurisdiction]}</h2>
<table class="matrix fold"><thead><tr><th scope="col">Instrument</th><th scope="col">Watched by</th><th scope="col">${other}</th><th scope="col">Last change</th><th scope="col">Gap</th></tr></thead>
<tbody>${of.map(row)}</tbody></table>`;
}

function row({ instrument, sources, counterparts, last, gaps }: MatrixRow): Markup {
  const { id, title, description } = instrument;
  return html`<tr id="${id}"><th scope="row"><a href="/changes?instrument=${encodeURIComponent(id)}">${words(title)}</a> <span class="quiet nowrap">${id}</span><span class="meta">${description}</span></th>
<td data-label="Watched by">${instrument.watch === 'manual' ? html`<span class="caution">watched by a person</span>` : watchers(id, sources)}</td>
<td data-label="Counterpart">${counterparts.length === 0 ? html`<span class="quiet">none</span>` : html`<ul class="plain">${counterparts.map((one) => html`<li><a href="#${one.id}">${words(one.title)}</a></li>`)}</ul>`}</td>
<td data-label="Last change">${last ? html`<a href="/changes/${encodeURIComponent(last.changeId)}">${dateOf(last.detectedAt.slice(0, 10))}</a>` : html`<span class="quiet">none noticed</span>`}</td>
<td data-label="Gap">${gaps.length === 0 ? html`<span class="direction loosen"><span aria-hidden="true">✓</span> none known</span>` : html`<ul class="plain">${gaps.map((gap) => html`<li>${gap}</li>`)}</ul>`}</td></tr>`;
}

/** How many, and how many of them cannot be relied upon; which ones stands on a page of their own. */
function watchers(id: string, sources: MatrixRow['sources']): Markup {
  const behind = sources.filter(({ fresh }) => !fresh).length;
  return html`<a href="/sources?instrument=${encodeURIComponent(id)}">${sources.length} ${sources.length === 1 ? 'source' : 'sources'}</a>${behind > 0 ? html`, <span class="direction tighten">${behind} behind</span>` : nothing}`;
}
