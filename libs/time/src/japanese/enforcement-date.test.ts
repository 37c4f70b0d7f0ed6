import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enforcementOf } from './enforcement-date.ts';

describe('enforcementOf', () => {
  it.each([
    ['公布の日から起算して二月を経過した日', '2023-05-23', '2023-07-23'],
    ['公布の日から起算して三月を経過した日から施行する。', '2025-11-14', '2026-02-14'],
    ['公布の日から起算して二十一日を経過した日', '2019-08-07', '2019-08-28'],
    ['この政令は、公布の日から施行する。', '2025-04-11', '2025-04-11'],
    ['公布の日の翌日から施行する。', '2022-09-30', '2022-10-01'],
    ['公布の日から起算して３箇月を経過した日', '2023-11-30', '2024-03-01'],
    ['公布の日から三月を経過した日', '2025-11-14', '2026-02-15'],
    ['この政令は、令和七年十月九日から施行する。', '2025-04-09', '2025-10-09'],
    ['令和八年四月一日又は公布の日のいずれか遅い日から施行する。', '2026-03-20', '2026-04-01'],
    ['令和八年四月一日又は公布の日のいずれか遅い日から施行する。', '2026-04-03', '2026-04-03'],
  ])('%s, promulgated %s: in force on %s', (wording, promulgatedOn, date) => {
    expect(enforcementOf(wording, promulgatedOn)).toEqual({ kind: 'on', date });
  });

  it('leaves a day that an order will name open, and knows the last day allowed', () => {
    expect(enforcementOf('公布の日から起算して六月を超えない範囲内において政令で定める日')).toEqual({
      kind: 'to_be_set',
    });
    expect(enforcementOf('公布の日から起算して一年を超えない範囲内において政令で定める日', '2026-06-05')).toEqual({
      kind: 'to_be_set',
      notAfter: '2027-06-04',
    });
    expect(enforcementOf('公布の日から起算して一年六月を超えない範囲内において政令で定める日', '2024-05-17')).toEqual({
      kind: 'to_be_set',
      notAfter: '2025-11-16',
    });
    expect(enforcementOf('別に法律で定める日')).toEqual({ kind: 'to_be_set' });
  });

  it('answers nothing for unknown wording, or when the day of promulgation is missing', () => {
    expect(enforcementOf('なお従前の例による。', '2025-01-01')).toBeUndefined();
    expect(enforcementOf('公布の日から施行する。')).toBeUndefined();
    expect(enforcementOf('公布の日から起算して二月を経過した日')).toBeUndefined();
  });

  it('never throws, whatever the wording', () => {
    const parts = fc.array(
      fc.constantFrom('公布の日から', '起算して', '九', '兆', '月', '年', '日', 'を経過した日', 'を超えない範囲内'),
    );
    fc.assert(fc.property(parts, (words) => enforcementOf(words.join(''), '2025-01-31') !== null));
  });
});
