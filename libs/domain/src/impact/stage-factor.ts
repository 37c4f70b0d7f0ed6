import type { Change, Stage } from '../change.ts';

/** A factor of the impact model in hundredths, with its reason. */
export interface Factor {
  readonly hundredths: number;
  readonly because: string;
}

const BY_STAGE: Readonly<Record<Stage, Factor>> = {
  announced: { hundredths: 30, because: 'announced only: not law' },
  anprm: { hundredths: 50, because: 'advance notice or inquiry: not law' },
  proposed: { hundredths: 60, because: 'proposed: not law' },
  interim_final: { hundredths: 100, because: 'interim final rule: binds' },
  final: { hundredths: 100, because: 'final rule: binds' },
  in_force: { hundredths: 100, because: 'in force' },
  stayed: { hundredths: 100, because: 'stay in effect' },
  withdrawn: { hundredths: 60, because: 'withdrawn' },
  guidance: { hundredths: 70, because: 'guidance' },
};

/** L of the impact model: how far the measure has come. */
export function stageFactor(change: Change): Factor {
  if (change.type === 'correction.editorial') return { hundredths: 20, because: 'editorial correction' };
  if (change.type === 'rule.reinstatement_scheduled') {
    return { hundredths: 90, because: 'scheduled, absent an extension' };
  }
  return BY_STAGE[change.stage];
}
