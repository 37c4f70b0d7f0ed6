import type { Counterparty } from '#domain';
import { BETWEEN_PARTS, piecesOf, typedPiece, withoutQuotes } from './typed-list.ts';

const COUNTRY = /^[A-Z]{2}$/;
const OWNER = /^(\d+(?:\.\d+)?) ?% owned by (.+)$/i;
const REFERENCE = /^ref (.+)$/i;

/** Means something else than another name. */
function isTaken(text: string): boolean {
  return COUNTRY.test(text) || OWNER.test(text) || REFERENCE.test(text);
}

/** `Name; other name; CN; 60% owned by Acme Holding; ref C-1042`. What stands in quotes is a name. Still to be checked. */
export function counterpartyOfLine(line: string) {
  const [name, ...others] = piecesOf(line, BETWEEN_PARTS);
  const marked = others.filter(({ quoted }) => !quoted).map(({ text }) => text);
  const country = marked.findLast((text) => COUNTRY.test(text));
  const ownership = marked.flatMap((text) => {
    const [, pct, owner] = OWNER.exec(text) ?? [];
    return pct !== undefined && owner !== undefined ? [{ owner: withoutQuotes(owner), pct: Number(pct) }] : [];
  });
  const internalRef = marked.map((text) => REFERENCE.exec(text)?.[1]).find((ref) => ref !== undefined);
  return {
    name: name?.text ?? '',
    aliases: others.filter(({ quoted, text }) => quoted || !isTaken(text)).map(({ text }) => text),
    ...(country === undefined ? {} : { country }),
    ...(ownership.length === 0 ? {} : { ownership }),
    ...(internalRef === undefined ? {} : { internalRef: withoutQuotes(internalRef) }),
  };
}

/** The line that {@link counterpartyOfLine} reads back. */
export function lineOfCounterparty({ name, aliases, country, ownership = [], internalRef }: Counterparty): string {
  const parts = [
    typedPiece(name, BETWEEN_PARTS),
    ...aliases.map((alias) => typedPiece(alias, BETWEEN_PARTS, isTaken)),
    ...(country === undefined ? [] : [country]),
    ...ownership.map(({ owner, pct }) => `${pct}% owned by ${typedPiece(owner, BETWEEN_PARTS)}`),
    ...(internalRef === undefined ? [] : [`ref ${typedPiece(internalRef, BETWEEN_PARTS)}`]),
  ];
  return parts.join('; ');
}
