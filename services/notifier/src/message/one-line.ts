/**
 * Publisher text on one line: a line break must neither look like a new entry nor begin a header of a mail, and characters
 * that turn the direction of writing must not turn what follows. Source: RFC 5322 section 2.2; Unicode TR 9.
 */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .trim();
}
