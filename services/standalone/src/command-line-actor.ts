import { userInfo } from 'node:os';
import type { Actor } from '#store';

/** How an audit trail calls whoever runs a command: by their account on this machine, which is all that is known of them. */
export function commandLineActor(tenantId: string): Actor {
  return { tenantId, who: accountName(), via: 'command line' };
}

/** An account without a name, as containers run under, is called by its number. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return `account ${process.getuid?.() ?? 'unknown'}`;
  }
}
