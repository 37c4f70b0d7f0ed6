import type { Corrected, DigestInput, DigestPeriod, ToldFact } from '#digest';
import { assessImpact, type Change, changeFacts, type Impact, prepareProfile } from '#domain';
import {
  type Correction,
  listChanges,
  listChangesById,
  listCorrections,
  listToldChanges,
  listUntoldChangeIds,
  type Session,
  type Subscription,
} from '#store';

/** Positions of `changes` after `from`, up to and with `to`. */
export interface DigestWindow {
  readonly from: number;
  readonly to: number;
}

const PAGE = 500;
/** What a reader was told before and may still bear on today: the newest so many. */
const MOST_EARLIER = 5_000;

/** A change of a window and its place. */
export type WindowChanges = readonly { readonly position: number; readonly change: Change }[];

/** Every change of a window but history, at most `most`: what lies behind them is for the next digest. */
export async function readWindow(session: Session, window: DigestWindow, most: number): Promise<WindowChanges> {
  const changes: { position: number; change: Change }[] = [];
  for (let afterPosition = window.from; changes.length < most; ) {
    const filter = { afterPosition, beforePosition: window.to + 1, baseline: false };
    const page = await listChanges(session, filter, Math.min(PAGE, most - changes.length));
    changes.push(...page);
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    afterPosition = last.position;
  }
  return changes;
}

/** What one subscription's digest is made from. What it was told stands as it was told. */
export async function digestFacts(
  session: Session,
  facts: {
    readonly subscription: Subscription;
    readonly window: DigestWindow;
    readonly changes: readonly Change[];
    readonly period: DigestPeriod;
    readonly sources: DigestInput['sources'];
    /** Changes of the window that were never matched with the subscription: they are judged here. */
    readonly isUnheard: (changeId: string) => boolean;
  },
): Promise<DigestInput> {
  const { subscription, window, changes, period, sources } = facts;
  const { subscriptionId } = subscription;
  const told = await listToldChanges(session, subscriptionId, window);
  const earlier = await listToldChanges(session, subscriptionId, { from: 0, to: window.from, limit: MOST_EARLIER });
  const corrections = await listCorrections(session, subscriptionId, window);
  const repeated = new Set(await listUntoldChangeIds(session, subscriptionId, window));
  const unheard = changes.filter(({ changeId }) => !repeated.has(changeId) && facts.isUnheard(changeId));
  const impacts = new Map(judged(unheard, subscription));
  for (const { change, impact } of told) impacts.set(change.changeId, impact);
  return {
    period,
    profileName: subscription.name,
    changes,
    impacts,
    sources,
    repeated,
    earlier: earlier.map(({ change }) => change),
    corrected: await correctedOf(session, corrections),
  };
}

function judged(changes: readonly Change[], { profile }: Subscription): readonly (readonly [string, Impact])[] {
  const prepared = prepareProfile(profile);
  return changes.flatMap((change) => {
    const outcome = assessImpact(changeFacts(change), prepared, new Date(change.detectedAt));
    return outcome.kind === 'matched' ? [[change.changeId, outcome.impact] as const] : [];
  });
}

async function correctedOf(session: Session, corrections: readonly Correction[]): Promise<Corrected> {
  const ids = corrections.flatMap(({ statements }) => statements.map(({ toldChangeId }) => toldChangeId));
  const stored = await listChangesById(session, [...new Set(ids)]);
  const byId = new Map(stored.map(({ change }) => [change.changeId, change]));
  return new Map(
    corrections.map(({ changeId, statements }) => [
      changeId,
      statements.flatMap(({ toldChangeId, fact, said, is }): ToldFact[] => {
        const told = byId.get(toldChangeId);
        return told ? [{ told, fact, said, is }] : [];
      }),
    ]),
  );
}
