import type { Instrument } from '#sources';

/** A catalogue with each case: watched, watched by a person, with and without a counterpart. */
export const EXAMPLE_INSTRUMENTS: readonly Instrument[] = [
  {
    id: 'US-EL',
    jurisdiction: 'US',
    title: 'Entity List',
    description: 'Parties for which a license is needed.',
    watch: ['us-ecfr-15-744-supp4', 'us-federal-register'],
    counterpart: ['JP-EUL'],
  },
  {
    id: 'US-RESEARCH',
    jurisdiction: 'US',
    title: 'Research security rules',
    description: 'Disclosure duties for research that is paid for by the federal government.',
    watch: 'manual',
    counterpart: 'none',
  },
  {
    id: 'JP-EUL',
    jurisdiction: 'JP',
    title: '外国ユーザーリスト (Foreign End User List)',
    description: 'Foreign organisations for which an exporter must look closely at the end use.',
    watch: ['jp-meti-news'],
    counterpart: ['US-EL'],
  },
];
