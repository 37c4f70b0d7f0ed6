import type { Draw } from '../seeded.ts';
import { shuffled } from './shuffled.ts';

/** Ids that the publisher draws anew or derives from the citation; those of the Treasury are its own and stay. */
const DRAWN_IDS = /\((?:EL|MEU|UVL|DPL|DTC|ISN)\)/;

/** A scalar as JSON text, with its letters and with escapes in their place. */
interface Scalar {
  readonly plain: string;
  readonly escaped: string;
}

/** A value whose scalars are written down already: only order, blanks and escapes are left to draw. */
type Printable =
  | { readonly kind: 'scalar'; readonly scalar: Scalar }
  | { readonly kind: 'list'; readonly parts: readonly Printable[] }
  | {
      readonly kind: 'fields';
      readonly fields: readonly (readonly [Scalar, Printable])[];
      readonly isRedrawn: boolean;
    };

function scalarOf(value: unknown): Scalar {
  const plain = JSON.stringify(value);
  const escaped = plain.replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return { plain, escaped };
}

const hasDrawnId = (value: object): boolean =>
  'source' in value && typeof value.source === 'string' && DRAWN_IDS.test(value.source);

function printableOf(value: unknown): Printable {
  if (Array.isArray(value)) return { kind: 'list', parts: value.map(printableOf) };
  if (typeof value !== 'object' || value === null) return { kind: 'scalar', scalar: scalarOf(value) };
  const fields = Object.entries(value).map(([key, part]) => [scalarOf(key), printableOf(part)] as const);
  return { kind: 'fields', fields, isRedrawn: hasDrawnId(value) };
}

/** How one reprint writes: in one line or indented, letters as they are or escaped. */
interface Manner {
  readonly draw: Draw;
  readonly indent: string;
  readonly form: keyof Scalar;
}

function bracketed(open: string, parts: readonly string[], close: string, gap: string, manner: Manner): string {
  if (parts.length === 0) return open + close;
  if (manner.indent === '') return open + parts.join(',') + close;
  return `${open}${gap}${manner.indent}${parts.join(`,${gap}${manner.indent}`)}${gap}${close}`;
}

function printed(value: Printable, gap: string, manner: Manner): string {
  const { draw, indent, form } = manner;
  const inner = gap + indent;
  switch (value.kind) {
    case 'scalar':
      return value.scalar[form];
    case 'list':
      return bracketed(
        '[',
        shuffled(value.parts, draw).map((part) => printed(part, inner, manner)),
        ']',
        gap,
        manner,
      );
    case 'fields': {
      const isId = (key: Scalar) => value.isRedrawn && key.plain === '"id"';
      const lines = shuffled(value.fields, draw).map(
        ([key, part]) =>
          `${key[form]}:${isId(key) ? JSON.stringify(String(draw.next())) : printed(part, inner, manner)}`,
      );
      return bracketed('{', lines, '}', gap, manner);
    }
  }
}

/**
 * Prints the same JSON download again: rows, names and addresses of a row and keys in another order, ids drawn anew, other blanks
 * and escapes.
 */
export function jsonReprinter(text: string): (draw: Draw) => string {
  const document = printableOf(JSON.parse(text));
  return (draw) =>
    printed(document, '\n', { draw, indent: draw.one(['', ' ', '\t']), form: draw.one(['plain', 'escaped'] as const) });
}
