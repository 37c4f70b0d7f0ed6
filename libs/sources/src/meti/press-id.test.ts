import { describe, expect, it } from 'vitest';
import { japanDayOf } from './japan-day.ts';
import { pressIdOf } from './press-id.ts';

describe('pressIdOf', () => {
  it('takes the day from the digits, not from the fiscal-year folder', () => {
    expect(pressIdOf('https://www.meti.go.jp/press/2025/03/20260331013/20260331013.html')).toEqual({
      id: '20260331013',
      on: '2026-03-31',
    });
  });

  it('keeps the suffix of an older release apart', () => {
    expect(pressIdOf('http://www.meti.go.jp/press/2019/07/20190701006/20190701006_01.html')?.id).toBe('20190701006_01');
  });

  it.each([
    'https://www.meti.go.jp/press/2025/11/20251111001/20251111002.html',
    'https://evil.example/press/2025/11/20251111001/20251111001.html',
    'https://www.meti.go.jp/press/index.html',
  ])('gives nothing for %s', (url) => {
    expect(pressIdOf(url)).toBeUndefined();
  });
});

describe('japanDayOf', () => {
  it('counts the evening in UTC as the next day in Japan', () => {
    expect(japanDayOf('2026-06-19T05:00:00Z')).toBe('2026-06-19');
    expect(japanDayOf('2026-06-19T15:00:00Z')).toBe('2026-06-20');
    expect(japanDayOf('gestern')).toBeUndefined();
  });
});
