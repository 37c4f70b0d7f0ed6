/** What a note is to and which of several it is: `Note 2 to paragraph (a)(1)`. */
export interface NoteTitle {
  /** `Note 2`, `Technical Note`, `Footnote 3`. */
  readonly name: string;
  /** Paragraphs named after "to paragraph": `(a)(1)`. */
  readonly paragraphs?: string;
  /** Item named after "to": `3A090.a`. */
  readonly item?: string;
}

const TITLE = /^((?:technical |explanatory |license requirements? )?notes?|n\.\s?b\.|footnote)\s*(\d{1,3})?\b/i;

/** Reads the heading of a note. An unusual one is its own name. */
export function noteTitle(title: string): NoteTitle {
  const plain = title.replace(/\s+/g, ' ').trim();
  const found = TITLE.exec(plain);
  if (!found) return { name: plain === '' ? 'Note' : plain.slice(0, 80) };
  const [whole, kind = 'Note', number] = found;
  const target = plain.slice(whole.length);
  const paragraphs = /paragraphs?\s+((?:\([a-zA-Z0-9]{1,6}\))+)/.exec(target)?.[1];
  const item = /\b(\d[A-EY]\d{3}(?:\.[a-z0-9]{1,4})*)/.exec(target)?.[1];
  const name = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}${number === undefined ? '' : ` ${number}`}`;
  return { name, ...(paragraphs !== undefined && { paragraphs }), ...(item !== undefined && { item }) };
}
