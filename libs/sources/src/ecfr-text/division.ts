import type { CheerioAPI } from '../markup/index.ts';
import { inlineText, withoutItalics } from './inline-text.ts';

type Nodes = ReturnType<CheerioAPI>;

/** One section (`DIV8`) or appendix (`DIV9`) of a CFR part. */
export interface Division {
  readonly kind: 'section' | 'appendix';
  /** `734.4`; for an appendix its printed name, `Supplement No. 1 to Part 774`. */
  readonly number: string;
  /** How a reader would cite it: `§ 734.4`, `52.204-25` (the FAR prints no sign), `Supplement No. 1 to Part 774`. */
  readonly label: string;
  readonly heading: string;
  /** Federal Register citations of its source note, oldest first. */
  readonly citations: readonly string[];
  /** Effective-date notes, where the publisher prints any. */
  readonly effectNote?: string;
  readonly node: Nodes;
}

const FR_CITATION = /\b\d{1,3} FR \d{1,6}\b/g;

function textOf($: CheerioAPI, node: Nodes, selector: string): string {
  return node
    .children(selector)
    .toArray()
    .map((child) => withoutItalics(inlineText($, child)))
    .join(' ')
    .trim();
}

function divisionOf($: CheerioAPI, node: Nodes, kind: Division['kind']): Division {
  const heading = textOf($, node, 'HEAD');
  const number = (node.attr('N') ?? '')
    .replace(/^§+\s*/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const effectNote = textOf($, node, 'EFFDNOT, EFFDNOTP');
  const isSigned = kind === 'section' && heading.startsWith('§');
  return {
    kind,
    number,
    label: isSigned ? `§ ${number}` : number,
    heading,
    citations: textOf($, node, 'CITA').match(FR_CITATION) ?? [],
    ...(effectNote !== '' && { effectNote }),
    node,
  };
}

/** Sections and appendices of a document, in the order printed; both the slice of a part and that of one section have them. */
export function divisionsOf($: CheerioAPI): readonly Division[] {
  return $('DIV8, DIV9')
    .toArray()
    .map((element) => divisionOf($, $(element), element.name === 'DIV8' ? 'section' : 'appendix'))
    .filter(({ number }) => number !== '');
}

/** Number of the part, where the document says it: `N` of its `DIV5`. */
export function partOf($: CheerioAPI): string | undefined {
  return $('DIV5').first().attr('N')?.trim();
}
