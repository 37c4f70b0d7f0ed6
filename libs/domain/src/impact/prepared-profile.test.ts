import { describe, expect, it } from 'vitest';
import { aProfile } from './example-values.ts';
import { profileProblems } from './prepared-profile.ts';

describe('profileProblems', () => {
  it('finds nothing wrong with a profile in the forms the lists use', () => {
    const profile = aProfile({
      items: [
        { scheme: 'ECCN', pattern: '3A*' },
        { scheme: 'USML', pattern: 'XI(a)' },
        { scheme: 'JP_T1', pattern: '7の項(16)' },
      ],
      destinations: ['CN', 'GROUP_A', 'D:1'],
      quietHours: { from: '22:00', to: '07:00', overrideBand: 'critical' },
    });
    expect(profileProblems(profile)).toEqual([]);
  });

  it('names every declaration that could never match', () => {
    const profile = aProfile({
      timeZone: 'Mars/Olympus',
      items: [{ scheme: 'ECCN', pattern: 'EAR99' }],
      destinations: ['Atlantis', 'UK', 'GB'],
      counterparties: [{ name: 'Acme', aliases: [], country: 'XX' }],
      quietHours: { from: '25:00', to: '07:00', overrideBand: 'never' },
    });
    expect(profileProblems(profile).map(({ path }) => path.join('.'))).toEqual([
      'items.0.pattern',
      'destinations.0',
      'destinations.1',
      'counterparties.0.country',
      'timeZone',
      'quietHours.from',
    ]);
  });
});
