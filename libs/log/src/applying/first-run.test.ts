import { describe, expect, it } from 'vitest';
import { firstRun } from './first-run.ts';

const items = (...keys: (string | undefined)[]) => keys.map((key) => (key === undefined ? {} : { record: { key } }));

describe('the first run of records', () => {
  it('is one record where nothing says that more may be applied together', () => {
    expect(firstRun(items('a', 'b'), undefined)).toHaveLength(1);
    expect(firstRun([], undefined)).toEqual([]);
  });

  it('ends before a key comes again, unless handling needs no earlier effect of its key', () => {
    expect(firstRun(items('a', 'b', 'a', 'c'), { most: 9, sameKey: false })).toHaveLength(2);
    expect(firstRun(items('a', 'b', 'a', 'c'), { most: 9, sameKey: true })).toHaveLength(4);
  });

  it('is never longer than allowed', () => {
    expect(firstRun(items('a', 'b', 'c', 'd'), { most: 3, sameKey: false })).toHaveLength(3);
  });

  it('leaves what cannot be read to itself', () => {
    expect(firstRun(items(undefined, 'a'), { most: 9, sameKey: true })).toHaveLength(1);
    expect(firstRun(items('a', undefined, 'b'), { most: 9, sameKey: true })).toHaveLength(1);
  });
});
