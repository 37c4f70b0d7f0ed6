import type { SignedAttestation } from '../attestation/attest.ts';
import type { ServedBytes, SourceStatement, Verdict } from '../attestation/source-statement.ts';
import { instantOf } from '../view/instants.ts';
import { html, type Markup, nothing, words } from '../view/markup.ts';

/** What a reader asked for, as they wrote it. */
export interface AttestationAsked {
  readonly from: string;
  readonly to: string;
  readonly source: string;
}

const VERDICTS: Readonly<Record<Verdict, string>> = {
  changed: 'Changed',
  not_changed: 'Did not change',
  not_established: 'No change was noticed, but one cannot be ruled out',
};

/** Asks for a period, and prints what can be said of it. */
export function attestationPage(
  asked: AttestationAsked,
  sources: readonly { readonly id: string; readonly title: string }[],
  made: SignedAttestation | undefined,
): Markup {
  return html`<h1>Statement on a period</h1>
<form class="filters" method="get" action="/attestations">
<label>From (day, UTC) <input type="date" name="from" required value="${asked.from}"></label>
<label>To and with (day, UTC) <input type="date" name="to" required value="${asked.to}"></label>
<label>Source <select name="source"><option value="">all</option>${sources.map(({ id, title }) => (id === asked.source ? html`<option value="${id}" selected>${title}</option>` : html`<option value="${id}">${title}</option>`))}</select></label>
<button>State it</button></form>
${made ? statement(made, asked) : html`<p class="quiet">For each source: whether it changed, every successful check, every time it was not checked for longer than its limit, and the hashes of what it served. Signed.</p>`}`;
}

function statement(made: SignedAttestation, asked: AttestationAsked): Markup {
  const query = new URLSearchParams({
    from: asked.from,
    to: asked.to,
    ...(asked.source ? { source: asked.source } : {}),
  });
  return html`<p class="lead">From ${instantOf(made.period.from)} up to ${instantOf(made.period.to)}. Stated ${instantOf(made.issuedAt)} by ${made.issuer}.</p>
<p><a class="act" href="/api/v1/attestations?${query.toString()}">Signed file (JSON)</a></p>
<ul class="small">${made.limits.map((limit) => html`<li>${limit}</li>`)}</ul>
${made.sources.map(oneSource)}
<h2>Signature</h2>
<p class="small">Ed25519, by the key <span class="mono">${made.key.publicKey}</span>, published at <a href="/api/v1/attestation-key">/api/v1/attestation-key</a>. The signature binds the file, not this page; each file that is asked for is stated and signed anew.</p>`;
}

function oneSource(one: SourceStatement): Markup {
  const { source, checks, gaps, failures, heldReadings, changes } = one;
  return html`<section><h2>${words(source.title)}</h2>
<p><strong>${VERDICTS[one.verdict]}</strong>${one.because.length > 0 ? html`${one.verdict === 'changed' ? '; whether more changed is not established' : nothing}: ${one.because.join('; ')}` : nothing}.</p>
<dl class="facts">
<div><dt>Successful checks</dt><dd>${checks.count}</dd></div>
<div><dt>First</dt><dd>${instantOf(checks.first)}</dd></div>
<div><dt>Last</dt><dd>${instantOf(checks.last)}</dd></div>
<div><dt>Longest time between two</dt><dd>${hours(checks.longest.seconds)} (limit ${source.freshnessHours} h)</dd></div>
<div><dt>Failed checks</dt><dd>${failures.count}</dd></div>
<div><dt>Source</dt><dd class="mono">${source.id}</dd></div>
</dl>
${list(
  'Not checked for longer than the limit',
  gaps.map(({ from, to, seconds }) => html`${instantOf(from)} to ${instantOf(to)}: ${hours(seconds)}`),
)}
${list(
  'Failed',
  failures.runs.map(
    ({ from, to, count, because }) =>
      html`${count === 1 ? instantOf(from) : html`${count} from ${instantOf(from)} to ${instantOf(to)}`}: ${because}`,
  ),
)}
${list(
  'Held in doubt',
  heldReadings.map(
    ({ readAt, reason, sha256 }) => html`${instantOf(readAt)}: ${words(reason)} <span class="mono">${sha256}</span>`,
  ),
)}
${list(
  'Changes',
  changes.map(
    ({ changeId, type, subject, detectedAt, baseline }) =>
      html`${instantOf(detectedAt)} <a href="/changes/${encodeURIComponent(changeId)}">${type} ${words(subject)}</a>${baseline ? ' (first capture)' : nothing}`,
  ),
)}
${served('Served at the beginning', one.atStart)}${served('Served at the end', one.atEnd)}</section>`;
}

function hours(seconds: number): string {
  return `${(seconds / 3_600).toFixed(1)} h`;
}

function list(heading: string, items: readonly Markup[]): Markup {
  return items.length === 0
    ? nothing
    : html`<h3>${heading}</h3><ul class="small">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

function served(heading: string, { addresses, digest, captures }: ServedBytes): Markup {
  const rest = addresses > captures.length ? `, the newest ${captures.length} of which` : '';
  return html`<h3>${heading}</h3><p class="small">${addresses === 0 ? 'Nothing was captured before.' : html`${addresses} ${addresses === 1 ? 'address' : 'addresses'}${rest}; together <span class="mono">${digest}</span>`}</p>
<ul class="small">${captures.map(({ url, sha256, retrievedAt }) => html`<li>${url} <span class="mono">${sha256}</span> ${instantOf(retrievedAt)}</li>`)}</ul>`;
}
