/** One cell of the list taken apart. */
export interface EntityCell {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Who is listed beside the entity: `and subsidiaries`. Empty where nobody is. */
  readonly scope: string;
}

const COUNT = '(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{1,20}teen)';
/** How the list opens a run of aliases: `including three aliases:`, `also known as`. */
const OPENING = `(?:(?:and|including)\\s+${COUNT}\\s+alias(?:es)?\\s*:|(?:also|formerly) known as|[af]\\.?k\\.?a\\.?)`;
const ALIASES = new RegExp(`\\(\\s*${OPENING}`, 'i');
const LEAD = new RegExp(`^(?:(?:and\\s+)?${OPENING}|and\\b)\\s*`, 'i');
const SCOPE = /[,\s]+and\s+(?:(?:its|their|all)\s+)*(?:subordinate|affiliate|subsidiar)[^()]{0,120}$/i;
/** `and` parts two aliases after a legal form, and before another opening; elsewhere it is part of a name. */
const AND_BETWEEN =
  /\s+and\s+(?=(?:also|formerly) known as)|(?<=\b(?:Ltd|Co|Inc|LLC|Corp|Limited)\.?)\s+and\s+(?=[A-Z0-9])/;

function closingOf(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

function aliasesIn(inside: string): readonly string[] {
  const aliases = inside
    .split(';')
    .flatMap((part) => part.split(AND_BETWEEN))
    .map((alias) => alias.trim().replace(LEAD, '').replace(/,$/, '').trim())
    .filter((alias) => alias !== '');
  return [...new Set(aliases)];
}

/**
 * Takes `Name (including two aliases: A; and B) and subsidiaries` apart. Parentheses that hold no aliases (`(Shanshan)`,
 * `(XPCC)`) belong to the name.
 */
export function splitEntityCell(cell: string): EntityCell {
  const text = cell.replace(/\s+/g, ' ').trim();
  const open = text.search(ALIASES);
  const close = open < 0 ? -1 : closingOf(text, open);
  const outside = open < 0 ? text : `${text.slice(0, open).trimEnd()} ${text.slice(close + 1).trimStart()}`.trim();
  const scope = SCOPE.exec(outside)?.[0] ?? '';
  const name = outside.slice(0, outside.length - scope.length).replace(/[\s,]+$/, '');
  return {
    name,
    aliases: open < 0 ? [] : aliasesIn(text.slice(open + 1, close)),
    scope: scope.replace(/^[,\s]+/, ''),
  };
}
