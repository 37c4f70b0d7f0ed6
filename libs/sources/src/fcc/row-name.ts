/** Longest label made of a row's running text. */
const MAX_NAME_CHARS = 160;

/** Start of a row's text as its label: whole where it is short, else cut at a word. */
export function nameOfRow(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= MAX_NAME_CHARS) return line;
  const cut = line.lastIndexOf(' ', MAX_NAME_CHARS);
  return line.slice(0, cut > 0 ? cut : MAX_NAME_CHARS).replace(/[\s,;:]+$/, '');
}
