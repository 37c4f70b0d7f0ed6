import type { Instrument } from '#sources';
import type { SourceStatus } from '../source/source-status.ts';

/** One policy tool beside what answers it in the other country. */
export interface MatrixRow {
  readonly instrument: Instrument;
  readonly sources: readonly SourceStatus[];
  readonly counterparts: readonly Instrument[];
  readonly last: { readonly changeId: string; readonly detectedAt: string } | undefined;
  /** What a reader must not rely on. Several may hold. */
  readonly gaps: readonly string[];
}

/** The catalogue with what watches each tool, what answers it, and what is missing. Pure. */
export function instrumentMatrix(
  instruments: readonly Instrument[],
  statuses: readonly SourceStatus[],
  lastChanges: ReadonlyMap<string, { readonly changeId: string; readonly detectedAt: string }>,
): readonly MatrixRow[] {
  const byId = new Map(instruments.map((instrument) => [instrument.id, instrument]));
  const statusOf = new Map(statuses.map((status) => [status.id, status]));
  return instruments.map((instrument) => {
    const watch = instrument.watch === 'manual' ? [] : instrument.watch;
    const sources = watch.flatMap((id) => statusOf.get(id) ?? []);
    const counterparts = (instrument.counterpart === 'none' ? [] : instrument.counterpart).flatMap(
      (id) => byId.get(id) ?? [],
    );
    return {
      instrument,
      sources,
      counterparts,
      last: lastChanges.get(instrument.id),
      gaps: gapsOf(instrument, sources, counterparts),
    };
  });
}

function gapsOf(
  { watch, jurisdiction }: Instrument,
  sources: readonly SourceStatus[],
  counterparts: readonly Instrument[],
): readonly string[] {
  const behind = sources.filter(({ fresh }) => !fresh).length;
  const watchedBySource = watch !== 'manual';
  return [
    ...(watchedBySource ? [] : ['no source shows it: a person must watch it']),
    ...(watchedBySource && sources.length === 0 ? ['none of its sources is configured'] : []),
    ...(behind > 0
      ? [
          behind === sources.length
            ? 'no source can be relied upon right now'
            : `${behind} of ${sources.length} sources cannot be relied upon right now`,
        ]
      : []),
    ...(jurisdiction !== 'ML' && counterparts.length === 0 ? ['nothing answers it in the other country'] : []),
    ...counterparts
      .filter((one) => one.watch === 'manual')
      .map((one) => `its counterpart ${one.id} is watched by a person`),
  ];
}
