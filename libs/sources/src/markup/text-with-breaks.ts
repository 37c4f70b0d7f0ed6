import type { CheerioAPI } from './loaded.ts';

const BREAKING = new Set(
  `br p div li ul ol tr table h1 h2 h3 h4 h5 h6 hr dl dt dd section article summary details blockquote`.split(' '),
);

/**
 * Text of an element with the line breaks a reader sees: `<br>` and blocks begin a line, runs of other white space are one
 * space, empty lines are dropped. Elements that are not text (`script`, `style`) are left out.
 */
export function textWithBreaks($: CheerioAPI, element: Parameters<CheerioAPI>[0]): string {
  const parts: string[] = [];
  const visit = (nodes: ReturnType<CheerioAPI>): void => {
    for (const node of nodes.contents().toArray()) {
      if (node.type === 'text') parts.push(node.data.replace(/\s+/g, ' '));
      else if (node.type === 'tag') {
        const breaks = BREAKING.has(node.name.toLowerCase());
        if (breaks) parts.push('\n');
        visit($(node));
        if (breaks) parts.push('\n');
      }
    }
  };
  visit($(element));
  return parts
    .join('')
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
