import type { SourceFreshness } from '#digest';
import { countChecks } from '#store';
import type { DeskPorts } from '../ports.ts';
import { listSourceStatuses } from './list-source-statuses.ts';

/** How far each source can be relied on as of now, with its checks in [from, to): what a digest says was looked at. */
export async function sourceFreshness(
  ports: Pick<DeskPorts, 'store' | 'sources' | 'now'>,
  span: { readonly from: string; readonly to: string },
): Promise<readonly SourceFreshness[]> {
  const [statuses, checks] = await Promise.all([
    listSourceStatuses(ports),
    countChecks(ports.store.session, span.from, span.to),
  ]);
  return statuses.map((status) => ({
    sourceId: status.id,
    title: status.title,
    ...(status.lastSuccessAt === null ? {} : { lastSuccessAt: status.lastSuccessAt }),
    fresh: status.fresh,
    ...(status.fresh ? {} : { problem: status.inWords }),
    checks: checks.get(status.id) ?? { succeeded: 0, failed: 0 },
  }));
}
