import type { Band, Change, Direction } from '#domain';
import { html, type Markup, nothing } from './markup.ts';
import { DIRECTIONS, STAGES } from './vocabulary.ts';

/** Arrow and word of a change's effect on the regulated public. */
export function directionBadge(direction: Direction): Markup {
  const { sign, word } = DIRECTIONS[direction];
  return html`<span class="direction ${direction}"><span aria-hidden="true">${sign}</span> ${word}</span>`;
}

export function bandBadge(band: Band, score?: number): Markup {
  return html`<span class="band ${band}">${band}${score === undefined ? nothing : html` ${score}`}</span>`;
}

/** What a reader must know before believing a change: not law, unconfirmed, history, told to nobody. */
export function cautionsOf(change: Change): readonly string[] {
  return [
    ...(isLaw(change.stage) ? [] : [STAGES[change.stage]]),
    ...(change.detection.needsReview ? ['Unconfirmed parse: check the official text'] : []),
    ...(change.detection.baseline ? ['History: found in the first capture'] : []),
    ...(change.alerting ? [] : ['Recorded only: nobody is alerted']),
  ];
}

const NOT_LAW = new Set<Change['stage']>(['announced', 'anprm', 'proposed']);

/** @returns false for what is only announced or proposed. */
export function isLaw(stage: Change['stage']): boolean {
  return !NOT_LAW.has(stage);
}

export function cautionBadges(change: Change): Markup {
  return html`${cautionsOf(change).map((caution) => html`<span class="caution">${caution}</span> `)}`;
}
