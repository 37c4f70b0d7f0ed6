import { describe, expect, it } from 'vitest';
import { hikvision } from '../../test/example-changes.ts';
import { changeLinks, isWebLink } from './change-links.ts';

describe('changeLinks', () => {
  it('prefers the official page of the newer side to the address of the bytes', () => {
    const [one] = hikvision.evidence;
    if (!one) throw new Error('the example has evidence');
    const older = { ...one, side: 'before' as const, officialUrl: 'https://old.example' };
    const { officialUrl, ...unofficial } = one;
    expect(changeLinks({ ...hikvision, evidence: [older, one] }, '').official).toBe(officialUrl);
    expect(changeLinks({ ...hikvision, evidence: [unofficial] }, '').official).toBe(one.url);
  });

  it('escapes an id, however odd', () => {
    expect(changeLinks({ ...hikvision, changeId: 'a/../b?c' }, 'https://x').page).toBe(
      'https://x/changes/a%2F..%2Fb%3Fc',
    );
  });
});

describe('isWebLink', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//x', '', ' java\nscript:alert(1)'])(
    'refuses %j',
    (url) => {
      expect(isWebLink(url)).toBe(false);
    },
  );
});
