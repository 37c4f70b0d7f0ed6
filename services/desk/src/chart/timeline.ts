import type { Direction } from '#domain';
import { html, langOf, type Markup, nothing } from '../view/markup.ts';

/** A dated fact on a timeline. */
export interface TimelinePoint {
  /** Calendar date. */
  readonly on: string;
  /** Row of the timeline: a list, a source. */
  readonly lane: string;
  readonly label: string;
  readonly direction: Direction;
}

const DAY_MS = 86_400_000;
const LANE = 46;
const TOP = 26;
const MOST_LANES = 10;
const MOST_POINTS = 400;
/** Share of the width left free at either end, so that no mark is cut. */
const EDGE = 3;

/**
 * When what happened, a row for each list or source. The mark is the direction's: its shape tells it without colour. Nothing
 * stands in the picture alone: the same facts stand as a table beside it.
 */
export function timelineChart(title: string, all: readonly TimelinePoint[]): Markup {
  const points = all.filter(({ on }) => !Number.isNaN(Date.parse(on))).slice(0, MOST_POINTS);
  if (points.length === 0) return nothing;
  const lanes = [...Map.groupBy(points, ({ lane }) => lane)].slice(0, MOST_LANES);
  const days = points.map(({ on }) => Date.parse(on));
  const scale = scaleOf(Math.min(...days), Math.max(...days));
  const height = TOP + lanes.length * LANE;
  return html`<figure class="timeline"><svg class="chart" width="100%" height="${height}" role="img" aria-labelledby="timeline-title timeline-desc">
<title id="timeline-title">${title}</title>
<desc id="timeline-desc">${lanes.map(([lane, of]) => `${lane}: ${of.length} changes, ${rangeOf(of)}. `).join('')}</desc>
${scale.ticks.map(({ at, label }) => html`<line class="grid" x1="${at}%" x2="${at}%" y1="${TOP - 8}" y2="${height}"/><text class="tick" x="${at}%" y="12">${label}</text>`)}
${lanes.map(([lane, of], index) => laneOf(lane, of, TOP + index * LANE, scale.place))}
</svg><figcaption><span aria-hidden="true"><span class="direction tighten">▲</span> tightens <span class="direction loosen">▼</span> loosens ○ other, or several ways. </span>A number counts the changes of one day: the day they take effect, else of publication, else of notice.</figcaption></figure>`;
}

function laneOf(lane: string, points: readonly TimelinePoint[], y: number, place: (day: number) => string): Markup {
  const language = langOf(lane);
  const days = [...Map.groupBy(points, ({ on }) => on)];
  return html`<text class="lane" x="0" y="${y + 14}"${language === 'ja' ? html` lang="ja"` : nothing}>${lane}</text><line class="axis" x1="0" x2="100%" y1="${y + 30}" y2="${y + 30}"/>
${days.map(([on, of]) => html`<svg class="mark" x="${place(Date.parse(on))}%" y="${y + 30}" overflow="visible">${markOf(directionOf(of))}<title>${on}: ${titleOf(of)}</title>${of.length > 1 ? countOf(of.length, Number(place(Date.parse(on)))) : nothing}</svg>`)}`;
}

/** Beside its mark, on the side that has room. @param at per cent of the width */
function countOf(count: number, at: number): Markup {
  return at > 50
    ? html`<text class="count end" x="-9" y="-4">${count}</text>`
    : html`<text class="count" x="9" y="-4">${count}</text>`;
}

/** Changes of one day share a mark: it points one way only where all of them do. */
function directionOf(points: readonly TimelinePoint[]): Direction {
  const [first, ...others] = new Set(points.map(({ direction }) => direction));
  return first !== undefined && others.length === 0 ? first : 'mixed';
}

const MOST_TITLED = 5;

function titleOf(points: readonly TimelinePoint[]): string {
  const labels = points.slice(0, MOST_TITLED).map(({ label }) => label);
  return points.length > MOST_TITLED
    ? `${labels.join(' ')} And ${points.length - MOST_TITLED} more.`
    : labels.join(' ');
}

function markOf(direction: Direction): Markup {
  if (direction === 'tighten') return html`<path class="tighten" d="M-6 5 0 -6 6 5Z"/>`;
  if (direction === 'loosen') return html`<path class="loosen" d="M-6 -5 0 6 6 -5Z"/>`;
  return html`<circle class="other" r="5"/>`;
}

function rangeOf(points: readonly TimelinePoint[]): string {
  const days = points.map(({ on }) => on).sort();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  return first === last ? first : `${first} to ${last}`;
}

interface Scale {
  readonly place: (day: number) => string;
  readonly ticks: readonly { readonly at: string; readonly label: string }[];
}

const TICKS = 4;

/** A straight scale over the days; one day alone stands in the middle. */
function scaleOf(from: number, to: number): Scale {
  const span = Math.max(to - from, DAY_MS);
  const middle = from === to ? 50 : undefined;
  const place = (day: number) => (middle ?? EDGE + ((day - from) / span) * (100 - 2 * EDGE)).toFixed(2);
  if (middle !== undefined) return { place, ticks: [{ at: '50.00', label: labelOf(from) }] };
  const steps = Math.min(TICKS, Math.max(1, Math.floor(span / DAY_MS)));
  const ticks = Array.from({ length: steps }, (_, index) => from + (span * (index + 0.5)) / steps);
  return { place, ticks: ticks.map((day) => ({ at: place(day), label: labelOf(day) })) };
}

function labelOf(day: number): string {
  return new Date(day).toISOString().slice(0, 10);
}
