import { describe, expect, it } from 'vitest';
import { loadHtml } from './load-html.ts';
import { textWithBreaks } from './text-with-breaks.ts';

function textOf(html: string): string {
  const loaded = loadHtml(`<main>${html}</main>`);
  return loaded.ok ? textWithBreaks(loaded.$, 'main') : loaded.because;
}

describe('textWithBreaks', () => {
  it('begins a line at br and at blocks, and drops empty lines', () => {
    expect(textOf('Calix 7u6.2<br><br>Calix 7p6<p>June 1, 2026</p>')).toBe('Calix 7u6.2\nCalix 7p6\nJune 1, 2026');
  });

  it('does not part words at inline elements', () => {
    expect(textOf('produced by\n  <strong>Huawei</strong>, <em>in</em>cluding')).toBe('produced by Huawei, including');
  });

  it('leaves scripts out', () => {
    expect(textOf('ZTE<script>alert(1)</script>')).toBe('ZTE');
  });
});
