import type { Change } from '#domain';

/** The day by which a change is placed in time: when it takes effect, else its publication, else when it was noticed. */
export function dayOfChange({ dates, detectedAt }: Change): string {
  return dates.effectiveFrom ?? dates.publishedOn ?? detectedAt.slice(0, 10);
}
