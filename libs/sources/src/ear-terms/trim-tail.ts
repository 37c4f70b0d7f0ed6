/**
 * Takes characters of `set` from the end of a text. A loop, not a pattern: `[,\s]+$` takes quadratic time on a hostile run
 * that does not end the text.
 */
export function trimTail(text: string, set = ' \t\r\n\u00A0,;'): string {
  let end = text.length;
  while (end > 0 && set.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
