import { assertNever } from '#domain';
import type { MessageContent } from '../../message/message.ts';

/**
 * The `type` of a message: that of the change, or what else is told. One type has one schema of `data`.
 * Source: Standard Webhooks 1.0.0, "Event types": dot-delimited, letters, digits and `_`.
 */
export function webhookType(content: MessageContent): string {
  switch (content.kind) {
    case 'alert':
      return content.change.type;
    case 'digest':
      return `digest.${content.cadence}`;
    case 'burst':
      return 'alert.burst';
    case 'correction':
      return 'alert.corrected';
    case 'test':
      return 'endpoint.test';
    case 'notice':
      return 'endpoint.disabled';
    default:
      return assertNever(content);
  }
}
