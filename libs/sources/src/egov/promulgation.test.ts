import { describe, expect, it } from 'vitest';
import { promulgationDay } from './promulgation.ts';

const PRINTED = [
  '令和七年四月一一日政令第一七七号',
  '令和七年一一月一四日政令第三七六号',
  '令和五年六月三〇日政令第二三二号',
];

describe('the day of promulgation', () => {
  it('is the one that the 附則 of the amending order names', () => {
    expect(promulgationDay(PRINTED, '令和7年政令第376号')).toBe('2025-11-14');
    expect(promulgationDay(PRINTED, '令和七年政令第百七十七号')).toBe('2025-04-11');
  });

  it('is unknown for an order of another year with the same number, and for an ordinance known by its id alone', () => {
    expect(promulgationDay(PRINTED, '令和6年政令第232号')).toBeUndefined();
    expect(promulgationDay(PRINTED, '507M60000400072')).toBeUndefined();
    expect(promulgationDay(PRINTED, undefined)).toBeUndefined();
  });
});
