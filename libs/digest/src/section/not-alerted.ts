import type { Change } from '#domain';
import type { NotAlerted } from '../digest.ts';

/** Changes that were found and told to nobody, counted by kind and reason, so that nothing is hidden. */
export function notAlerted(changes: readonly Change[], repeated: ReadonlySet<string>): readonly NotAlerted[] {
  const reasonOf = ({ alerting, changeId }: Change): NotAlerted['because'] => {
    if (repeated.has(changeId)) return 'told before by another source';
    return alerting ? 'outside the profile' : 'silent kind';
  };
  const groups = Map.groupBy(changes, (change) => `${reasonOf(change)} ${change.type}`);
  return [...groups.values()].flatMap((group) => {
    const first = group[0];
    if (first === undefined) return [];
    const changeIds = group.map(({ changeId }) => changeId);
    return [{ type: first.type, because: reasonOf(first), count: group.length, changeIds }];
  });
}
