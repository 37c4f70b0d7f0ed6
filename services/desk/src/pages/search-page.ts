import { z } from '@hono/zod-openapi';
import { MAX_QUERY_CHARS, type PassagePart } from '#domain';
import { SEARCH_KINDS, type SearchFilter, type SearchKind } from '#store';
import type { DeskPorts } from '../ports.ts';
import type { FoundThing, FoundThings } from '../search/find-anything.ts';
import { decodeSearchCursor, encodeSearchCursor } from '../search/search-cursor.ts';
import { isWebLink } from '../view/change-links.ts';
import { instantOf } from '../view/instants.ts';
import { html, langOf, type Markup, nothing } from '../view/markup.ts';
import { select } from './change-filter.ts';

const text = z.string().max(2_000).catch('').default('');
const Query = z.object({ q: text, kind: text, instrument: text, source: text, after: text });

/** What the address asks for. */
export interface WantedThings {
  readonly q: string;
  readonly filter: SearchFilter;
}

/** A page is lenient: what it does not understand it leaves out. */
export function wantedThings(query: Readonly<Record<string, string>>): WantedThings {
  const asked = Query.parse(query);
  const kind = SEARCH_KINDS.find((one) => one === asked.kind);
  const after = decodeSearchCursor(asked.after);
  return {
    q: asked.q.slice(0, MAX_QUERY_CHARS),
    filter: {
      ...(kind ? { kind } : {}),
      ...(asked.instrument ? { instrumentId: asked.instrument } : {}),
      ...(asked.source ? { sourceId: asked.source } : {}),
      ...(after ? { after } : {}),
    },
  };
}

const KINDS: Readonly<Record<SearchKind, string>> = {
  change: 'Change',
  development: 'Development',
  provision: 'Provision in force',
};

/** Everything that holds the words. */
export function searchPage(ports: DeskPorts, wanted: WantedThings, found: FoundThings, isComplete: boolean): Markup {
  return html`<h1>Search</h1>
<p class="lead">Changes, developments and the provisions as last read. All words must be there; "word for word" in quotes; a minus before what must not be there. A code finds all below it.</p>
${form(ports, wanted)}
${isComplete ? nothing : html`<div class="notice warn"><p>Older entries are still being indexed; some may be missing here.</p></div>`}
${found.things.length > 0 ? hitTable(ports, found.things) : wanted.q.trim() === '' ? nothing : html`<div class="notice"><p>Nothing holds these words.</p></div>`}
${found.next ? html`<p class="pager"><span></span><span><a href="${addressOf(wanted, encodeSearchCursor(found.next))}">More →</a></span></p>` : nothing}`;
}

function form(ports: DeskPorts, { q, filter }: WantedThings): Markup {
  const kinds = SEARCH_KINDS.map((id) => ({ id, label: KINDS[id] }));
  const sources = ports.sources.map(({ id, title }) => ({ id, label: title }));
  const instruments = ports.instruments.map(({ id, title }) => ({ id, label: `${title} (${id})` }));
  return html`<form class="filters" method="get" action="/search">
<label>Words <input name="q" type="search" value="${q}"></label>
${select('kind', 'Kind', kinds, filter.kind)}
${select('instrument', 'Instrument', instruments, filter.instrumentId)}
${select('source', 'Source', sources, filter.sourceId)}
<button>Search</button>
</form>`;
}

function addressOf({ q, filter }: WantedThings, after: string): string {
  const query = new URLSearchParams({ q });
  if (filter.kind) query.set('kind', filter.kind);
  if (filter.instrumentId) query.set('instrument', filter.instrumentId);
  if (filter.sourceId) query.set('source', filter.sourceId);
  query.set('after', after);
  return `/search?${query}`;
}

function hitTable(ports: DeskPorts, things: readonly FoundThing[]): Markup {
  return html`<table class="changes fold">
<thead><tr><th scope="col">Found</th><th scope="col">Kind</th><th scope="col">Noticed</th></tr></thead>
<tbody>${things.map((thing) => hitRow(ports, thing))}</tbody></table>`;
}

function hitRow(ports: DeskPorts, { hit, title, passage, path, official }: FoundThing): Markup {
  const source = ports.sources.find(({ id }) => id === hit.sourceIds[0])?.title ?? hit.sourceIds.join(', ');
  const link = path ?? (official && isWebLink(official) ? official : undefined);
  return html`<tr><td class="what">${link === undefined ? marked(title) : html`<a href="${link}">${marked(title)}</a>`}
${passage.length > 0 ? html`<p class="passage">${marked(passage)}</p>` : nothing}
<span class="meta">${hit.instrumentIds.join(', ')} · ${source}</span></td>
<td data-label="Kind">${KINDS[hit.kind]}</td><td data-label="Noticed">${instantOf(hit.at)}</td></tr>`;
}

/** Escaped text with what was looked for marked in it. */
function marked(parts: readonly PassagePart[]): Markup {
  const lang = langOf(parts.map((part) => part.text).join(''));
  return html`<span lang="${lang}">${parts.map((part) => (part.found ? html`<mark>${part.text}</mark>` : part.text))}</span>`;
}
