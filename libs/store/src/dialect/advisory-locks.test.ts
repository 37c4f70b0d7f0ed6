import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ADVISORY_LOCKS } from './advisory-locks.ts';

describe('advisory locks', () => {
  it('have a number each, so that no two purposes wait for each other', () => {
    const numbers = Object.values(ADVISORY_LOCKS);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('are taken by their names alone', () => {
    const files = globSync('{libs,services}/**/*.ts').filter((file) => !file.endsWith('.test.ts'));
    const taken = files.flatMap(
      (file) => readFileSync(file, 'utf8').match(/pg_(?:try_)?advisory_(?:xact_)?(?:un)?lock\([^)]*/g) ?? [],
    );
    expect(taken.length).toBeGreaterThan(3);
    expect(taken.filter((call) => !call.includes('ADVISORY_LOCKS.'))).toEqual([]);
  });
});
