import { findChange, findOwnAlert, findReviewItem, type ReviewedKind, type ReviewSubject, type Session } from '#store';

type Find = (session: Session, tenantId: string, id: string) => Promise<string | undefined>;

/** How each kind of thing that can be reviewed is found, for a tenant that may see it. */
const FIND: Readonly<Record<ReviewedKind, Find>> = {
  change: async (session, _tenantId, id) => (await findChange(session, id))?.change.changeId,
  review_item: async (session, _tenantId, id) => (await findReviewItem(session, id))?.reviewItemId,
  alert: async (session, tenantId, id) => (await findOwnAlert(session, tenantId, id))?.alertId,
};

/** @returns undefined for what is not there, or is another tenant's. */
export async function findReviewSubject(
  session: Session,
  tenantId: string,
  kind: ReviewedKind,
  id: string,
): Promise<ReviewSubject | undefined> {
  const found = await FIND[kind](session, tenantId, id);
  return found === undefined ? undefined : { kind, id: found };
}
