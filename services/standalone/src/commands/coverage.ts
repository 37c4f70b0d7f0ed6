import { sourceFreshness } from '#desk';
import type { SourceFreshness } from '#digest';
import type { Instrument } from '#sources';
import type { Redline } from '../compose.ts';

/** How well one instrument is watched. */
export interface InstrumentCoverage {
  readonly instrumentId: string;
  readonly title: string;
  readonly jurisdiction: Instrument['jurisdiction'];
  /** Empty where only a person watches it; then `because` says why. */
  readonly sources: readonly Pick<SourceFreshness, 'sourceId' | 'lastSuccessAt' | 'fresh' | 'problem'>[];
  readonly because?: string;
  readonly counterpart: Instrument['counterpart'];
}

/** Instrument by instrument: which sources watch it, how fresh they are, and what answers it in the other country. Pure. */
export function coverageOf(
  instruments: readonly Instrument[],
  sources: readonly SourceFreshness[],
): readonly InstrumentCoverage[] {
  const byId = new Map(sources.map((source) => [source.sourceId, source]));
  return instruments.map(({ id, title, jurisdiction, watch, because, counterpart }) => ({
    instrumentId: id,
    title,
    jurisdiction,
    sources: (watch === 'manual' ? [] : watch).flatMap((sourceId) => {
      const found = byId.get(sourceId);
      if (found === undefined) return [];
      const { title: _, checks: __, ...freshness } = found;
      return [freshness];
    }),
    ...(because === undefined ? {} : { because }),
    counterpart,
  }));
}

function linesOf({ instrumentId, title, sources, because, counterpart }: InstrumentCoverage): readonly string[] {
  const answers = counterpart === 'none' ? 'no counterpart' : `counterpart ${counterpart.join(', ')}`;
  const watched = sources.map(
    ({ sourceId, lastSuccessAt, problem }) =>
      `  ${sourceId.padEnd(36)} ${lastSuccessAt?.slice(0, 16) ?? 'never checked'}  ${problem ?? 'fresh'}`,
  );
  const byHand = sources.length > 0 ? [] : [`  by a person: ${because ?? 'none of its sources is configured'}`];
  return [`${instrumentId}  ${title}; ${answers}`, ...watched, ...byHand];
}

/** Prints what is watched instrument by instrument, and the sum. */
export async function showCoverage(
  { store, catalogue, clock }: Redline,
  json: boolean,
  print: (line: string) => void,
): Promise<void> {
  const now = clock.now().toISOString();
  const ports = { store, sources: catalogue.sources, now: clock.now };
  const coverage = coverageOf(catalogue.instruments, await sourceFreshness(ports, { from: now, to: now }));
  for (const one of coverage) for (const line of json ? [JSON.stringify(one)] : linesOf(one)) print(line);
  if (json) return;
  const watched = coverage.filter(({ sources }) => sources.length > 0);
  const fresh = watched.filter(({ sources }) => sources.every((source) => source.fresh));
  print(
    `${coverage.length} instruments: ${watched.length} watched, ${fresh.length} of them fresh in every source, ${coverage.length - watched.length} by a person`,
  );
}
