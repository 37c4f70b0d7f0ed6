import type { Deadline, DeadlineKind } from '#digest';
import type { Band, ChangeType, Direction, Jurisdiction, Stage } from '#domain';

/** A sign and a word: the sign alone would not be read aloud, the colour alone not be seen by everyone. */
export const DIRECTIONS: Readonly<Record<Direction, { readonly sign: string; readonly word: string }>> = {
  tighten: { sign: '▲', word: 'Tightens' },
  loosen: { sign: '▼', word: 'Loosens' },
  mixed: { sign: '◆', word: 'Both ways' },
  neutral: { sign: '•', word: 'Neutral' },
  unknown: { sign: '?', word: 'Effect unclear' },
};

export const STAGES: Readonly<Record<Stage, string>> = {
  announced: 'Announced, not law',
  anprm: 'Advance notice, not law',
  proposed: 'Proposed, not law',
  interim_final: 'Interim final rule',
  final: 'Final rule',
  in_force: 'In force',
  stayed: 'Suspended',
  withdrawn: 'Withdrawn',
  guidance: 'Guidance',
};

export const JURISDICTIONS: Readonly<Record<Jurisdiction, string>> = {
  US: 'United States',
  JP: 'Japan',
  ML: 'Multilateral',
};

export const DEADLINE_KINDS: Readonly<Record<DeadlineKind, string>> = {
  comment: 'Comments close',
  effective: 'Takes effect',
  compliance: 'Comply by',
  savings: 'Savings clause ends',
  expiry: 'Authorisation ends',
};

/** What a date is. On the Denied Persons List no authorisation ends, but an order that denies one. */
export function deadlineKindInWords({ kind, instrumentId }: Pick<Deadline, 'kind' | 'instrumentId'>): string {
  return kind === 'expiry' && instrumentId === 'US-DPL' ? 'Denial order ends' : DEADLINE_KINDS[kind];
}

/** From the most to the least urgent, as tables show them. */
export const BANDS_URGENT_FIRST: readonly Band[] = ['critical', 'high', 'medium', 'low', 'info'];

/** `entity.license_requirement_changed` as a reader says it: `Entity: license requirement changed`. */
export function typeInWords(type: ChangeType): string {
  const [family = '', what = ''] = type.split('.');
  return capitalised(`${family}: ${what.replaceAll('_', ' ')}`);
}

/** `licenseRequirement` as a row heading: `License requirement`. */
export function fieldInWords(field: string): string {
  const spaced = field
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim();
  return /[A-Z]{2}/.test(field) ? spaced : capitalised(spaced.toLowerCase());
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
