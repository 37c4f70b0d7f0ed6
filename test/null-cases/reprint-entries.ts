import type { ListEntry, ListReading } from '#domain';
import type { Draw } from '../seeded.ts';
import { shuffled } from './shuffled.ts';

/** One way of printing words: quotes, dashes, spaces and widths that say nothing. */
function printer(draw: Draw): (text: string) => string {
  const quote = draw.one(["'", '’', '‘']);
  const dash = draw.one(['-', '–', '‐']);
  const space = draw.one([' ', '\u00A0', '  ', '　']);
  const isWide = draw.chance(0.3);
  return (text) => {
    const out = text.replace(/['’‘]/g, quote).replace(/[-–‐]/g, dash).replace(/ /g, space);
    return isWide ? out.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) : out;
  };
}

function reprinted(entry: ListEntry, draw: Draw, print: (text: string) => string, at: number): ListEntry {
  const optional = <Name extends 'wording' | 'licenseRequirement' | 'licenseReviewPolicy' | 'nativeName'>(
    name: Name,
  ) => (entry[name] === undefined ? {} : { [name]: print(entry[name]) });
  return {
    ...entry,
    name: print(entry.name),
    ...optional('wording'),
    ...optional('licenseRequirement'),
    ...optional('licenseReviewPolicy'),
    ...optional('nativeName'),
    aliases: shuffled(entry.aliases.map(print), draw),
    addresses: shuffled(entry.addresses.map(print), draw),
    citations: shuffled(entry.citations, draw),
    footnotes: shuffled(entry.footnotes, draw),
    details: Object.fromEntries(
      shuffled(Object.entries(entry.details), draw).map(([key, words]) => [key, print(words)]),
    ),
    noted: { ...entry.noted, number: at },
    locator: `row ${at}`,
  };
}

/** The same list: entries, aliases, addresses and columns in another order, numbers of rows and forms of characters changed. */
export function reprintEntries(reading: ListReading, draw: Draw): ListReading {
  const print = printer(draw);
  const entries = shuffled(reading.entries, draw).map((entry, at) => reprinted(entry, draw, print, at + 1));
  return { ...reading, entries };
}
