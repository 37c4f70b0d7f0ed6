import type { TextReading } from '#domain';
import { families, type Source } from '#sources';

/** How one and the same part may be served: nothing here says anything about the rule. */
export interface Style {
  readonly gap: string;
  readonly attributes: string;
  readonly isCurly: boolean;
  readonly isEscaped: boolean;
  readonly italics: 'I' | 'E T="03"';
  readonly space: string;
  readonly hasPageBreak: boolean;
  readonly hasSoftHyphen: boolean;
}

export const PLAIN: Style = {
  gap: '\n',
  attributes: '',
  isCurly: false,
  isEscaped: true,
  italics: 'I',
  space: ' ',
  hasPageBreak: false,
  hasSoftHyphen: false,
};

/** One item of the list: its designation is its place, `a.1`. */
export interface ItemInWords {
  readonly text: string;
}

/** A slice of the Commerce Control List: one entry with items `a.1`, `a.2`, ... */
export interface EntryInWords {
  readonly heading: string;
  readonly reasons: string;
  readonly items: readonly string[];
}

function printed(text: string, style: Style): string {
  let out = text.replace(/ /gu, style.space);
  if (style.isCurly) out = out.replace(/'([^']+)'/gu, '\u2018$1\u2019').replace(/"([^"]+)"/gu, '\u201C$1\u201D');
  if (style.hasSoftHyphen) out = out.replace('processing', 'proces\u00ADsing');
  if (style.hasPageBreak) out = out.replace(' or ', ' [[Page 460]] or ');
  return style.isEscaped
    ? out.replace(/[^\x20-\x7E]/gu, (sign) => `&#x${(sign.codePointAt(0) ?? 32).toString(16)};`)
    : out;
}

const closing = (tag: string): string => tag.split(' ')[0] ?? tag;
const paragraph = (text: string, style: Style, tag = 'P'): string =>
  `<${tag}${style.attributes}>${printed(text, style)}</${tag}>`;

/** The entry 3A090 in the eCFR's form. Written for tests. */
export function controlListXml({ heading, reasons, items }: EntryInWords, style: Style): string {
  const { italics, gap } = style;
  const blocks = [
    '<HD1>Category 3&#x2014;Electronics</HD1>',
    `<FP-2><B>3A090 ${printed(heading, style)}</B></FP-2>`,
    '<HD1>License Requirements</HD1>',
    `<FP-1><${italics}>Reason for Control:</${closing(italics)}> ${reasons}</FP-1>`,
    '<HD1>List of Items Controlled</HD1>',
    `<FP><${italics}>Items:</${closing(italics)}></FP>`,
    paragraph('a. Integrated circuits having any of the following:', style),
    ...items.map((text, at) => paragraph(`a.${at + 1}. ${text}`, style)),
  ];
  const list = `<DIV9 N="Supplement No. 1 to Part 774" TYPE="APPENDIX"><HEAD>Supplement No. 1 to Part 774&#x2014;The Commerce Control List</HEAD>${gap}${blocks.join(gap)}${gap}</DIV9>`;
  return partXml('774', list, style);
}

/** A section by paragraph, `(a)`, `(b)`, ... in the eCFR's form. */
export function sectionXml(part: string, number: string, paragraphs: readonly string[], style: Style): string {
  const blocks = paragraphs.map((text, at) => paragraph(`(${String.fromCharCode(97 + at)}) ${text}`, style));
  const section = `<DIV8 N="${number}" TYPE="SECTION"><HEAD>&#xA7; ${number} Scope.</HEAD>${style.gap}${blocks.join(style.gap)}${style.gap}</DIV8>`;
  return partXml(part, section, style);
}

/** Country Groups D and E (15 CFR 740 Supplement No. 1), with the marks of each country. */
export function countryGroupsXml(marks: ReadonlyMap<string, readonly string[]>, style: Style): string {
  const table = (groups: readonly string[]) => {
    const rows = [...marks].map(
      ([name, own]) =>
        `<TR><TD>${name}</TD>${groups.map((group) => (own.includes(group) ? `<TD${style.attributes}>X</TD>` : '<TD/>')).join('')}</TR>`,
    );
    const heads = ['Country', ...groups.map((group) => `[${group}]`)].map((head) => `<TH>${head}</TH>`);
    return `<TABLE${style.attributes}><THEAD><TR>${heads.join('')}</TR></THEAD><TBODY>${rows.join(style.gap)}</TBODY></TABLE>`;
  };
  const tables = [
    ['A:1', 'A:5'],
    ['D:1', 'D:5'],
    ['E:1', 'E:2'],
  ]
    .map(table)
    .join(style.gap);
  return partXml(
    '740',
    `<DIV9 N="Supplement No. 1 to Part 740" TYPE="APPENDIX"><HEAD>Supplement No. 1 to Part 740&#x2014;Country Groups</HEAD>${tables}</DIV9>`,
    style,
  );
}

function partXml(part: string, inner: string, { gap }: Style): string {
  return `<?xml version="1.0"?>${gap}<DIV5 N="${part}" TYPE="PART"><HEAD>PART ${part}</HEAD>${gap}${inner}</DIV5>`;
}

/** Reads a part as the product does. */
export function readingOf(part: string, xml: string): TextReading {
  const family = families.get('ecfr-text');
  const source = { id: 'us-ecfr', family: 'ecfr-text', params: { title: 15, part }, link: '' } as unknown as Source;
  const capture = { bytes: new TextEncoder().encode(xml), mediaType: 'application/xml', url: '', retrievedAt: '' };
  const outcome = family?.read(source, capture);
  if (!outcome || !('kind' in outcome) || outcome.kind !== 'read' || outcome.reading.kind !== 'text') {
    throw new Error(JSON.stringify(outcome));
  }
  return outcome.reading;
}
