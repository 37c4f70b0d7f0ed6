import { describe, expect, it } from 'vitest';
import { BY, parts, verdictOf } from './real-document.fixture.ts';

const ITAR = 'International Traffic in Arms Regulations';
const rule = (action: string, title: string, summary: string, cfr: string) => ({
  documentType: action.startsWith('Proposed') ? 'Proposed Rule' : 'Rule',
  agencies: BY.state,
  action,
  title,
  summary,
  cfr: parts(cfr),
});

describe('a rule of the State Department', () => {
  it.each([
    [
      'proposes an exemption for two allies (2024-08829)',
      rule(
        'Proposed rule.',
        `${ITAR}: Exemption for Defense Trade and Cooperation Among Australia, the United Kingdom, and the United States`,
        'The Department of State proposes to amend the ITAR to provide an exemption to the requirement to obtain a license.',
        '22/120 22/126',
      ),
      'lineage.proposed US-ITAR proposed loosen',
    ],
    [
      'gives the exemption in the interim (89 FR 67270)',
      rule(
        'Interim final rule; request for comments.',
        `${ITAR}: Exemption for Defense Trade and Cooperation Among Australia, the United Kingdom, and the United States`,
        'The Department of State amends the ITAR by adding an exemption to the requirement to obtain a license prior to any export of defense articles between authorized users.',
        '22/120 22/126',
      ),
      'lineage.interim_final US-ITAR interim_final loosen',
    ],
    [
      'adopts the interim rule as final (90 FR 61053)',
      rule(
        'Final rule.',
        `${ITAR}: Exemption for Defense Trade and Cooperation Among Australia, the United Kingdom, and the United States`,
        'The Department of State is finalizing the interim final rule with clarifying changes.',
        '22/120 22/126',
      ),
      'lineage.final US-ITAR final unknown',
    ],
    [
      'revises the munitions list',
      rule(
        'Interim final rule; request for comments.',
        `${ITAR}: U.S. Munitions List Targeted Revisions`,
        'The Department of State amends the ITAR to remove from the USML items that no longer warrant inclusion.',
        '22/120 22/121',
      ),
      'lineage.interim_final US-USML interim_final unknown',
    ],
    [
      'adds a country to those proscribed and amends another',
      rule(
        'Final rule.',
        `${ITAR}: Addition of Ethiopia and Amendment to Eritrea Country Policy`,
        'The Department of State is amending the ITAR to add Ethiopia in the list of countries subject to a policy of denial.',
        '22/126',
      ),
      'country.added US-ITAR final tighten',
    ],
    [
      'adjusts the fines of the arms rules for inflation',
      rule(
        'Final rule.',
        'Department of State 2025 Civil Monetary Penalties Inflationary Adjustment',
        'This final rule is issued to adjust the civil monetary penalties for regulatory provisions maintained and enforced by the Department of State.',
        '22/35 22/103 22/127 22/138',
      ),
      'penalty.changed US-ITAR final tighten',
    ],
  ])('%s', (_, document, verdict) => {
    expect(verdictOf(document)).toBe(verdict);
  });
});

describe('a notice of the State Department', () => {
  it.each([
    [
      'Bureau of Political-Military Affairs; Statutory Debarment Under the Arms Export Control Act and the International Traffic in Arms Regulations',
      'enforcement.action US-ITAR-DEBARRED in_force tighten',
    ],
    [
      'Imposition of Nonproliferation Measures Against Foreign Persons, Including a Ban on U.S. Government Procurement',
      'enforcement.action US-ISN in_force tighten',
    ],
    ['Suspension of Munitions Export Licenses to Burma', 'rule.suspended US-ITAR in_force tighten'],
    [
      'Notice of Department of State Sanctions Actions Pursuant to Executive Order 14024',
      'document.published US-OFAC in_force unknown',
    ],
    ['Defense Trade Advisory Group; Notice of Open Meeting', 'dismissed'],
    [
      '60-Day Notice of Proposed Information Collection: Statement of Material Change, Merger, Acquisition, or Divestiture of a Registered Party',
      'dismissed',
    ],
    ['Notice of Determinations: Culturally Significant Objects Being Imported for Exhibition', 'dismissed'],
    ['Designation of a Foreign Terrorist Organization', 'dismissed'],
  ])('"%s" is told as: %s', (title, verdict) => {
    expect(verdictOf({ documentType: 'Notice', agencies: BY.state, action: 'Notice.', title })).toBe(verdict);
  });
});
