import { describe, expect, it } from 'vitest';
import { loadHtml } from './load-html.ts';
import { MAX_MARKUP_CHARS } from './loaded.ts';

describe('loadHtml', () => {
  it('gives a document for markup that a browser would repair', () => {
    const loaded = loadHtml('<table><tr><td>Kaspersky<td>April 15, 2024');
    expect(loaded.ok && loaded.$('td').last().text()).toBe('April 15, 2024');
  });

  it('refuses nesting that would overflow a recursive walk', () => {
    expect(loadHtml('<div>'.repeat(50_000))).toEqual({ ok: false, because: 'HTML is nested deeper than 400 levels' });
  });

  it('refuses nesting just beyond the limit, and lets a page of forgotten end tags pass', () => {
    expect(loadHtml('<div>'.repeat(500)).ok).toBe(false);
    expect(loadHtml('<p>Huawei<li>ZTE<td>Hytera'.repeat(3_000)).ok).toBe(true);
  });

  it('refuses a text beyond the limit', () => {
    expect(loadHtml(' '.repeat(MAX_MARKUP_CHARS + 1)).ok).toBe(false);
  });
});
