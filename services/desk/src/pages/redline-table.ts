import { type RedlinePart, redlineOf } from '#digest';
import { assertNever, type Change, type Evidence } from '#domain';
import { type ComparedField, comparedFields } from '../view/compared-fields.ts';
import { instantOf } from '../view/instants.ts';
import { html, langOf, type Markup, nothing } from '../view/markup.ts';

/**
 * Before and after, side by side. Marks survive where colour does not: struck and `[-…-]`, underlined and `[+…+]`, so that
 * the page reads aloud, printed in grey, and copied as plain text.
 */
export function redlineTable(change: Change): Markup {
  const fields = comparedFields(change);
  if (fields.length === 0) return html`<p class="quiet">There is no text to compare; see the evidence.</p>`;
  return html`<table class="redline fold">
<thead><tr><th scope="col">What</th>${heading('Before', change.evidence, 'before')}${heading('After', change.evidence, 'after')}</tr></thead>
<tbody>${fields.map(row)}</tbody>
</table>
<p class="small quiet"><del>[-struck-]</del> was removed, <ins>[+underlined+]</ins> was added, <span class="moved">⇄</span> only moved, “…” stands for unchanged words. Spaces and quotation marks are evened out here; the exact words stand under Evidence.</p>`;
}

function heading(label: string, evidence: readonly Evidence[], side: Evidence['side']): Markup {
  const one = evidence.find((candidate) => candidate.side === side);
  const where = one
    ? html`<br><span class="quiet">as captured ${instantOf(one.retrievedAt)}<br>${one.locator}</span>`
    : nothing;
  return html`<th scope="col">${label}${where}</th>`;
}

function row({ name, before, after }: ComparedField): Markup {
  const lang = langOf(`${before ?? ''}${after ?? ''}`);
  const parts = redlineOf(before ?? '', after ?? '', lang);
  const attribute = lang === 'ja' ? html` lang="ja"` : nothing;
  const cell = (label: string, side: string | undefined, marks: readonly RedlinePart[]) =>
    side === undefined
      ? html`<td class="absent" data-label="${label}">– not there –</td>`
      : html`<td data-label="${label}"${attribute}>${markedParts(marks)}</td>`;
  return html`<tr><th scope="row">${name}</th>
${cell(
  'Before',
  before,
  parts.filter(({ kind }) => kind !== 'inserted' && kind !== 'moved_to'),
)}
${cell(
  'After',
  after,
  parts.filter(({ kind }) => kind !== 'deleted' && kind !== 'moved_from'),
)}</tr>`;
}

/** A redline in one line of text. */
export function markedParts(parts: readonly RedlinePart[]): Markup {
  return html`${parts.map(marked)}`;
}

function marked({ kind, text }: RedlinePart): Markup {
  switch (kind) {
    case 'same':
      return html`${text}`;
    case 'deleted':
      return html`<del>[-${text}-]</del>`;
    case 'inserted':
      return html`<ins>[+${text}+]</ins>`;
    case 'moved_from':
    case 'moved_to':
      return html`<span class="moved">⇄ ${text}</span>`;
    case 'elided':
      return html` ${text} `;
    default:
      return assertNever(kind);
  }
}
