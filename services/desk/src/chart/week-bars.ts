import { html, type Markup, nothing } from '../view/markup.ts';
import { firstMonday, mondayOf, WEEKS, type WeeksOfInstrument } from './weeks.ts';

const HEIGHT = 36;
const MOST_ROWS = 8;
const SLOT = 100 / WEEKS;

/**
 * Changes a week, a row of bars for each instrument, all to one scale of their own: a busy list must not flatten the others.
 * Widths are per cent, so that the picture fits any page and its words keep their size.
 */
export function weekBars(rows: readonly WeeksOfInstrument[], titleOf: (id: string) => string, now: Date): Markup {
  if (rows.length === 0) return html`<p class="quiet">No change was noticed in the last ${WEEKS} weeks.</p>`;
  return html`<table class="chart"><caption>Changes noticed a week, ${firstMonday(now)} to today. Each row has a scale of its own; the tallest bar is its busiest week.</caption>
<thead><tr><th scope="col">Instrument</th><th scope="col">${WEEKS} weeks</th><th scope="col">Busiest week</th><th scope="col">All</th></tr></thead><tbody>
${rows.slice(0, MOST_ROWS).map((row) => barsOf(row, titleOf(row.instrumentId), now))}</tbody></table>
${rows.length > MOST_ROWS ? html`<p class="small quiet">${rows.length - MOST_ROWS} further instruments had fewer changes: <a href="/instruments">all instruments</a>.</p>` : nothing}`;
}

function barsOf({ instrumentId, weeks, total }: WeeksOfInstrument, title: string, now: Date): Markup {
  const most = Math.max(...weeks, 1);
  const busiest = mondayOf(weeks.indexOf(most), now);
  const id = `weeks-${instrumentId}`;
  return html`<tr><th scope="row"><a href="/changes?instrument=${encodeURIComponent(instrumentId)}">${title}</a></th>
<td class="bars"><svg class="chart" width="100%" height="${HEIGHT}" role="img" aria-labelledby="${id}"><title id="${id}">${title}: ${total} changes in ${WEEKS} weeks, ${most} of them in the week of ${busiest}</title>
<line class="axis" x1="0" x2="100%" y1="${HEIGHT - 0.5}" y2="${HEIGHT - 0.5}"/>
${weeks.map((count, week) => (count === 0 ? nothing : bar(week, count, most)))}</svg></td>
<td data-label="Busiest week" class="number">${most} <span class="quiet nowrap">(${busiest})</span></td><td data-label="All" class="number">${total}</td></tr>`;
}

function bar(week: number, count: number, most: number): Markup {
  const height = Math.max(2, Math.round((count / most) * (HEIGHT - 4)));
  const x = (week * SLOT).toFixed(2);
  return html`<rect class="bar" x="${x}%" y="${HEIGHT - 1 - height}" width="${(SLOT * 0.8).toFixed(2)}%" height="${height}"/>`;
}
