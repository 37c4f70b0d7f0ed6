import type { Instrument, Source } from '#sources';
import { listHeldReadings, listOpenSourceProblems, listSourceStates, type SourceState } from '#store';
import type { Redline } from '../compose.ts';

const HOUR_MS = 3_600_000;

/** How well one instrument is watched. */
export interface InstrumentCoverage {
  readonly instrumentId: string;
  readonly title: string;
  readonly jurisdiction: Instrument['jurisdiction'];
  /** Empty where only a person watches it; then `because` says why. */
  readonly sources: readonly SourceCoverage[];
  readonly because?: string;
  readonly counterpart: Instrument['counterpart'];
}

export interface SourceCoverage {
  readonly sourceId: string;
  readonly lastSuccessAt: string | null;
  /** Checked within the source's freshness window, nothing held, no problem open. */
  readonly fresh: boolean;
}

interface SourceFacts {
  readonly states: ReadonlyMap<string, SourceState>;
  /** Sources with an open problem or a held reading. */
  readonly doubtful: ReadonlySet<string>;
}

function sourceCoverage(source: Source, { states, doubtful }: SourceFacts, now: Date): SourceCoverage {
  const lastSuccessAt = states.get(source.id)?.lastSuccessAt ?? null;
  const recent = lastSuccessAt !== null && now.getTime() - Date.parse(lastSuccessAt) <= source.freshnessHours * HOUR_MS;
  return { sourceId: source.id, lastSuccessAt, fresh: recent && !doubtful.has(source.id) };
}

/** Instrument by instrument: which sources watch it, how fresh they are, and what answers it in the other country. Pure. */
export function coverageOf(
  { instruments, sources }: { readonly instruments: readonly Instrument[]; readonly sources: readonly Source[] },
  facts: SourceFacts,
  now: Date,
): readonly InstrumentCoverage[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return instruments.map(({ id, title, jurisdiction, watch, because, counterpart }) => ({
    instrumentId: id,
    title,
    jurisdiction,
    sources: (watch === 'manual' ? [] : watch).flatMap((sourceId) => {
      const source = byId.get(sourceId);
      return source === undefined ? [] : [sourceCoverage(source, facts, now)];
    }),
    ...(because === undefined ? {} : { because }),
    counterpart,
  }));
}

function linesOf({ instrumentId, title, sources, because, counterpart }: InstrumentCoverage): readonly string[] {
  const answers = counterpart === 'none' ? 'no counterpart' : `counterpart ${counterpart.join(', ')}`;
  const watched = sources.map(({ sourceId, lastSuccessAt, fresh }) => {
    const at =
      lastSuccessAt === null ? 'never checked' : `${fresh ? 'fresh' : 'gap'}, last ${lastSuccessAt.slice(0, 16)}`;
    return `  ${sourceId.padEnd(36)} ${at}`;
  });
  const byHand = sources.length > 0 ? [] : [`  by a person: ${because ?? 'none of its sources is configured'}`];
  return [`${instrumentId}  ${title}; ${answers}`, ...watched, ...byHand];
}

/** Prints what is watched instrument by instrument, and the sum. */
export async function showCoverage(
  { store: { session }, catalogue, clock }: Redline,
  json: boolean,
  print: (line: string) => void,
): Promise<void> {
  const states = new Map((await listSourceStates(session)).map((state) => [state.sourceId, state]));
  const problems = (await listOpenSourceProblems(session)).filter(({ problem }) => problem !== 'source.unreconciled');
  const doubtful = new Set([...problems, ...(await listHeldReadings(session))].map(({ sourceId }) => sourceId));
  const coverage = coverageOf(catalogue, { states, doubtful }, clock.now());
  for (const one of coverage) for (const line of json ? [JSON.stringify(one)] : linesOf(one)) print(line);
  if (json) return;
  const watched = coverage.filter(({ sources }) => sources.length > 0);
  const fresh = watched.filter(({ sources }) => sources.every((source) => source.fresh));
  print(
    `${coverage.length} instruments: ${watched.length} watched, ${fresh.length} of them fresh in every source, ${coverage.length - watched.length} by a person`,
  );
}
