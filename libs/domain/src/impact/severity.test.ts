import { describe, expect, it } from 'vitest';
import { aChange } from './example-values.ts';
import { severityOf } from './severity.ts';

const severity = (parts: Parameters<typeof aChange>[0]) => severityOf(aChange(parts));

describe('severityOf', () => {
  it('weighs a reference list below a list that demands a licence', () => {
    expect([severity({}), severity({ instrumentId: 'JP-EUL', jurisdiction: 'JP' })]).toEqual([80, 64]);
  });

  it('weighs a Federal Register document that adds entities as the additions it announces', () => {
    const type = 'document.published';
    expect(severity({ type, after: { entitiesAdded: 13 } })).toBe(80);
    expect(severity({ type, stage: 'final' })).toBe(52);
    expect(severity({ type, stage: 'guidance' })).toBe(32);
  });

  it('weighs duties of contract below licence rules and direct product rules above them', () => {
    const type = 'rule.scope_changed';
    expect(['US-CMMC', 'US-EAR-CATCHALL', 'US-FDPR'].map((instrumentId) => severity({ type, instrumentId }))).toEqual([
      66, 74, 76,
    ]);
  });

  it('weighs joining a list of relief as relief', () => {
    expect(severity({ type: 'country.added', direction: 'loosen' })).toBe(56);
    expect(severity({ type: 'country.added' })).toBe(66);
    expect(severity({ type: 'country.removed' })).toBe(70);
  });

  it('weighs a relocation that hid a change of words as a change of words', () => {
    expect(severity({ type: 'rule.relocated' })).toBe(16);
    expect(severity({ type: 'rule.relocated', after: { textDelta: 'U.S.-origin' } })).toBe(60);
  });
});
