/**
 * Letters of the DOS code page 437 at 0x80 to 0x9F, where ISO-8859-1 has control characters: the list was typed on more
 * than one machine, and `B\u0081key` is Bükey.
 */
const DOS_LETTERS = [...'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ'];
/** The same code page at 0xA1 to 0xA5. Inside a word these ISO-8859-1 signs are no signs. */
const DOS_INSIDE_WORDS: Readonly<Record<string, string>> = { '¡': 'í', '¢': 'ó', '£': 'ú', '¤': 'ñ', '¥': 'Ñ' };

/** Bytes of one letter of two or three bytes in UTF-8, read as ISO-8859-1. */
const UTF8_LETTERS = /(?:[\u00c2-\u00df][\u0080-\u00bf]|[\u00e1-\u00ec][\u0080-\u00bf]{2})+/g;

/**
 * Text of the list's bytes: UTF-8 where they are valid UTF-8, else ISO-8859-1 byte by byte, as the publisher declares, but for
 * letters of UTF-8 among them: one name typed on another machine does not respell the names of all others. The charset label
 * is not believed, because an ISO-8859-1 file with a UTF-8 label has been served.
 */
export function textOfList(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = Buffer.from(bytes).toString('latin1');
    return text.replace(UTF8_LETTERS, (letters) => Buffer.from(letters, 'latin1').toString('utf8'));
  }
}

/** A cell as it was meant: letters of the old code page restored, its no-break space (`ÿ` at the end) and blanks dropped. */
export function cellAsMeant(printed: string): string {
  return printed
    .replace(/[\u0080-\u009f]/g, (sign) => DOS_LETTERS[sign.charCodeAt(0) - 0x80] ?? sign)
    .replace(/(?<=\p{L})[¡¢£¤¥]|[¡¢£¤¥](?=\p{Ll})/gu, (sign) => DOS_INSIDE_WORDS[sign] ?? sign)
    .replace(/ÿ+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
