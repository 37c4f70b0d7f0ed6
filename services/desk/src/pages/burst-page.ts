import { sentenceOf } from '#digest';
import type { Alert, Burst, StoredChange, Subscription } from '#store';
import { bandBadge } from '../view/change-badges.ts';
import { instantOf } from '../view/instants.ts';
import { html, type Markup, words } from '../view/markup.ts';
import { alertPath } from './alert-path.ts';

/** All alerts that went out as one message, most urgent first. */
export function burstPage(
  { name }: Subscription,
  burst: Burst,
  alerts: readonly Alert[],
  changes: readonly StoredChange[],
): Markup {
  const stored = new Map(changes.map((one) => [one.change.changeId, one]));
  const rows = alerts
    .flatMap((alert) => {
      const found = stored.get(alert.changeId);
      return found ? [{ alert, ...found }] : [];
    })
    .toSorted((a, b) => b.alert.impact.score - a.alert.impact.score || a.position - b.position);
  return html`<h1>${rows.length} alerts for ${name}</h1>
<p class="lead">Raised between ${instantOf(burst.openedAt)} and ${instantOf(burst.closesAt)}, told in one message.</p>
<ol>${rows.map(({ alert, change }) => html`<li>${bandBadge(alert.impact.band, alert.impact.score)} <a href="/changes/${encodeURIComponent(change.changeId)}">${words(sentenceOf(change))}</a> <a class="small" href="${alertPath(alert.alertId)}" aria-label="Review the alert: ${sentenceOf(change)}">review</a></li>`)}</ol>`;
}
