import { describe, expect, it } from 'vitest';
import { parseTargetUrl, redirectTarget } from './target-url.ts';

const from = new URL('https://www.bis.doc.gov/index.php/licensing');

describe('parseTargetUrl', () => {
  it('reads an http address and drops the fragment', () => {
    expect(parseTargetUrl('https://www.meti.go.jp/policy/anpo/law09-2.html#id32')?.href).toBe(
      'https://www.meti.go.jp/policy/anpo/law09-2.html',
    );
  });

  it.each([
    '',
    '/relative',
    'file:///etc/passwd',
    'ftp://www.meti.go.jp/',
    'https://user:secret@example.com/',
    'http://',
  ])('refuses %j', (text) => {
    expect(parseTargetUrl(text)).toBeUndefined();
  });

  it('writes odd spellings of an address as the address they mean', () => {
    const hosts = ['http://0x7f.1/', 'http://2130706433/', 'http://0177.0.0.1/', 'http://127.1/'].map(
      (text) => parseTargetUrl(text)?.hostname,
    );
    expect(new Set(hosts)).toEqual(new Set(['127.0.0.1']));
  });
});

describe('redirectTarget', () => {
  it('follows a relative and an absolute Location', () => {
    expect(redirectTarget(from, '/dpl')).toMatchObject({ kind: 'follow', url: new URL('https://www.bis.doc.gov/dpl') });
    expect(redirectTarget(from, 'https://www.bis.gov/dpl')).toMatchObject({ kind: 'follow' });
  });

  it('refuses the way to a bot wall as a blocked page', () => {
    expect(redirectTarget(from, 'https://unblock.federalregister.gov')).toMatchObject({
      kind: 'refuse',
      because: 'blocked_page',
    });
  });

  it.each([
    ['no Location', undefined],
    ['another scheme', 'file:///etc/passwd'],
    ['credentials', 'https://user:secret@www.bis.gov/'],
    ['a step down to http', 'http://www.bis.doc.gov/dpl'],
    ['an unreadable address', 'https://['],
  ])('refuses %s', (_, location) => {
    expect(redirectTarget(from, location)).toMatchObject({ kind: 'refuse', because: 'bad_redirect' });
  });
});
