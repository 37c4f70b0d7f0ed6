import { describe, expect, it } from 'vitest';
import { CHANGE_TYPES } from '#domain';
import { exampleChange } from '../example-change.ts';
import { sentenceOf } from './sentence.ts';

const say = (parts: Parameters<typeof exampleChange>[0]) => sentenceOf(exampleChange(parts));

describe('sentenceOf', () => {
  it.each(CHANGE_TYPES)('has one whole sentence for %s, with facts or without', (type) => {
    const whole = /^[^\s].*[^\s.]\.$/u;
    const facts = { name: 'X', list: 'EL', value: 1, unit: 'percent', title: 'T', validTo: '2020-02-16' };
    for (const text of [say({ type }), say({ type, before: { value: 2 }, after: facts })]) {
      expect(text).toMatch(whole);
      expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}/);
    }
  });

  it.each([
    [{ after: { country: 'CN', list: 'EL' } }, '“Hikvision” (CN) was added to the Entity List.'],
    [
      {
        type: 'country.removed',
        instrumentId: 'JP-COUNTRY',
        label: '大韓民国',
        kind: 'country',
        before: { list: '別表第三' },
      },
      '“大韓民国” was removed from 別表第三.',
    ],
    [
      {
        type: 'threshold.changed',
        instrumentId: 'JP-FDI',
        label: '第二条',
        before: { value: 10 },
        after: { value: 1, unit: 'percent' },
      },
      'The threshold in “第二条” (the inward investment rules under 外為法) changed from 10 to 1 percent.',
    ],
    [
      { type: 'threshold.changed', label: '第二条', after: { oldValue: 10, newValue: 1, unit: '%' } },
      'The threshold in “第二条” (the Entity List) changed from 10 to 1 %.',
    ],
    [
      {
        type: 'authorisation.extended',
        label: 'Temporary General License',
        before: { validTo: '2019-11-18' },
        dates: { effectiveTo: '2020-02-16' },
      },
      '“Temporary General License” was extended from 2019-11-18 to 2020-02-16.',
    ],
    [
      {
        type: 'entity.license_requirement_changed',
        before: { licenseRequirement: 'All items on the CCL' },
        after: { licenseRequirement: 'All items subject to the EAR' },
      },
      'The license requirement of “Hikvision” changed from “All items on the CCL” to “All items subject to the EAR”.',
    ],
    [
      { type: 'entity.name_changed', label: 'WENXIA MAN', after: { old: 'WENIXA MAN', new: 'WENXIA MAN' } },
      'The name of “WENXIA MAN” in the Entity List changed from “WENIXA MAN” to “WENXIA MAN”.',
    ],
    [
      {
        type: 'comment.extended',
        label: '2018-27148',
        kind: 'document',
        documentNumber: '2018-27148',
        after: { title: 'Review of Controls' },
        dates: { commentClose: '2019-01-10' },
      },
      'Comments on “Review of Controls” (2018-27148) were extended until 2019-01-10.',
    ],
  ] as const)('says %j', (parts, sentence) => {
    expect(say(parts)).toBe(sentence);
  });

  it('cuts a long label and keeps it on one line', () => {
    const text = say({ label: `Long\nname ${'x'.repeat(500)}` });
    expect(text.length).toBeLessThan(220);
    expect(text).not.toContain('\n');
  });

  it('does not state that an announcement is law', () => {
    expect(say({ type: 'announcement.unlegislated', stage: 'announced' })).toContain('not law');
  });
});
