import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const ascii = (text: string) => new TextEncoder().encode(text);
/** 外為 in Shift_JIS, then ① which only windows-31j has. */
const shiftJis = Uint8Array.of(0x8a, 0x4f, 0x88, 0xd7, 0x87, 0x40);

describe('decodeText', () => {
  it('reads Shift_JIS as windows-31j by the HTTP charset', () => {
    expect(decodeText(shiftJis, 'text/html; charset=Shift_JIS')).toEqual({
      ok: true,
      text: '外為①',
      charset: 'shift_jis',
    });
  });

  it('finds the charset in a meta element and in an XML declaration', () => {
    const meta = Uint8Array.of(...ascii('<meta charset="shift_jis">'), ...shiftJis);
    const xml = Uint8Array.of(...ascii('<?xml version="1.0" encoding="Shift_JIS"?>'), ...shiftJis);
    expect(decodeText(meta, 'text/html')).toMatchObject({ ok: true, charset: 'shift_jis' });
    expect(decodeText(xml, 'application/xml')).toMatchObject({ ok: true, charset: 'shift_jis' });
  });

  it('lets a byte order mark win and leaves it out of the text', () => {
    const marked = Uint8Array.of(0xef, 0xbb, 0xbf, ...ascii('id,source'));
    expect(decodeText(marked, 'text/csv; charset=Shift_JIS')).toEqual({
      ok: true,
      text: 'id,source',
      charset: 'utf-8',
    });
  });

  it('reads undeclared text as UTF-8', () => {
    expect(decodeText(ascii('§ 744.11'), 'text/plain')).toMatchObject({ ok: true, text: '§ 744.11' });
  });

  it('answers with a value for an unknown charset and for bytes that are not of the charset', () => {
    expect(decodeText(ascii('a'), 'text/html; charset=x-none')).toEqual({
      ok: false,
      because: 'unknown charset x-none',
    });
    expect(decodeText(shiftJis, 'text/html; charset=utf-8')).toEqual({
      ok: false,
      because: 'bytes are not valid utf-8',
    });
  });
});
