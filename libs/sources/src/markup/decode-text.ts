/** Text of a capture, or why its bytes are not text. */
export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly charset: string }
  | { readonly ok: false; readonly because: string };

/** A declaration must stand this early (WHATWG HTML 13.2.3.2; XML 1.0 appendix F). */
const SNIFF_BYTES = 1024;

function charsetOfBom(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return undefined;
}

function charsetOfMediaType(mediaType: string): string | undefined {
  return /;\s*charset\s*=\s*"?([\w.:-]{1,40})"?/i.exec(mediaType)?.[1];
}

function charsetDeclaredInside(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, SNIFF_BYTES));
  const declared =
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)?.[1] ??
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1];
  // A declaration that could be read byte by byte cannot be UTF-16, whatever it says.
  return declared !== undefined && /^utf-?16/i.test(declared) ? 'utf-8' : declared;
}

/**
 * Decodes bytes by BOM, then HTTP charset, then XML declaration or `<meta>`, then UTF-8. Labels mean what the WHATWG
 * Encoding Standard says (`Shift_JIS` is windows-31j, `ISO-8859-1` is windows-1252). The BOM is not part of the text.
 * @returns `ok: false` for an unknown charset or bytes that are not of it. Never throws.
 */
export function decodeText(bytes: Uint8Array, mediaType: string): DecodedText {
  const label = charsetOfBom(bytes) ?? charsetOfMediaType(mediaType) ?? charsetDeclaredInside(bytes) ?? 'utf-8';
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    return { ok: true, text: decoder.decode(bytes), charset: decoder.encoding };
  } catch (error) {
    const because = error instanceof RangeError ? `unknown charset ${label}` : `bytes are not valid ${label}`;
    return { ok: false, because };
  }
}
