import { SaxesParser } from 'saxes';
import { MAX_MARKUP_DEPTH } from './loaded.ts';

/** Ends the parse at the first fault: the rest of a broken document says nothing. */
class MarkupFault extends Error {}

function refuse(because: string): never {
  throw new MarkupFault(because);
}

/**
 * Checks that text is one whole well-formed XML document (XML 1.0 section 2.1) without declarations of its own: a
 * DOCTYPE with an internal subset may hold an entity bomb, and no publisher we read sends one.
 * @returns why it is not, with the line; `undefined` when it is. Never throws.
 */
export function faultOfXml(text: string): string | undefined {
  const parser = new SaxesParser({ xmlns: false, position: true });
  let depth = 0;
  parser.on('error', (error) => refuse(error.message));
  parser.on('doctype', (doctype) => {
    if (/[[]|<!|SYSTEM|PUBLIC/i.test(doctype)) refuse('DOCTYPE declarations are not accepted');
  });
  parser.on('opentag', () => {
    depth += 1;
    if (depth > MAX_MARKUP_DEPTH) refuse(`XML is nested deeper than ${MAX_MARKUP_DEPTH} levels`);
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  try {
    parser.write(text).close();
    return undefined;
  } catch (error) {
    return error instanceof MarkupFault ? error.message.slice(0, 200) : 'XML could not be parsed';
  }
}
