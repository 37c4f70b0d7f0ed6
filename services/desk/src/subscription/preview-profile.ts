import {
  assessImpact,
  BANDS,
  type Band,
  type Change,
  changeFacts,
  type Impact,
  isAtLeast,
  type Profile,
  prepareProfile,
} from '#domain';
import { listChanges, type Session } from '#store';

export const PREVIEW_DAYS = [30, 90, 365] as const;

/** What a profile would have been told in the last so many days. */
export interface PreviewWindow {
  readonly days: number;
  /** Changes that anybody could have been told. */
  readonly detected: number;
  readonly matched: number;
  /** Alerts a week on average, to a tenth; at or above the profile's threshold, and all of them. */
  readonly toldPerWeek: number;
  readonly matchedPerWeek: number;
  readonly byBand: Readonly<Record<Band, number>>;
}

export interface PreviewMatch {
  readonly change: Change;
  readonly impact: Impact;
}

export interface Preview {
  readonly windows: readonly PreviewWindow[];
  /** Newest first, at most {@link MOST_MATCHES}. */
  readonly matches: readonly PreviewMatch[];
  /** True when there was more history than one preview looks at. */
  readonly truncated: boolean;
}

const MOST_MATCHES = 200;
const MOST_CHANGES = 20_000;
const PAGE = 500;
const DAY_MS = 86_400_000;

/** Matches a profile against the past year, newest first, as if it had been subscribed then. Writes nothing. */
export async function previewProfile(session: Session, profile: Profile, now: Date): Promise<Preview> {
  const prepared = prepareProfile(profile);
  const windows = PREVIEW_DAYS.map((days) => emptyWindow(days, now));
  const matches: PreviewMatch[] = [];
  let seen = 0;
  for await (const change of changesOfLastYear(session, now)) {
    seen += 1;
    if (seen > MOST_CHANGES) break;
    const result = assessImpact(changeFacts(change), prepared, new Date(change.detectedAt));
    const impact = result.kind === 'matched' ? result.impact : undefined;
    for (const window of windows) count(window, change, impact);
    if (impact && matches.length < MOST_MATCHES) matches.push({ change, impact });
  }
  return {
    windows: windows.map(({ from: _from, ...window }) => ({ ...window, ...perWeek(window, profile.minBand) })),
    matches,
    truncated: seen > MOST_CHANGES,
  };
}

interface OpenWindow {
  readonly from: string;
  readonly days: number;
  detected: number;
  matched: number;
  readonly byBand: Record<Band, number>;
}

function emptyWindow(days: number, now: Date): OpenWindow {
  const byBand = { info: 0, low: 0, medium: 0, high: 0, critical: 0 } satisfies Record<Band, number>;
  return { from: new Date(now.getTime() - days * DAY_MS).toISOString(), days, detected: 0, matched: 0, byBand };
}

function perWeek({ days, matched, byBand }: Omit<OpenWindow, 'from'>, least: Band) {
  const told = BANDS.reduce((sum, band) => sum + (isAtLeast(band, least) ? byBand[band] : 0), 0);
  const aWeek = (alerts: number) => Math.round((alerts * 70) / days) / 10;
  return { toldPerWeek: aWeek(told), matchedPerWeek: aWeek(matched) };
}

function count(window: OpenWindow, change: Change, impact: Impact | undefined): void {
  if (change.detectedAt < window.from) return;
  window.detected += 1;
  if (!impact) return;
  window.matched += 1;
  window.byBand[impact.band] += 1;
}

async function* changesOfLastYear(session: Session, now: Date): AsyncGenerator<Change> {
  const detectedFrom = new Date(now.getTime() - Math.max(...PREVIEW_DAYS) * DAY_MS).toISOString();
  let beforePosition: number | undefined;
  for (;;) {
    const filter = { detectedFrom, alerting: true, baseline: false };
    const page = await listChanges(
      session,
      beforePosition === undefined ? filter : { ...filter, beforePosition },
      PAGE,
      'newestFirst',
    );
    for (const stored of page) yield stored.change;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    beforePosition = last.position;
  }
}
