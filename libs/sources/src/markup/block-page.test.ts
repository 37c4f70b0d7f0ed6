import { describe, expect, it } from 'vitest';
import { looksBlocked } from './block-page.ts';

const page = (title: string, body = '') => `<html><head><title>${title}</title></head><body>${body}</body></html>`;

describe('looksBlocked', () => {
  it.each([
    'Federal Register :: Request Access',
    'Access Denied',
    'Just a moment...',
    'Attention Required! | Cloudflare',
    '429 Too Many Requests',
    '504 Gateway Time-out',
    '403 Forbidden',
  ])('recognises %s', (title) => {
    expect(looksBlocked(page(title))).toBe(`block page "${title}"`);
  });

  it('recognises a captcha shell, whatever its title', () => {
    expect(looksBlocked(page('fcc.gov', '<div class="g-recaptcha"></div><script>x</script>'))).toBe('captcha shell');
  });

  it.each(['List of Equipment and Services Covered By Section 2', 'UFLPA Entity List', '安全保障貿易管理'])(
    'lets the publication "%s" pass, with a captcha in one of its forms',
    (title) => {
      expect(
        looksBlocked(page(title, `<div class="g-recaptcha"></div>${'Covered equipment. '.repeat(200)}`)),
      ).toBeUndefined();
    },
  );
});
