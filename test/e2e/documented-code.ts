import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/**
 * A code block of a page in docs/, by the word after its language: ` ```sh send.sh `.
 * @throws Error when the page has no such block, or more than one.
 */
export function documentedCode(page: string, name: string): string {
  const text = readFileSync(join(ROOT, 'docs', page), 'utf8');
  const found = [...text.matchAll(/^```\w+ (\S+)\n(.*?)^```$/gms)].filter(([, title]) => title === name);
  const [code] = found.map(([, , body]) => body ?? '');
  if (found.length !== 1 || code === undefined) throw new Error(`docs/${page}: ${found.length} blocks named ${name}`);
  return code;
}

/**
 * The value beside a label in a table of two columns of a page in docs/, without its code marks.
 * @throws Error when no row has the label.
 */
export function documentedValue(page: string, label: string): string {
  const text = readFileSync(join(ROOT, 'docs', page), 'utf8');
  const row = text.split('\n').find((line) => line.startsWith(`| ${label} | \``));
  const value = /\| `([^`]*)` \|$/.exec(row ?? '')?.[1];
  if (value === undefined) throw new Error(`docs/${page}: no row ${label}`);
  return value;
}
