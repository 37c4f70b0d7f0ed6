import { describe, expect, it } from 'vitest';
import { contactableUserAgent } from './user-agent.ts';

describe('contactableUserAgent', () => {
  it('names the product and a mail address', () => {
    expect(contactableUserAgent('0.1.0', 'ops@example.com')).toBe(
      'Mozilla/5.0 (compatible; Redline/0.1.0; +mailto:ops@example.com)',
    );
  });

  it('names a page as it is', () => {
    expect(contactableUserAgent('0.1.0', 'https://example.com/@bot')).toContain('+https://example.com/@bot)');
  });

  it('lets a contact add no header and no comment', () => {
    expect(contactableUserAgent('1', 'a@b.c)\r\nx-evil: 1')).toBe(
      'Mozilla/5.0 (compatible; Redline/1; +mailto:a@b.cx-evil:1)',
    );
  });
});
