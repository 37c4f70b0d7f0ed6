import { describe, expect, it } from 'vitest';
import type { ListEntry } from '#domain';
import { approval, entity } from './list-entry.fixture.ts';
import { isUnchanged } from './unchanged.ts';

const huawei = entity('Huawei Technologies Co., Ltd.', { aliases: ['Huawei'], details: { remarks: 'x' } });

describe('isUnchanged', () => {
  it('leaves aside where a row stands and by which words it is quoted', () => {
    const moved = { ...huawei, locator: 'row 9', quote: 'another', section: 'page 2', noted: { number: 7 } };
    expect(isUnchanged({ before: huawei, after: moved })).toBe(true);
  });

  const edits: readonly (readonly [string, Partial<ListEntry>])[] = [
    ['name', { name: 'Huawei' }],
    ['country', { country: 'HK' }],
    ['parent', { parent: 'Huawei Investment' }],
    ['license requirement', { licenseRequirement: 'For all items' }],
    ['license review policy', { licenseReviewPolicy: 'Policy of denial' }],
    ['aliases', { aliases: ['Huawei', 'HW'] }],
    ['addresses', { addresses: ['Shenzhen'] }],
    ['footnotes', { footnotes: ['1'] }],
    ['citations', { citations: [] }],
    ['a detail', { details: { remarks: 'y' } }],
    ['a new detail', { details: { remarks: 'x', title: 'z' } }],
    ['wording', { wording: 'Huawei and its affiliates' }],
    ['stamp', { stamp: '2026-06-22' }],
    ['effect', { additionEffect: 'neutral' }],
  ];
  it.each(edits)('sees another %s', (_, edit) => {
    expect(isUnchanged({ before: huawei, after: { ...huawei, ...edit } })).toBe(false);
  });

  it('sees both days of a relief', () => {
    const before = approval('Miri X10 Travel router');
    expect(isUnchanged({ before, after: { ...before, validTo: '2027-12-12' } })).toBe(false);
    expect(isUnchanged({ before, after: { ...before, validFrom: '2026-06-30' } })).toBe(false);
  });
});
