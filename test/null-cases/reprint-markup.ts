import type { Draw } from '../seeded.ts';
import { shuffled } from './shuffled.ts';

/** Ways of writing one character in markup. */
const WRITTEN: readonly (readonly string[])[] = [
  ['§', '&#xA7;', '&#167;'],
  ['—', '&#x2014;', '&#8212;'],
  ['’', '&#x2019;', '&#8217;', "'"],
  ['–', '&#x2013;', '&#8211;', '-'],
];

function rewritten(text: string, draw: Draw): string {
  return WRITTEN.reduce((out, [sign = '', ...escaped]) => {
    const form = draw.one([sign, ...escaped]);
    return escaped
      .filter((one) => one.startsWith('&'))
      .reduce((one, entity) => one.replaceAll(entity, form), out)
      .replaceAll(sign, form);
  }, text);
}

/** Rows of each table body in another order, and characters and gaps between cells written otherwise. */
function withBodies(text: string, body: RegExp, row: RegExp, draw: Draw, rowOf: (row: string) => string): string {
  const gap = draw.one(['', '\n', '\n    ']);
  return text.replace(body, (_, open: string, inner: string, close: string) => {
    const rows = [...inner.matchAll(row)].map(([whole]) => rowOf(whole));
    return `${open}${gap}${shuffled(rows, draw).join(gap)}${gap}${close}`;
  });
}

/** Prints the same HTML page again: rows in another order, tags in another case, attributes and characters written otherwise. */
export function htmlReprinter(text: string): (draw: Draw) => string {
  return (draw) => htmlReprint(text, draw);
}

function htmlReprint(text: string, draw: Draw): string {
  const attributes = draw.one(['', ' class="row"', " data-row='1'"]);
  const moved = withBodies(text, /(<tbody[^>]*>)([\s\S]*?)(<\/tbody>)/g, /<tr[^>]*>[\s\S]*?<\/tr>/g, draw, (row) =>
    row.replace(/^<tr/, `<tr${attributes}`),
  );
  const cased = draw.chance(0.5)
    ? moved.replace(
        /<(\/?)(table|thead|tbody|tr|th|td|strong|br|p)(?=[\s/>])/g,
        (_, slash: string, tag: string) => `<${slash}${tag.toUpperCase()}`,
      )
    : moved;
  return rewritten(cased, draw);
}

/**
 * Prints the same table of a supplement in eCFR's XML again: rows in another order, the country printed in every row or only where it
 * changes, attributes and characters written otherwise.
 */
export function xmlReprinter(text: string): (draw: Draw) => string {
  const everywhere = withCountryInEachRow(text);
  return (draw) => {
    const attributes = draw.one([
      'align="left" class="gpotbl_cell"',
      "class='gpotbl_cell' align='left'",
      'class="cell"',
    ]);
    const moved = withBodies(everywhere, /(<TBODY>)([\s\S]*?)(<\/TBODY>)/g, /<TR>[\s\S]*?<\/TR>/g, draw, (row) =>
      row.replaceAll('align="left" class="gpotbl_cell"', attributes),
    );
    return rewritten(draw.chance(0.5) ? blankWhereRepeated(moved) : moved, draw);
  };
}

function withCountryInEachRow(text: string): string {
  let country = '';
  return text.replace(
    /(<TR>)(<TD align="left" class="gpotbl_cell" scope="row")(\/>|>([^<]*)<\/TD>)/g,
    (_, row: string, cell: string, _rest: string, own: string | undefined) => {
      if (own !== undefined) country = own;
      return `${row}${cell}>${country}</TD>`;
    },
  );
}

/** The publisher's own habit: the country stands only in the first of the rows that share it. */
function blankWhereRepeated(text: string): string {
  let last = '';
  return text.replace(/<TR>(<TD[^>]*scope="row")>([^<]*)<\/TD>/g, (whole, cell: string, country: string) => {
    const repeats = country === last;
    last = country;
    return repeats ? `<TR>${cell}/>` : whole;
  });
}
