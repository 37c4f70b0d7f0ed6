import { describe, expect, it } from 'vitest';
import { correctedFacts } from './correction.ts';
import { exampleChange } from './example-change.ts';

const final = exampleChange({
  type: 'lineage.final',
  kind: 'document',
  label: '2021-22774',
  documentNumber: '2021-22774',
  lineage: { rin: ['0694-AH56'] },
  dates: { effectiveFrom: '2022-01-19' },
});

describe('correctedFacts', () => {
  it('says which date was told and which holds, when a later document of the act moves it', () => {
    const moved = exampleChange({
      type: 'date.effective_changed',
      kind: 'document',
      label: '2022-00448',
      documentNumber: '2022-00448',
      lineage: { rin: ['0694-AH56'] },
      dates: { effectiveFrom: '2022-03-07' },
      after: { oldEffective: '2022-01-19' },
    });
    expect(correctedFacts(final, moved)).toEqual([{ fact: 'effective date', said: '2022-01-19', is: '2022-03-07' }]);
    expect(correctedFacts(final, { ...moved, lineage: { rin: ['0694-ZZ99'] } })).toEqual([]);
    const elsewhere = { ...final, dates: { effectiveFrom: '2022-02-01' } };
    expect(correctedFacts(elsewhere, moved)).toEqual([]);
  });

  it('puts right the date that was told last, where a delay of a delay names only the page of the document before it', () => {
    const printed = { ...final, lineage: { citation: ['86 FR 58205'] } };
    const delay = exampleChange({
      type: 'date.effective_changed',
      kind: 'document',
      label: '2022-00448',
      documentNumber: '2022-00448',
      lineage: { supersedes: ['86 FR 58205'], citation: ['87 FR 1670'] },
      dates: { effectiveFrom: '2022-03-07' },
    });
    const again = exampleChange({
      type: 'date.effective_changed',
      kind: 'document',
      label: '2022-04444',
      documentNumber: '2022-04444',
      lineage: { supersedes: ['87 FR 1670'] },
      dates: { effectiveFrom: '2022-05-26' },
    });
    expect(correctedFacts(printed, delay)).toEqual([{ fact: 'effective date', said: '2022-01-19', is: '2022-03-07' }]);
    expect(correctedFacts(delay, again)).toEqual([{ fact: 'effective date', said: '2022-03-07', is: '2022-05-26' }]);
    expect(correctedFacts(printed, again)).toEqual([]);
  });

  it('says that a date is open again', () => {
    const open = exampleChange({ type: 'date.effective_tbd', label: '2022-00001', lineage: { rin: ['0694-AH56'] } });
    expect(correctedFacts(final, open)).toMatchObject([{ said: '2022-01-19', is: expect.stringContaining('open') }]);
  });

  it('takes over the value that a correction puts in the place of the told one', () => {
    const corrects = { corrects: ['2021-22774'] };
    const date = exampleChange({
      type: 'correction.substantive',
      label: 'C1-2021-22774',
      lineage: corrects,
      dates: { effectiveFrom: '2022-01-18' },
    });
    expect(correctedFacts(final, date)).toEqual([{ fact: 'effective date', said: '2022-01-19', is: '2022-01-18' }]);
    const words = exampleChange({
      type: 'correction.substantive',
      label: 'C2',
      lineage: corrects,
      before: { text: '25 percent' },
      after: { text: '10 percent' },
    });
    expect(correctedFacts(final, words)).toEqual([{ fact: 'wording', said: '25 percent', is: '10 percent' }]);
    expect(correctedFacts(final, { ...words, type: 'correction.editorial' })).toEqual([]);
  });

  it('says that the told document was withdrawn, and not its sister', () => {
    const withdrawn = exampleChange({
      type: 'document.withdrawn',
      kind: 'document',
      label: '2021-22774',
      documentNumber: '2021-22774',
      lineage: { rin: ['0694-AH56'] },
    });
    expect(correctedFacts(final, withdrawn)).toHaveLength(1);
    expect(
      correctedFacts({ ...final, documentNumber: '2020-1', subject: { ...final.subject, key: '2020-1' } }, withdrawn),
    ).toEqual([]);
  });

  it('notices that the same act is read again with another fact, and takes a later act for none', () => {
    const listed = exampleChange({
      documentNumber: '2019-22210',
      dates: { effectiveFrom: '2019-10-09' },
      after: { country: 'CN', licenseRequirement: 'For all items.' },
    });
    const again = {
      ...listed,
      changeId: 'again',
      after: { country: 'CN', licenseRequirement: 'For all items subject to the EAR.' },
    };
    expect(correctedFacts(listed, again)).toEqual([
      { fact: 'licenseRequirement', said: 'For all items.', is: 'For all items subject to the EAR.' },
    ]);
    expect(correctedFacts(listed, { ...again, documentNumber: '2024-1' })).toEqual([]);
    expect(correctedFacts(listed, { ...listed, changeId: 'same' })).toEqual([]);
  });
});
