import { listHeldReadings, listOpenSourceProblems, listSourceStates } from '#store';
import type { DeskPorts } from '../ports.ts';
import { type SourceStatus, sourceStatus } from './source-status.ts';

/** Every watched source, in the order of the configuration: one never polled is listed too. */
export async function listSourceStatuses(
  ports: Pick<DeskPorts, 'store' | 'sources' | 'now'>,
): Promise<readonly SourceStatus[]> {
  const { session } = ports.store;
  const [states, problems, held] = await Promise.all([
    listSourceStates(session),
    listOpenSourceProblems(session),
    listHeldReadings(session),
  ]);
  const stateOf = new Map(states.map((state) => [state.sourceId, state]));
  const problemsOf = Map.groupBy(problems, (problem) => problem.sourceId);
  const heldOf = Map.groupBy(held, (reading) => reading.sourceId);
  return ports.sources.map((source) =>
    sourceStatus(
      source,
      {
        state: stateOf.get(source.id),
        problems: problemsOf.get(source.id) ?? [],
        heldReadings: heldOf.get(source.id) ?? [],
      },
      ports.now(),
    ),
  );
}
