import type { AuditEntry, TrailVerdict } from '#store';
import { instantOf } from '../view/instants.ts';
import { html, type Markup, nothing } from '../view/markup.ts';

/** Who did what, the newest first, and whether the trail is as it was written. */
export function auditPage(entries: readonly AuditEntry[], verdict: TrailVerdict): Markup {
  return html`<h1>Audit trail</h1>
<p class="lead">Who did what, when, and from which state. Nothing in it is altered or deleted; each entry holds the hash of the one before.</p>
${verdictNotice(verdict)}
<p class="quiet">Take it along: <a href="/api/v1/audit.csv">table (CSV)</a>, <a href="/api/v1/audit?limit=10000">JSON</a></p>
${
  entries.length === 0
    ? html`<div class="notice"><p>Nobody has done anything yet.</p></div>`
    : html`<table class="fold"><thead><tr><th scope="col">No.</th><th scope="col">When</th><th scope="col">Who</th><th scope="col">Did</th><th scope="col">To</th><th scope="col">From, to</th></tr></thead><tbody>${entries.map(row)}</tbody></table>`
}`;
}

function verdictNotice(verdict: TrailVerdict): Markup {
  if (verdict.kind === 'broken') {
    return html`<div class="notice bad" role="alert"><p>The trail was tampered with: at entry ${verdict.sequence}, ${verdict.because}.</p></div>`;
  }
  return html`<div class="notice good"><p>Every one of ${verdict.entries} entries is as it was written. End of the trail, to note elsewhere:</p>
<code class="secret">${verdict.head.sequence}:${verdict.head.hash}</code></div>`;
}

function row(entry: AuditEntry): Markup {
  const detail = Object.entries(entry.detail).map(([name, value]) => `${name}: ${said(value)}`);
  return html`<tr><th scope="row">${entry.sequence}</th><td data-label="When">${instantOf(entry.at)}</td>
<td data-label="Who">${entry.who}<span class="meta">${entry.via}</span></td><td data-label="Did">${inWords(entry.act)}</td>
<td data-label="To">${subject(entry)}${detail.length > 0 ? html`<span class="meta">${detail.join('; ')}</span>` : nothing}</td>
<td data-label="From, to">${entry.fromState || '–'} → ${entry.toState}</td></tr>`;
}

/** `review.not_relevant` as `review: not relevant`: words may break between lines, names of acts may not. */
function inWords(act: AuditEntry['act']): string {
  return act.replace('.', ': ').replaceAll('_', ' ');
}

function said(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function subject({ subjectKind, subjectId }: AuditEntry): Markup {
  const short = html`${subjectKind.replace('_', ' ')} <span class="mono">${subjectId.slice(0, 12)}</span>`;
  const path = PAGES[subjectKind];
  return path === undefined ? short : html`<a href="${path}/${encodeURIComponent(subjectId)}">${short}</a>`;
}

/** Kinds of subjects that have a page of their own. */
const PAGES: Readonly<Partial<Record<AuditEntry['subjectKind'], string>>> = {
  alert: '/alerts',
  change: '/changes',
  delivery: '/deliveries',
  subscription: '/subscriptions',
};
