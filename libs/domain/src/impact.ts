import type { Band } from './profile.ts';

/** One step of the arithmetic, in words a reviewer can check. */
export interface ImpactReason {
  /** `severity`, `urgency`, `relevance`, `stage`, `direction`, `override`. */
  readonly factor: 'severity' | 'urgency' | 'relevance' | 'stage' | 'direction' | 'override';
  readonly value: number;
  readonly because: string;
  /** Index into the change's evidence, where the reason rests on a quote. */
  readonly evidenceRef?: number;
}

/** What a change means for one profile: `score = round((S + U) × R × L × D)`, with its reasons. */
export interface Impact {
  readonly score: number;
  readonly band: Band;
  readonly reasons: readonly ImpactReason[];
  /** Labels shown with the alert: `possible match`, `not law`, `unconfirmed parse`. */
  readonly labels: readonly string[];
}
