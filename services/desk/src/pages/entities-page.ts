import type { FoundName } from '#store';
import { html, type Markup, nothing, words } from '../view/markup.ts';

/** A search for a party by any of its names. */
export function entitiesPage(typed: string, found: readonly FoundName[]): Markup {
  return html`<h1>Entities</h1>
<p class="lead">One party over all lists: the Entity List, the Denied Persons List, the Consolidated Screening List, the Foreign End User List and others. Names are compared without legal form, accents and spaces, in Latin, Japanese and Chinese script.</p>
<form class="filters" method="get" action="/entities" role="search"><label>Name or other name <input name="name" type="search" value="${typed}" maxlength="200"></label><button>Find</button></form>
${typed === '' ? nothing : results(typed, found)}`;
}

function results(typed: string, found: readonly FoundName[]): Markup {
  if (found.length === 0) {
    return html`<div class="notice warn"><p>No name like “${typed}” stands on the lists that were read. <strong>That is no clearance</strong>: spellings differ, and ownership is on no list.</p></div>`;
  }
  return html`<h2>${found.length} names</h2>
<table class="fold"><thead><tr><th scope="col">Name</th><th scope="col">Entries</th></tr></thead><tbody>
${found.map(({ nameKey, printed, entries }) => html`<tr><th scope="row">${partyLink(nameKey, printed)}</th><td data-label="Entries">${entries}</td></tr>`)}</tbody></table>
<p class="small quiet">An equal name is no proof of one party, and no match is no clearance.</p>`;
}

/** A link to everything that stands under a name. */
export function partyLink(nameKey: string, printed: string): Markup {
  return html`<a href="/entities/${encodeURIComponent(nameKey)}">${words(printed)}</a>`;
}
