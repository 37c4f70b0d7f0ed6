const ABBREVIATION =
  /(?:\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Nos?|Secs?|Supp|U\.S|a\.m|p\.m|Doc|Dr|Inc|Ltd|Co|Corp)|\b[A-Za-z])\.$/;

/** Longest DATES section that is read; those printed run to a few thousand characters. */
const MAX_TEXT = 20_000;

/**
 * The statements of a DATES section: split at semicolons and at full stops that end a sentence, not at those of
 * `Oct. 7`, `Sec. 740.2` or `U.S.`.
 */
export function clausesOf(text: string): readonly string[] {
  const clauses: string[] = [];
  let pending = '';
  for (const piece of text
    .slice(0, MAX_TEXT)
    .replace(/\s+/g, ' ')
    .split(/(?<=[.;]) /)) {
    pending = pending === '' ? piece : `${pending} ${piece}`;
    if (piece.endsWith('.') && ABBREVIATION.test(piece.slice(-12))) continue;
    clauses.push(pending.trim());
    pending = '';
  }
  if (pending.trim() !== '') clauses.push(pending.trim());
  return clauses.filter((clause) => clause !== '');
}
