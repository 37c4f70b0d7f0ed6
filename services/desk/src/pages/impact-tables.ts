import { bandBadge } from '../view/change-badges.ts';
import { html, type Markup, nothing } from '../view/markup.ts';
import { alertPath } from './alert-path.ts';
import type { ImpactOnSubscription } from './change-page.ts';
import { reviewState } from './review-panel.ts';

/** Why each subscription was told, with arithmetic that a reviewer can repeat. */
export function impactTables(impacts: readonly ImpactOnSubscription[]): Markup {
  if (impacts.length === 0) return nothing;
  return html`<h2>What it means for you</h2>
<p class="small quiet">Score = (severity + urgency) × relevance × stage × direction. It sorts the work; it does not measure legal weight.</p>
${impacts.map(oneTable)}`;
}

function oneTable({ name, impact, alert }: ImpactOnSubscription): Markup {
  return html`<h3>${name} ${bandBadge(impact.band, impact.score)}</h3>
${alert ? html`<p class="small"><a href="${alertPath(alert.alertId)}#review">This alert by itself<span class="unseen">, for ${name}</span></a>: ${reviewState(alert.review)}</p>` : nothing}
<p>${impact.labels.map((label) => html`<span class="caution">${label}</span> `)}</p>
<table class="fold factors"><thead><tr><th scope="col">Factor</th><th scope="col">Value</th><th scope="col">Because</th></tr></thead><tbody>
${impact.reasons.map(
  ({
    factor,
    value,
    because,
    evidenceRef,
  }) => html`<tr><th scope="row">${factor}</th><td data-label="Value">${value}</td>
<td data-label="Because">${because}${evidenceRef === undefined ? nothing : html` <a href="#evidence-${evidenceRef + 1}">evidence ${evidenceRef + 1}</a>`}</td></tr>`,
)}
</tbody></table>`;
}
