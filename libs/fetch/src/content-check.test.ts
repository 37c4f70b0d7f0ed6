import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBotWallHost } from './block-page.ts';
import { objectionTo } from './content-check.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const page = (title: string, body = '') =>
  bytes(`<!DOCTYPE html><html><head><title>${title}</title></head>${body}</html>`);
const HTML = ['text/html'];

describe('objectionTo', () => {
  it('has none to a page of the asked type', () => {
    expect(
      objectionTo(page('Covered List | Federal Communications Commission'), 'text/html; charset=utf-8', HTML),
    ).toBe(undefined);
  });

  it.each([
    ['nothing', ''],
    ['spaces', ' \r\n\t '],
    ['a byte order mark', '\uFEFF\n'],
  ])('finds a body of %s empty', (_, text) => {
    expect(objectionTo(bytes(text), 'text/html', HTML)?.because).toBe('empty');
  });

  it.each([
    'Federal Register :: Request Access',
    'Access Denied',
    'Just a moment...',
    'Attention Required! | Cloudflare',
    'ERROR: The request could not be satisfied',
    'アクセスが拒否されました',
  ])('knows a bot wall by its title, at any size: %s', (title) => {
    const long = page(title, 'x'.repeat(100_000));
    expect(objectionTo(long, 'text/html; charset=utf-8', HTML)?.because).toBe('blocked_page');
  });

  it('knows the tiny error page of nginx that comes with status 200', () => {
    const nginx = bytes('<html>\r\n<body>\r\n<center><h1>Oops</h1></center><hr><center>nginx</center></body></html>');
    expect(objectionTo(nginx, 'text/html', HTML)?.because).toBe('blocked_page');
  });

  it('knows a block page under the label of the type that was asked', () => {
    expect(objectionTo(page('Access Denied'), 'application/json', ['application/json'])?.because).toBe('blocked_page');
  });

  it('does not take a long page about maintenance for an error page', () => {
    const long = page('Guidance on maintenance of exported items', 'x'.repeat(20_000));
    expect(objectionTo(long, 'text/html', HTML)).toBeUndefined();
  });

  it('does not take a whole page with a captcha in its contact form for a block page', () => {
    const long = page('News releases', `${'x'.repeat(20_000)}<div class="g-recaptcha"></div>`);
    expect(objectionTo(long, 'text/html', HTML)).toBeUndefined();
  });

  it('does not judge the words of a publication that is not HTML', () => {
    const feed = bytes('<?xml version="1.0"?><feed><title>Access Denied</title></feed>');
    expect(objectionTo(feed, 'application/atom+xml', ['application/atom+xml'])).toBeUndefined();
  });

  it('refuses a declared type that was not asked', () => {
    expect(objectionTo(page('News'), 'text/html', ['application/json'])?.because).toBe('wrong_type');
    expect(objectionTo(bytes('%PDF-1.7'), 'application/pdf', ['application/json', 'text/csv'])?.because).toBe(
      'wrong_type',
    );
  });

  it('refuses HTML under the label of XML, also behind a declaration and a comment', () => {
    const xhtml = bytes('\uFEFF<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE html><html><p>down</p></html>');
    expect(objectionTo(xhtml, 'application/xml', ['application/xml'])?.because).toBe('wrong_type');
  });

  it('treats the two names of XML as one type and understands ranges', () => {
    expect(objectionTo(bytes('<Law/>'), 'text/xml; charset=utf-8', ['application/xml'])).toBeUndefined();
    expect(objectionTo(bytes('a,b'), 'Text/CSV', ['text/*'])).toBeUndefined();
    expect(objectionTo(bytes('a,b'), 'application/octet-stream', ['*/*'])).toBeUndefined();
  });

  it.each(['constructor', '__proto__', ';', 'application/'])('refuses the odd declaration %j', (type) => {
    expect(objectionTo(bytes('{}'), type, ['application/json'])?.because).toBe('wrong_type');
  });

  it('quotes nothing of the page in its detail', () => {
    const objection = objectionTo(page('Access Denied: token=hunter2'), 'text/html', HTML);
    expect(objection?.detail).not.toContain('hunter2');
  });

  it('objects to any bytes under any type that was not asked, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), fc.string(), (body, type) => {
        fc.pre(!type.toLowerCase().includes('json'));
        expect(objectionTo(body, type, ['application/json'])).toBeDefined();
      }),
    );
  });

  it('takes a page for what it is, however long what never closes goes on in it', () => {
    const endless = `<?xml ${'<!--'.repeat(4_000)}<title${' '.repeat(100_000)}`;
    expect(objectionTo(bytes(endless), 'text/html', HTML)).toBeUndefined();
    expect(objectionTo(bytes(endless), 'application/json', ['application/json'])).toBeUndefined();
    expect(objectionTo(bytes(endless.slice('<?xml '.length)), 'text/csv', ['text/csv'])).toBeUndefined();
  });
});

describe('isBotWallHost', () => {
  it('knows where federalregister.gov sends scripts', () => {
    expect(isBotWallHost('unblock.federalregister.gov')).toBe(true);
    expect(isBotWallHost('www.federalregister.gov')).toBe(false);
  });
});
