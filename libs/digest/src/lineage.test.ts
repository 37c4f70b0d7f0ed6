import { describe, expect, it } from 'vitest';
import { exampleChange } from './example-change.ts';
import { lineageOf } from './lineage.ts';

const document = (documentNumber: string, publishedOn: string, over: Parameters<typeof exampleChange>[0]) =>
  exampleChange({
    changeId: documentNumber,
    documentNumber,
    dates: { publishedOn },
    detection: { path: 'document', needsReview: false, notes: [], baseline: false },
    ...over,
  });

/** The exemption for Australia and the United Kingdom under the ITAR, RIN 1400-AF84. */
const AUKUS = [
  document('2025-23998', '2025-12-30', { type: 'lineage.final', stage: 'final' }),
  document('2024-08829', '2024-05-01', { type: 'lineage.proposed', stage: 'proposed' }),
  document('2024-18043', '2024-08-20', { type: 'lineage.interim_final', stage: 'interim_final' }),
];

describe('the lineage of a rulemaking', () => {
  it('runs from the proposal over the interim rule to the final one, and to its correction', () => {
    const correction = document('2026-00001', '2026-01-05', { type: 'correction.substantive', stage: 'final' });
    expect(lineageOf([correction, ...AUKUS]).map(({ documentNumber, step }) => `${documentNumber} ${step}`)).toEqual([
      '2024-08829 proposed',
      '2024-18043 interim_final',
      '2025-23998 final',
      '2026-00001 correction',
    ]);
  });

  it('names a document once, however many changes it made, and leaves dates that moved later to it', () => {
    const moved = document('2024-18043', '2024-08-20', {
      changeId: 'm',
      type: 'date.effective_changed',
      stage: 'final',
    });
    expect(lineageOf([moved, ...AUKUS, ...AUKUS])).toHaveLength(3);
  });
});
