import type { Provision } from '#domain';
import { sourceForTest } from '../list-sections/source.fixture.ts';
import type { Source } from '../source.ts';
import { readPart } from './read.ts';

/** A slice of a CFR part as the eCFR versioner serves it; written for these tests, with real rule numbers and facts. */
export function partXml(part: string, ...divisions: readonly string[]): string {
  return `<?xml version="1.0"?>
<DIV5 N="${part}" TYPE="PART" VOLUME="2" hierarchy_metadata="{&amp;quot;path&amp;quot;:&amp;quot;/on/_SUBSTITUTE_DATE_/part-${part}&amp;quot;}">
<HEAD>PART ${part}&#x2014;TEST SLICE</HEAD>
<AUTH><HED>Authority:</HED><PSPACE>50 U.S.C. 4801-4852.</PSPACE></AUTH>
<SOURCE><HED>Source:</HED><PSPACE>61 FR 12746, Mar. 25, 1996, unless otherwise noted.</PSPACE></SOURCE>
${divisions.join('\n')}
</DIV5>`;
}

export function sectionXml(number: string, heading: string, ...blocks: readonly string[]): string {
  return `<DIV8 N="${number}" TYPE="SECTION" VOLUME="2"><HEAD>&#xA7; ${number} ${heading}</HEAD>
${blocks.join('\n')}
<CITA TYPE="N">[61 FR 12746, Mar. 25, 1996, as amended at 89 FR 96801, Dec. 5, 2024]</CITA></DIV8>`;
}

export function appendixXml(name: string, title: string, ...blocks: readonly string[]): string {
  return `<DIV9 N="${name}" TYPE="APPENDIX"><HEAD>${name}&#x2014;${title}</HEAD>\n${blocks.join('\n')}</DIV9>`;
}

export function tableXml(heads: readonly string[], rows: readonly (readonly string[])[], attributes = ''): string {
  const cells = (row: readonly string[]) => row.map((cell) => (cell === '' ? '<TD/>' : `<TD>${cell}</TD>`)).join('');
  return `<DIV width="100%"><DIV class="gpotbl_div"><TABLE class="gpotbl_table"${attributes}><THEAD><TR>${heads
    .map((head) => `<TH scope="col">${head}</TH>`)
    .join(
      '',
    )}</TR></THEAD><TBODY>${rows.map((row) => `<TR>${cells(row)}</TR>`).join('\n')}</TBODY></TABLE></DIV></DIV>`;
}

/** A source of one CFR part. */
export function partSource(title: number, part: string, params: Source['params'] = {}): Source {
  return sourceForTest({ id: `us-ecfr-${title}-${part}`, family: 'ecfr-text', params: { title, part, ...params } });
}

const encoder = new TextEncoder();

export function readXml(source: Source, xml: string) {
  return readPart(source, {
    bytes: encoder.encode(xml),
    mediaType: 'application/xml',
    url: 'https://www.ecfr.gov/api/versioner/v1/full/2026-06-16/title-15.xml',
    retrievedAt: '2026-06-18T10:00:00Z',
  });
}

/** Provisions of a document that must be readable. */
export function provisionsOf(source: Source, xml: string): readonly Provision[] {
  const outcome = readXml(source, xml);
  if (outcome.kind !== 'read' || outcome.reading.kind !== 'text') throw new Error(JSON.stringify(outcome));
  return outcome.reading.provisions;
}

/** `label: text` of each provision. */
export function printedOf(provisions: readonly Provision[]): readonly string[] {
  return provisions.map(({ label, text }) => `${label}: ${text}`);
}
