import type { Poll } from '#store';

/** Failed checks that followed each other. */
export interface FailedChecks {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** Why the first of them failed. */
  readonly because: string;
}

/** Every failed check, those that follow each other told as one run. Pure. @param polls oldest first */
export function failuresOf(polls: readonly Poll[]): readonly FailedChecks[] {
  const runs: FailedChecks[] = [];
  let inRun = false;
  for (const { outcome, finishedAt, detail } of polls) {
    const last = runs.at(-1);
    if (outcome !== 'failed') inRun = false;
    else if (inRun && last) runs[runs.length - 1] = { ...last, to: finishedAt, count: last.count + 1 };
    else {
      runs.push({ from: finishedAt, to: finishedAt, count: 1, because: detail });
      inRun = true;
    }
  }
  return runs;
}
