/** A rule of the Federal Register in the publisher's XML, cut down to what is asked for; written for these tests after 89 FR 14403. */
export function ruleXml({
  amendments,
  summary = 'In this rule, BIS amends the EAR by adding two entities under three entries to the Entity List.',
  dates = 'This rule is effective February 27, 2024.',
  preamble = 'The entities are added under the destinations of China (2) and Turkey (1).',
}: {
  readonly amendments: string;
  readonly summary?: string;
  readonly dates?: string;
  readonly preamble?: string;
}): string {
  return `<RULE><PREAMB><PRTPAGE P="14403"/><AGENCY TYPE="F">DEPARTMENT OF COMMERCE</AGENCY><SUBAGY>Bureau of Industry and Security</SUBAGY>
<CFR>15 CFR Part 744</CFR><DEPDOC>[Docket No. 240220-0055]</DEPDOC><RIN>RIN 0694-AJ53</RIN>
<SUBJECT>Additions of Entities to the Entity List</SUBJECT>
<AGY><HD SOURCE="HED">AGENCY:</HD><P>Bureau of Industry and Security, Department of Commerce.</P></AGY>
<ACT><HD SOURCE="HED">ACTION:</HD><P>Final rule.</P></ACT>
<SUM><HD SOURCE="HED">SUMMARY:</HD><P>${summary}</P></SUM>
<EFFDATE><HD SOURCE="HED">DATES:</HD><P>${dates}</P></EFFDATE></PREAMB>
<SUPLINF><P>${preamble}</P>${amendments}</SUPLINF>
<FRDOC>[FR Doc. 2024-03674 Filed 2-23-24; 8:45 am]</FRDOC><BILCOD>BILLING CODE 3510-JT-P</BILCOD></RULE>`;
}

/** Regulatory text of one CFR part with its instructions. */
export function regulation(title: string, part: string, instructions: readonly string[], table = ''): string {
  const printed = instructions.map((text) => `<AMDPAR>${text}</AMDPAR>`).join('\n');
  return `<REGTEXT TITLE="${title}" PART="${part}">${printed}${table}</REGTEXT>`;
}

/** The table of the Entity List as a rule prints it; rows of asterisks leave out what stays. */
export function entityTable(rows: readonly (readonly string[])[]): string {
  const heads = ['Country', 'Entity', 'License requirement', 'License review policy', 'Federal Register citation'];
  const head = heads.map((name) => `<CHED H="1">${name}</CHED>`).join('');
  const body = rows
    .map(
      (row) => `<ROW>${row.map((cell, index) => `<ENT I="${index === 0 ? '01' : ''}">${cell}</ENT>`).join('')}</ROW>`,
    )
    .join('\n');
  return `<GPOTABLE COLS="5" CDEF="s25,r50,r50,r50,r50"><BOXHD>${head}</BOXHD>${body}</GPOTABLE>`;
}
