import type { EndpointRate } from './endpoint-limits.ts';
import type { PreparedDelivery } from './prepare-deliveries.ts';

/** What Slack allows an incoming webhook: one message a second. Source: docs.slack.dev, "Rate limits". */
const SLACK_PER_MINUTE = 60;
/** What Teams allows: four requests a second, fewer over longer spans. Source: Microsoft Learn, "Rate limiting for bots". */
const TEAMS_PER_MINUTE = 60;

/** How fast one endpoint may be sent to: what its owner said, or what its service allows. */
export function rateOf(task: PreparedDelivery['task']): EndpointRate {
  if (task.kind !== 'send') return { perMinute: undefined };
  const { channel } = task.subscription;
  switch (channel.kind) {
    case 'webhook':
      return { perMinute: channel.maxPerMinute };
    case 'slack':
      return { perMinute: SLACK_PER_MINUTE };
    case 'teams':
      return { perMinute: TEAMS_PER_MINUTE };
    case 'email':
    case 'digest':
      return { perMinute: undefined };
  }
}
