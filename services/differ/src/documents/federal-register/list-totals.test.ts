import { describe, expect, it } from 'vitest';
import { directionOfList } from './direction-of.ts';
import { listTotals } from './list-totals.ts';

describe('listTotals', () => {
  it('counts entities and entries apart', () => {
    const sentence = 'BIS is amending the EAR by adding two entities under seven entries to the Entity List.';
    expect(listTotals([sentence], 'US-EL')).toEqual({ entitiesAdded: 2, entriesAdded: 7 });
  });

  it('tells additions, revisions, corrections and removals of one rule apart', () => {
    const sentences = [
      'In this rule, BIS amends the EAR by adding 36 entities under 41 entries to the Entity List.',
      'This rule also revises eleven existing entries and corrects one existing entry on the Entity List.',
      'Lastly, this rule removes two entities and one address for a non-listed entity.',
    ];
    expect(listTotals(sentences, 'US-EL')).toEqual({
      entitiesAdded: 36,
      entriesAdded: 41,
      entriesRevised: 11,
      entriesCorrected: 1,
      entitiesRemoved: 2,
    });
  });

  it('follows parties from one list to another and adds further removals', () => {
    const sentences = [
      'BIS is amending the EAR by removing 9 persons from the Unverified List (UVL) and adding them to the Entity List.',
      'BIS has been unable to verify the bona fides of all 9 persons being removed from the UVL and added to the Entity List.',
      'BIS is also amending the EAR by removing 27 persons from the UVL.',
    ];
    expect(listTotals(sentences, 'US-EL')).toEqual({ uvlRemoved: 36, entitiesAdded: 9 });
  });

  it('does not add up a restatement', () => {
    const sentences = [
      'BIS is amending the EAR by modifying one entity on the Entity List.',
      'This final rule modifies one entity under Russia.',
    ];
    expect(listTotals(sentences, 'US-EL')).toEqual({ entriesRevised: 1 });
  });

  it('says so when persons were only added to the Unverified List', () => {
    expect(listTotals(['BIS is adding thirty-three (33) persons to the Unverified List (UVL).'], 'US-UVL')).toEqual({
      personsAdded: 33,
      personsRemoved: 0,
    });
  });

  it('counts subsidiaries beside entities', () => {
    const sentence = 'This update adds two entities and eight subsidiaries to the UFLPA Entity List.';
    expect(listTotals([sentence], 'US-UFLPA')).toEqual({ entitiesAdded: 2, subsidiariesAdded: 8 });
  });
});

describe('directionOfList', () => {
  it.each([
    [{ entitiesAdded: 3 }, 'Additions', 'tighten'],
    [{ personsAdded: 0, personsRemoved: 3 }, 'Removals', 'loosen'],
    [{ entitiesAdded: 1, meuRemoved: 2 }, 'Addition and Removals', 'mixed'],
    [{ entitiesAdded: 36, uvlRemoved: 1 }, 'Additions and Conforming Removal From the Unverified List', 'tighten'],
    [{ entitiesAdded: 9, veuRemoved: 3 }, 'Additions; Removals From the Validated End-User Program', 'tighten'],
    [{ entriesRevised: 1 }, 'Modification', 'unknown'],
  ] as const)('reads %j under "%s" as %s', (totals, title, direction) => {
    expect(directionOfList(totals, title)).toBe(direction);
  });
});
