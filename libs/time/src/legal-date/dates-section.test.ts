import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDatesSection } from './dates-section.ts';

describe('parseDatesSection', () => {
  it('reads an effective date and a comment date', () => {
    const text = 'This rule is effective January 6, 2020. Comments must be received by March 6, 2020.';
    expect(parseDatesSection(text)).toEqual({
      effectiveFrom: '2020-01-06',
      commentClose: '2020-03-06',
      perInstruction: [],
    });
  });

  it.each([
    ['Submit comments on or before March 25, 2020.', '2020-03-25'],
    ['Comments must be received by BIS no later than March 1, 2021.', '2021-03-01'],
    [
      'To be assured of consideration, written comments must be submitted by 11:59 p.m. ET on Jan. 17, 2024.',
      '2024-01-17',
    ],
    [
      'The comment period for the notice published on March 12, 2020 (85 FR 14428), is reopened through April 22, 2020.',
      '2020-04-22',
    ],
    [
      'The deadline for comments on the rule published on October 13, 2022, is extended to January 31, 2023.',
      '2023-01-31',
    ],
  ])('reads the comment date of: %s', (text, on) => {
    expect(parseDatesSection(text).commentClose).toBe(on);
  });

  it('reads a period of effect and the instructions that stand outside it', () => {
    const text =
      'This rule is effective February 13, 2020, through April 1, 2020, except for amendatory instructions 1 and 3, which are effective February 14, 2020.';
    expect(parseDatesSection(text)).toEqual({
      effectiveFrom: '2020-02-13',
      effectiveTo: '2020-04-01',
      perInstruction: [{ instruction: '1 and 3', from: '2020-02-14' }],
    });
  });

  it('reads staged instructions and keeps the first date as the effective one', () => {
    const text =
      'a. Effective on October 7, 2022, are the following instructions: 7 (Sec. 740.2), 9 (Sec. 740.10). b. Effective on October 12, 2022, is the following instruction: 4 (Sec. 734.9).';
    expect(parseDatesSection(text)).toEqual({
      effectiveFrom: '2022-10-07',
      perInstruction: [
        { instruction: '7 (Sec. 740.2), 9 (Sec. 740.10)', from: '2022-10-07' },
        { instruction: '4 (Sec. 734.9)', from: '2022-10-12' },
      ],
    });
  });

  it('reads a retroactive applicability beside the effective date', () => {
    const text = 'This rule is effective April 11, 2022. This rule is applicable as of February 14, 2022.';
    expect(parseDatesSection(text)).toMatchObject({ effectiveFrom: '2022-04-11', appliesAsOf: '2022-02-14' });
  });

  it('says when part of a rule waits for a later announcement', () => {
    const text =
      'Effective March 15, 2021, except for amendatory instruction 3; The Commission will publish a document in the Federal Register announcing the effective date.';
    expect(parseDatesSection(text)).toMatchObject({ effectiveFrom: '2021-03-15', effectiveTBD: true });
  });

  it('reads an extended expiry without taking the date of the earlier rule', () => {
    const text =
      'The expiration date of the final rule published on August 21, 2019 (84 FR 43487), is extended until February 16, 2020.';
    expect(parseDatesSection(text)).toEqual({ expiryExtendedTo: '2020-02-16', perInstruction: [] });
  });

  it('reads a delayed effective date as the new one', () => {
    const text = 'The effective date of the rule published on October 21, 2021, is delayed until March 7, 2022.';
    expect(parseDatesSection(text).effectiveFrom).toBe('2022-03-07');
  });

  it('reads a compliance date', () => {
    const text = 'Effective date: February 24, 2021. Compliance date: Contractors must comply by August 24, 2021.';
    expect(parseDatesSection(text)).toMatchObject({ effectiveFrom: '2021-02-24', complianceBy: '2021-08-24' });
  });

  it('leaves the dates of a pre-publication copy open', () => {
    const text =
      'This rule is effective [INSERT DATE OF PUBLICATION IN THE FEDERAL REGISTER]. Comments are due [INSERT DATE 60 DAYS AFTER DATE OF PUBLICATION IN THE FEDERAL REGISTER].';
    expect(parseDatesSection(text)).toEqual({
      effectiveDaysAfterPublication: 0,
      commentDaysAfterPublication: 60,
      perInstruction: [],
    });
  });

  it('fixes nothing where nothing is fixed, and throws on no text', () => {
    expect(parseDatesSection('None.')).toEqual({ perInstruction: [] });
    fc.assert(
      fc.property(fc.string({ maxLength: 2_000 }), (text) => parseDatesSection(text).perInstruction.length >= 0),
    );
  });

  it('fixes what stands at the end of a text in which every word could begin a date', () => {
    const text = `${'published on '.repeat(1_500)}. This rule is effective March 1, 2026.`;
    expect(parseDatesSection(text)).toEqual({ effectiveFrom: '2026-03-01', perInstruction: [] });
  });
});
