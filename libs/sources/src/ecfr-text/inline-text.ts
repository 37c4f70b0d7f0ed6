import type { CheerioAPI } from '../markup/index.ts';

type Element = Parameters<CheerioAPI>[0];
type Node = ReturnType<CheerioAPI['root']>[number]['children'][number];

/** Around a run in italics: the CFR tells its fifth and sixth paragraph levels from the second and third by italics alone. */
export const ITALIC_FROM = '\uE000';
export const ITALIC_TO = '\uE001';

const SENTINELS = /[\uE000\uE001]/g;
const SUPERSCRIPT = new Set(['sup', 'su']);
/** What a superscript digit is an exponent of; after any other word it is the mark of a footnote. */
const TAKES_EXPONENT = /(?:\d|[)\]]|\b(?:[cmknµμ]?m|s|g|in|ft|Hz|N|log))\s*$/;
const LEFT_OUT = new Set(['script', 'style', 'img', 'math', 'xref', 'ftref']);

function isItalic(name: string, emphasis: string | undefined): boolean {
  return name === 'i' || name === 'em' || (name === 'e' && emphasis === '03');
}

function superscript(text: string, before: string): string {
  if (!/^[\d−-]+$/.test(text)) return text === '' ? '' : `^${text}`;
  return TAKES_EXPONENT.test(before) ? `^${text}` : '';
}

/**
 * Words of one block as printed, on one line, with italic runs between {@link ITALIC_FROM} and {@link ITALIC_TO}. Exponents
 * read `cm^3`; marks of footnotes are left out, because footnotes are renumbered without any change of the rule.
 */
export function inlineText($: CheerioAPI, element: Element): string {
  let out = '';
  const visit = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') out += node.data.replace(SENTINELS, '').replace(/\s+/g, ' ');
      if (node.type !== 'tag') continue;
      const name = node.name.toLowerCase();
      if (LEFT_OUT.has(name)) continue;
      if (name === 'br') out += ' ';
      else if (SUPERSCRIPT.has(name) || (name === 'e' && node.attribs.T === '51')) {
        out += superscript($(node).text().trim(), out);
      } else if (isItalic(name, node.attribs.T)) {
        out += ITALIC_FROM;
        visit(node.children);
        out += ITALIC_TO;
      } else visit(node.children);
    }
  };
  for (const node of $(element).toArray()) if ('children' in node) visit(node.children);
  return out.replace(/ +/g, ' ').trim();
}

/** Text without the marks of italics. */
export function withoutItalics(text: string): string {
  return text.replace(SENTINELS, '').replace(/ +/g, ' ').trim();
}
