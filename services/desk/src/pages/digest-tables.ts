import type { ItemChangeRow, LedgerRow, ListChangeRow, NotAlerted } from '#digest';
import { isWebLink } from '../view/change-links.ts';
import { instantOf } from '../view/instants.ts';
import { html, type Markup, nothing, words } from '../view/markup.ts';
import { citations } from './digest-cards.ts';

const change = (id: string, text: string): Markup =>
  html`<a href="/changes/${encodeURIComponent(id)}">${words(text)}</a>`;

const MOST_CHARS = 400;

/** A cell of a table shows the beginning; the whole stands on the page of the change. */
function cell(text: string): Markup {
  return words(text.length > MOST_CHARS ? `${text.slice(0, MOST_CHARS)}…` : text);
}

export function listTable(rows: readonly ListChangeRow[]): Markup {
  return html`<table class="fold"><thead><tr><th scope="col">List</th><th scope="col">Country</th><th scope="col">Entity</th><th scope="col">+ − ~</th><th scope="col">Requirement</th><th scope="col">Policy</th><th scope="col">Citation</th></tr></thead><tbody>
${rows.map(
  (
    row,
  ) => html`<tr><td data-label="List">${row.list.replace(/^the /, '')}</td><td data-label="Country">${row.country}</td>
<td data-label="Entity">${change(row.changeId, row.entity)}</td><td data-label="Change">${row.sign}</td>
<td data-label="Requirement">${cell(row.requirement)}</td><td data-label="Policy">${cell(row.policy)}</td><td data-label="Citation">${citations(row.citations.slice(0, 1))}</td></tr>`,
)}</tbody></table>`;
}

export function itemTable(rows: readonly ItemChangeRow[]): Markup {
  return html`<table class="fold"><thead><tr><th scope="col">Code</th><th scope="col">Before</th><th scope="col">After</th><th scope="col">Unit</th><th scope="col">Effect</th></tr></thead><tbody>
${rows.map(
  (
    row,
  ) => html`<tr><th scope="row">${change(row.changeId, row.code)}</th><td data-label="Before">${cell(row.before)}</td>
<td data-label="After">${cell(row.after)}</td><td data-label="Unit">${row.unit}</td><td data-label="Effect">${row.arrow}</td></tr>`,
)}</tbody></table>`;
}

const WHY: Readonly<Record<NotAlerted['because'], string>> = {
  'silent kind': 'of a kind that changes no duty (citations, spelling, renumbering)',
  'outside the profile': 'outside what the profile declares',
  'told before by another source': 'told before, as another source had it; this one confirms it',
};

const MOST_LINKS = 5;

/** Nothing is hidden: what was told to nobody is counted and can be opened. */
export function notAlertedTable(rows: readonly NotAlerted[]): Markup {
  return html`<table class="fold"><thead><tr><th scope="col">Kind</th><th scope="col">Number</th><th scope="col">Why not told</th><th scope="col">Open</th></tr></thead><tbody>
${rows.map(
  (
    row,
  ) => html`<tr><th scope="row">${row.type}</th><td data-label="Number">${row.count}</td><td data-label="Why">${WHY[row.because]}</td>
<td data-label="Open">${row.changeIds.slice(0, MOST_LINKS).map((id, index) => html`${change(id, String(index + 1))} `)}${row.count > MOST_LINKS ? html`<a href="/changes?type=${encodeURIComponent(row.type)}">all</a>` : nothing}</td></tr>`,
)}</tbody></table>`;
}

export function ledgerTable(rows: readonly LedgerRow[]): Markup {
  return html`<table class="fold small"><thead><tr><th scope="col">Where</th><th scope="col">Retrieved</th><th scope="col">sha256</th></tr></thead><tbody>
${rows.map(
  (
    row,
  ) => html`<tr><td>${isWebLink(row.url) ? html`<a href="${row.url}" rel="noreferrer">${row.url}</a>` : row.url}<br><span class="quiet">${row.documentNumber ?? ''} ${words(row.locator)}</span></td>
<td data-label="Retrieved">${instantOf(row.retrievedAt)}</td><td data-label="sha256" class="mono">${row.sha256}</td></tr>`,
)}</tbody></table>`;
}
