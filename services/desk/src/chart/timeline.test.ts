import { describe, expect, it } from 'vitest';
import { type TimelinePoint, timelineChart } from './timeline.ts';

const point = (on: string, lane: string, direction: TimelinePoint['direction'] = 'tighten'): TimelinePoint => ({
  on,
  lane,
  label: `<b>${lane}</b>`,
  direction,
});

describe('timelineChart', () => {
  it('says in words what it draws, a row for each list, and escapes what was printed', () => {
    const chart = String(
      timelineChart('History', [
        point('2024-12-06', 'Entity List'),
        point('2019-10-09', 'Entity List'),
        point('2025-01-02', 'DPL'),
      ]),
    );
    expect(chart).toContain('Entity List: 2 changes, 2019-10-09 to 2024-12-06. DPL: 1 changes, 2025-01-02.');
    expect(chart).not.toContain('<b>');
  });

  it('gives the changes of one day one mark with their number, which points one way only where all do', () => {
    const chart = String(
      timelineChart('History', [
        point('2024-12-06', 'EL'),
        point('2024-12-06', 'EL', 'loosen'),
        point('2025-01-02', 'EL'),
      ]),
    );
    expect(chart.match(/class="mark"/g)).toHaveLength(2);
    expect(chart).toMatch(/<circle class="other"[^>]*>[\s\S]*?>2<\/text>/);
    expect(chart.match(/<path class="tighten"/g)).toHaveLength(1);
  });

  it('draws nothing where no day is known', () => {
    expect(String(timelineChart('History', [point('soon', 'EL')]))).toBe('');
  });

  it('keeps marks within the picture, the first left of the last', () => {
    const chart = String(timelineChart('History', [point('2019-10-09', 'EL'), point('2025-01-02', 'EL')]));
    const places = [...chart.matchAll(/class="mark" x="([\d.]+)%"/g)].map(([, x]) => Number(x));
    expect(places).toEqual([3, 97]);
  });
});
