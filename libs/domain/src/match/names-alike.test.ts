import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closestName, indexNames } from '../impact/name-index.ts';
import { comparableNames } from '../impact/name-match.ts';
import { NamePool } from './name-pool.ts';
import { NEARNESS, namesAlike } from './names-alike.ts';

const WORDS =
  'bang banghiao banghaio bianching bianchin zte kangxun hikvision hikvisoin technology institute 13th 14th al-qaida al 5g shanghai ltd co'.split(
    ' ',
  );
const NATIVE = ['丹东富地', '丹東富地', '丹东富池', 'ооо', 'база', 'abc半導体', 'abcd', 'müller', '株式会社'];
const LONG = 'Obshchestvo Nauchnoproizvodstvennoe Elektromashinostroitelnoye Predpriyatie Vympelkommunikatsii';
const letters = fc.string({ unit: fc.constantFrom(...'abein'), minLength: 1, maxLength: 12 });
const word = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 2, arbitrary: letters },
  { weight: 1, arbitrary: fc.constantFrom(...NATIVE, LONG) },
);
/** A name and some that differ from it by a few letters or by the order of their words. */
const family = fc
  .tuple(
    fc.array(word, { minLength: 1, maxLength: 5 }),
    fc.array(fc.tuple(fc.nat(60), fc.string({ unit: fc.constantFrom(...'aehn 1'), maxLength: 2 }), fc.nat(2)), {
      maxLength: 3,
    }),
  )
  .map(([words, edits]) => {
    const printed = words.join(' ');
    const altered = edits.map(([at, put, taken]) => {
      const place = at % printed.length;
      return printed.slice(0, place) + put + printed.slice(place + taken);
    });
    return { printed, others: [printed, words.toReversed().join(' '), words.slice(1).join(' '), ...altered] };
  });

describe('namesAlike', () => {
  it('finds whom asking each declared name in turn finds, each as near', () => {
    fc.assert(
      fc.property(fc.array(family, { minLength: 1, maxLength: 4 }), (families) => {
        const declared = families.flatMap(({ others }) => others).flatMap((printed) => comparableNames(printed));
        const listed = families.flatMap(({ printed }) => comparableNames(printed));
        const pool = new NamePool();
        const ids = declared.map((name) => pool.idOf(name));
        const found = namesAlike(pool, listed);
        for (const [at, { raw }] of declared.entries()) {
          const hit = closestName(
            indexNames([raw], (printed) => [printed]),
            listed,
          );
          expect(found.get(ids[at] ?? -1)).toBe(hit === undefined ? undefined : NEARNESS[hit.match.kind]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
