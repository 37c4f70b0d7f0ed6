/** The parts of one cell of the newer layout: `NAME, STREET, CITY, STATE, COUNTRY, POSTAL CODE`. */
export interface NameAndAddress {
  readonly name: string;
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly country: string;
  readonly postalCode: string;
}

/** City, state, country and postal code close every cell, empty or not. */
const CLOSING_PARTS = 4;
const MAX_PARTS = 60;

const LEGAL_FORM =
  '(?:inc|incorporated|l\\.?l\\.?c|l\\.?l\\.?p|l\\.?p|ltd|limited|pvt|pte|pty|co|company|corp|corporation|gmbh|ag|kg|s\\.?a\\.?|' +
  's\\.?a\\.?s|s\\.?r\\.?l|s\\.?l\\.?u?|s\\.?p\\.?a|s\\.?a\\.?r\\.?l|b\\.?v|n\\.?v|plc|jsc|ojsc|pjsc|llp|fze|fzco|fzc|sdn|bhd|s\\.?a\\.? de c\\.?v|jr|sr|ii|iii|iv|esq|md|phd)';
/** A part of nothing but what follows a comma inside a name: `INC.`, `CO. LTD.`, `JR`, `III`, `S.A.` */
const NAME_SUFFIX = new RegExp(`^${LEGAL_FORM}[.)]*(?:[\\s&]+${LEGAL_FORM}[.)]*){0,3}$`, 'i');
const ONE_WORD = /^\p{L}{2,20}$/u;

const opens = (text: string): number => (text.match(/\(/g) ?? []).length - (text.match(/\)/g) ?? []).length;

/**
 * How many parts the name takes. Commas inside a name stand before a legal form or a generation (`WYSH DATA SYSTEMS, LTD.`,
 * `MARCO SANTILLAN, JR`), within parentheses, and between a lone family name and a lone given name (`JIN, ZHONGDA`).
 */
function partsOfName(parts: readonly string[]): number {
  let taken = 1;
  while (taken < parts.length) {
    const next = parts[taken] ?? '';
    const isOpen = opens(parts.slice(0, taken).join(',')) > 0 && taken < 5;
    if (!isOpen && !NAME_SUFFIX.test(next)) break;
    taken += 1;
  }
  const [family = '', given = ''] = parts;
  const isInverted = taken === 1 && parts.length >= 3 && ONE_WORD.test(family) && ONE_WORD.test(given);
  return isInverted ? 2 : taken;
}

/** Splits the cell of the newer layout from both its ends. A cell with fewer parts than it must have is all name. */
export function splitNameAndAddress(cell: string): NameAndAddress {
  const parts = cell.split(',', MAX_PARTS).map((part) => part.trim());
  if (parts.length <= CLOSING_PARTS)
    return { name: cell, street: '', city: '', state: '', country: '', postalCode: '' };
  const head = parts.slice(0, -CLOSING_PARTS);
  const [city = '', state = '', country = '', postalCode = ''] = parts.slice(-CLOSING_PARTS);
  const taken = partsOfName(head);
  return {
    name: head.slice(0, taken).join(', '),
    street: head
      .slice(taken)
      .filter((part) => part !== '')
      .join(', '),
    city,
    state,
    country,
    postalCode,
  };
}
