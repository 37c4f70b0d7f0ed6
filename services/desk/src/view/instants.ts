import { html, type Markup } from './markup.ts';

const STEPS = [
  { limit: 60, size: 1, word: 'second' },
  { limit: 3_600, size: 60, word: 'minute' },
  { limit: 172_800, size: 3_600, word: 'hour' },
  { limit: Number.POSITIVE_INFINITY, size: 86_400, word: 'day' },
] as const;

/** `12 minutes ago`, `in 3 hours`; the absolute time is always shown with it. */
export function relativeTo(instant: string, now: Date): string {
  const seconds = Math.round((now.getTime() - Date.parse(instant)) / 1_000);
  const distance = Math.abs(seconds);
  if (distance < 5) return 'just now';
  const step = STEPS.find(({ limit }) => distance < limit) ?? STEPS[3];
  const count = Math.floor(distance / step.size);
  const words = `${count} ${step.word}${count === 1 ? '' : 's'}`;
  return seconds >= 0 ? `${words} ago` : `in ${words}`;
}

/** `2026-11-24 04:18 UTC`. Text that is no instant is shown as it is. */
export function inUtc(instant: string): string {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? instant : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** An instant of ours, for people and programs. */
export function instantOf(instant: string | null | undefined, now?: Date): Markup {
  if (!instant) return html`<span class="quiet">never</span>`;
  if (!now) return html`<time datetime="${instant}">${inUtc(instant)}</time>`;
  return html`${relativeTo(instant, now)} <time class="quiet" datetime="${instant}">(${inUtc(instant)})</time>`;
}

/** A calendar date of the authority: it has no hour and no zone. */
export function dateOf(date: string | undefined, absent = '–'): Markup {
  return date
    ? html`<time datetime="${date}">${date}</time>`
    : html`<span class="quiet${absent === '–' ? ' none' : ''}">${absent}</span>`;
}
