import { readDelimited } from '#sources';
import type { Draw } from '../seeded.ts';
import { shuffled } from './shuffled.ts';

const BARE = /^[^",\r\n]*$/;

/** Prints the same CSV again: its rows in another order, its fields quoted or not where RFC 4180 leaves it open. */
export function delimitedReprinter(text: string): (draw: Draw) => string {
  const read = readDelimited(text);
  if (!read.ok) throw new Error(read.because);
  const [header, ...rows] = read.records;
  if (!header) throw new Error('a list has a heading');
  return (draw) => {
    const lineBreak = draw.one(['\n', '\r\n']);
    const quotesAll = draw.chance(0.5);
    const field = (value: string) => (quotesAll || !BARE.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
    const lines = [header, ...shuffled(rows, draw)].map(({ fields }) => fields.map(field).join(','));
    return `${lines.join(lineBreak)}${lineBreak}`;
  };
}
