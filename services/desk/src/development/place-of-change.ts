import { findDevelopment, findDevelopmentChange, listConfirmations, listOwnUntoldAlerts } from '#store';
import { type Caller, hasRole } from '../access/caller.ts';
import type { DeskPorts } from '../ports.ts';

/** The act a change belongs to, and its echoes in other sources. */
export interface PlaceOfChange {
  readonly development: { readonly developmentId: string; readonly title: string; readonly changeCount: number };
  readonly confirmsChangeId: string | null;
  readonly confirmedBy: readonly { readonly changeId: string; readonly sourceId: string }[];
  /** Why subscriptions of the caller were not told: another source had told it before. */
  readonly untold: readonly { readonly subscriptionId: string; readonly because: string }[];
}

/** Where a change belongs; undefined for one stored before developments were kept. Of untold alerts only the caller's. */
export async function placeOfChange(
  { store: { session } }: DeskPorts,
  caller: Caller,
  changeId: string,
): Promise<PlaceOfChange | undefined> {
  const place = await findDevelopmentChange(session, changeId);
  const development = place && (await findDevelopment(session, place.developmentId));
  if (!place || !development) return undefined;
  const confirmedBy = await listConfirmations(session, changeId);
  const untold = hasRole(caller, 'reader') ? await listOwnUntoldAlerts(session, caller.tenantId, changeId) : [];
  return { development, confirmsChangeId: place.confirmsChangeId, confirmedBy, untold };
}
