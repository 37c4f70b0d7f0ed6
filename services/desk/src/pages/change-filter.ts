import { z } from '@hono/zod-openapi';
import { CHANGE_TYPES, type ChangeType } from '#domain';
import { decodeCursor } from '../api/cursor.ts';
import type { DeskPorts } from '../ports.ts';
import type { WantedChanges } from '../view/find-changes.ts';
import { html, type Markup } from '../view/markup.ts';
import { JURISDICTIONS, typeInWords } from '../view/vocabulary.ts';

const text = z.string().trim().max(200).catch('').default('');

const Query = z.object({
  type: text,
  source: text,
  instrument: text,
  jurisdiction: text,
  text,
  history: text,
  before: text,
});

/** What the address asks for. A page is lenient: what it does not understand it leaves out and shows as not chosen. */
export function wantedFrom(query: Readonly<Record<string, string>>): WantedChanges {
  const asked = Query.parse(query);
  const before = asked.before === '' ? undefined : decodeCursor(asked.before);
  return {
    ...(isChangeType(asked.type) ? { type: asked.type } : {}),
    ...(asked.source ? { source: asked.source } : {}),
    ...(asked.instrument ? { instrument: asked.instrument } : {}),
    ...(asked.jurisdiction in JURISDICTIONS ? { jurisdiction: asked.jurisdiction } : {}),
    ...(asked.text ? { text: asked.text } : {}),
    ...(asked.history === '1' ? { history: true } : {}),
    ...(before === undefined ? {} : { before }),
  };
}

/** The same wish as a query string, from another place in the list. */
export function queryOf(wanted: WantedChanges, before?: string): string {
  const query = new URLSearchParams();
  for (const name of ['type', 'source', 'instrument', 'jurisdiction', 'text'] as const) {
    const value = wanted[name];
    if (value) query.set(name, value);
  }
  if (wanted.history) query.set('history', '1');
  if (before) query.set('before', before);
  const written = query.toString();
  return written === '' ? '/' : `/?${written}`;
}

export function isFiltered(wanted: WantedChanges): boolean {
  return Boolean(wanted.type || wanted.source || wanted.instrument || wanted.jurisdiction || wanted.text);
}

export function filterForm(ports: DeskPorts, wanted: WantedChanges): Markup {
  const types = CHANGE_TYPES.map((type) => ({ id: type, label: typeInWords(type) }));
  const sources = ports.sources.map(({ id, title }) => ({ id, label: title }));
  const instruments = ports.instruments.map(({ id, title }) => ({ id, label: `${title} (${id})` }));
  const jurisdictions = Object.entries(JURISDICTIONS).map(([id, label]) => ({ id, label }));
  return html`<form class="filters" method="get" action="/" role="search">
<label>Words <input name="text" type="search" value="${wanted.text ?? ''}"></label>
${select('jurisdiction', 'Country', jurisdictions, wanted.jurisdiction)}
${select('instrument', 'Instrument', instruments, wanted.instrument)}
${select('source', 'Source', sources, wanted.source)}
${select('type', 'Kind of change', types, wanted.type)}
<label class="check"><input type="checkbox" name="history" value="1"${wanted.history ? html` checked` : ''}> with history</label>
<button>Show</button>
</form>`;
}

interface Option {
  readonly id: string;
  readonly label: string;
}

function select(name: string, label: string, options: readonly Option[], chosen: string | undefined): Markup {
  return html`<label>${label} <select name="${name}"><option value="">All</option>
${options.map(({ id, label: text }) => html`<option value="${id}"${id === chosen ? html` selected` : ''}>${text}</option>`)}
</select></label>`;
}

function isChangeType(text: string): text is ChangeType {
  return CHANGE_TYPES.some((type) => type === text);
}
