import { z } from '@hono/zod-openapi';
import { BANDS, CHANGE_TYPES, type ChangeType } from '#domain';
import { type Caller, hasRole } from '../access/caller.ts';
import { decodeCursor } from '../api/cursor.ts';
import type { DeskPorts } from '../ports.ts';
import type { WantedChanges } from '../view/find-changes.ts';
import { html, type Markup } from '../view/markup.ts';
import { DIRECTIONS, JURISDICTIONS, typeInWords } from '../view/vocabulary.ts';

const text = z.string().trim().max(200).catch('').default('');

const Query = z.object({
  type: text,
  source: text,
  instrument: text,
  jurisdiction: text,
  direction: text,
  from: text,
  to: text,
  band: text,
  text,
  history: text,
  before: text,
});

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * What the address asks for. A page is lenient: what it does not understand it leaves out and shows as not chosen.
 * @param caller whose subscriptions a band is asked about; nobody has none
 */
export function wantedFrom(
  query: Readonly<Record<string, string>>,
  caller: Caller = { kind: 'anonymous' },
): WantedChanges {
  const asked = Query.parse(query);
  const before = asked.before === '' ? undefined : decodeCursor(asked.before);
  return {
    ...(isChangeType(asked.type) ? { type: asked.type } : {}),
    ...(asked.source ? { source: asked.source } : {}),
    ...(asked.instrument ? { instrument: asked.instrument } : {}),
    ...(asked.jurisdiction in JURISDICTIONS ? { jurisdiction: asked.jurisdiction } : {}),
    ...(asked.direction in DIRECTIONS ? { direction: asked.direction } : {}),
    ...(DAY.test(asked.from) ? { from: asked.from } : {}),
    ...(DAY.test(asked.to) ? { to: asked.to } : {}),
    ...toldTo(asked.band, caller),
    ...(asked.text ? { text: asked.text } : {}),
    ...(asked.history === '1' ? { history: true } : {}),
    ...(before === undefined ? {} : { before }),
  };
}

/** A band and everything more urgent. */
function toldTo(band: string, caller: Caller): Pick<WantedChanges, 'toldTo'> {
  const least = BANDS.findIndex((known) => known === band);
  if (least < 0 || !hasRole(caller, 'reader')) return {};
  return { toldTo: { tenantId: caller.tenantId, bands: BANDS.slice(least) } };
}

/** The same wish as a query string, from another place in the list. */
export function queryOf(wanted: WantedChanges, before?: string): string {
  const query = new URLSearchParams();
  for (const name of ['type', 'source', 'instrument', 'jurisdiction', 'direction', 'from', 'to', 'text'] as const) {
    const value = wanted[name];
    if (value) query.set(name, value);
  }
  if (wanted.toldTo?.bands[0]) query.set('band', wanted.toldTo.bands[0]);
  if (wanted.history) query.set('history', '1');
  if (before) query.set('before', before);
  const written = query.toString();
  return written === '' ? '/changes' : `/changes?${written}`;
}

export function isFiltered({ history: _history, before: _before, ...wanted }: WantedChanges): boolean {
  return Object.values(wanted).some(Boolean);
}

/** @param caller the band is offered to whoever has subscriptions to ask about */
export function filterForm(ports: DeskPorts, wanted: WantedChanges, caller: Caller): Markup {
  const types = CHANGE_TYPES.map((type) => ({ id: type, label: typeInWords(type) }));
  const sources = ports.sources.map(({ id, title }) => ({ id, label: title }));
  const instruments = ports.instruments.map(({ id, title }) => ({ id, label: `${title} (${id})` }));
  const jurisdictions = Object.entries(JURISDICTIONS).map(([id, label]) => ({ id, label }));
  const directions = Object.entries(DIRECTIONS).map(([id, { word }]) => ({ id, label: word }));
  const bands = BANDS.map((id) => ({ id, label: `${id} or more` })).toReversed();
  return html`<form class="filters" method="get" action="/changes" role="search" aria-label="Changes">
<label class="words">Words <input name="text" type="search" value="${wanted.text ?? ''}"></label>
${select('jurisdiction', 'Country', jurisdictions, wanted.jurisdiction)}
${select('instrument', 'Instrument', instruments, wanted.instrument)}
${select('type', 'Kind of change', types, wanted.type)}
${select('direction', 'Effect', directions, wanted.direction)}
${select('source', 'Source', sources, wanted.source)}
${hasRole(caller, 'reader') ? select('band', 'Alerted to us as', bands, wanted.toldTo?.bands[0]) : ''}
<label class="date">Noticed from <input name="from" type="date" value="${wanted.from ?? ''}"></label>
<label class="date">Noticed until <input name="to" type="date" value="${wanted.to ?? ''}"></label>
<label class="check"><input type="checkbox" name="history" value="1"${wanted.history ? html` checked` : ''}> with history</label>
<button>Show</button>
</form>`;
}

export interface Option {
  readonly id: string;
  readonly label: string;
}

/** A choice of one or all. */
export function select(name: string, label: string, options: readonly Option[], chosen: string | undefined): Markup {
  return html`<label>${label} <select name="${name}"><option value="">All</option>
${options.map(({ id, label: text }) => html`<option value="${id}"${id === chosen ? html` selected` : ''}>${text}</option>`)}
</select></label>`;
}

function isChangeType(text: string): text is ChangeType {
  return CHANGE_TYPES.some((type) => type === text);
}
