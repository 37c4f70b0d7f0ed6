import { describe, expect, it } from 'vitest';
import { sentencesOf, tellsOfEarlierAct } from './sentences.ts';

describe('sentencesOf', () => {
  it('does not end a sentence at an abbreviation', () => {
    const text =
      'The U.S. Government has decided to extend the license to Huawei Technologies Co., Ltd. (Huawei). BIS amends Sec. 744.';
    expect(sentencesOf(text).map(({ raw }) => raw)).toEqual([
      'The U.S. Government has decided to extend the license to Huawei Technologies Co., Ltd. (Huawei).',
      'BIS amends Sec. 744.',
    ]);
  });

  it('keeps the raw words beside the comparable ones', () => {
    const [sentence] = sentencesOf('Burma’s “military” – end users.');
    expect(sentence).toEqual({ raw: 'Burma’s “military” – end users.', text: 'Burma\'s "military" - end users.' });
  });
});

describe('tellsOfEarlierAct', () => {
  it.each([
    ['On October 21, 2021, BIS published an interim final rule.', true],
    ['That rule established a new control.', true],
    ['In this rule, BIS amends the EAR.', false],
    ['In response to the invasion of February 24, 2022, BIS adds entities.', false],
  ])('%s', (text, isEarlier) => {
    expect(tellsOfEarlierAct({ raw: text, text })).toBe(isEarlier);
  });
});
