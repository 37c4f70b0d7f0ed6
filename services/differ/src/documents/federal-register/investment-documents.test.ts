import { describe, expect, it } from 'vitest';
import { BY, parts, verdictOf } from './real-document.fixture.ts';

const ACTS = 'Certain Investments in the United States by Foreign Persons';

describe('a document on investment or sanctions of the Treasury', () => {
  it.each([
    [
      'final rule on fines and procedures of CFIUS',
      {
        documentType: 'Rule',
        agencies: BY.cfius,
        action: 'Final rule.',
        title: `Penalty Provisions, Provision of Information, Negotiation of Mitigation Agreements, and Other Procedures Pertaining to ${ACTS} and Certain Transactions by Foreign Persons Involving Real Estate in the United States`,
        summary: 'This final rule increases the maximum penalty and expands the information that may be requested.',
        cfr: parts('31/800 31/802'),
      },
      'lineage.final US-CFIUS final tighten',
    ],
    [
      'final rule on outbound investment',
      {
        documentType: 'Rule',
        agencies: BY.cfius,
        action: 'Final rule.',
        title:
          'Provisions Pertaining to U.S. Investments in Certain National Security Technologies and Products in Countries of Concern',
        summary: 'This final rule sets forth the regulations that implement Executive Order 14105 of August 9, 2023.',
        cfr: parts('31/850'),
      },
      'lineage.final US-OUTBOUND final unknown',
    ],
    [
      'excepted foreign states',
      {
        documentType: 'Notice',
        agencies: BY.cfius,
        action: 'Notice of determination.',
        title: 'Determination Regarding Excepted Foreign States',
        summary:
          "The Department of the Treasury is publishing the Committee's determination that two foreign states have made significant progress.",
      },
      'document.published US-CFIUS-EXC in_force unknown',
    ],
    [
      'question about known investors',
      {
        documentType: 'Notice',
        agencies: BY.cfius,
        action: 'Request for information.',
        title: 'Request for Information Pertaining to the CFIUS Known Investor Program',
        summary: 'The Department of the Treasury seeks public comment on a Known Investor Program.',
      },
      'comment.opened US-CFIUS anprm neutral',
    ],
    [
      'names put on the SDN List',
      {
        documentType: 'Notice',
        agencies: BY.ofac,
        action: 'Notice.',
        title: 'Notice of OFAC Sanctions Action',
        summary:
          'OFAC is publishing the names of one or more persons that have been placed on the SDN List. All property and interests in property of these persons are blocked.',
      },
      'document.published US-OFAC in_force tighten',
    ],
    [
      'general license published after the fact',
      {
        documentType: 'Rule',
        agencies: BY.ofac,
        action: 'Publication of web general licenses.',
        title: 'Publication of Chinese Military Companies Sanctions Web General Licenses 1, 1A, and 1B',
        summary:
          'OFAC is publishing three general licenses issued under Executive Order 13959, each of which was previously made available on its website.',
        cfr: parts('31/586'),
      },
      'authorisation.issued US-CMIC in_force loosen',
    ],
    [
      'rules on Chinese military companies',
      {
        documentType: 'Rule',
        agencies: BY.ofac,
        action: 'Final rule.',
        title: 'Chinese Military-Industrial Complex Sanctions Regulations',
        summary: 'OFAC is adopting regulations to implement Executive Order 13959, as amended.',
        cfr: parts('31/586'),
      },
      'lineage.final US-CMIC final unknown',
    ],
    [
      'fines of OFAC for inflation',
      {
        documentType: 'Rule',
        agencies: BY.ofac,
        action: 'Final rule.',
        title: 'Inflation Adjustment of Civil Monetary Penalties',
        summary: 'OFAC is issuing this final rule to adjust certain civil monetary penalties for inflation.',
        cfr: parts('31/501 31/510'),
      },
      'penalty.changed US-OFAC final tighten',
    ],
  ])('%s', (_, document, verdict) => {
    expect(verdictOf(document)).toBe(verdict);
  });
});

describe('a presidential document', () => {
  const signed = (title: string) => verdictOf({ documentType: 'Presidential Document', agencies: BY.president, title });

  it.each([
    [
      'Continuation of the National Emergency With Respect to Export Control Regulations',
      'document.published US-EAR in_force neutral',
    ],
    [
      'Addressing the Threat From Securities Investments That Finance Communist Chinese Military Companies',
      'document.published US-CMIC in_force unknown',
    ],
    [
      'Addressing United States Investments in Certain National Security Technologies and Products in Countries of Concern',
      'document.published US-OUTBOUND in_force unknown',
    ],
    [
      'Securing the Information and Communications Technology and Services Supply Chain',
      'document.published US-ICTS in_force unknown',
    ],
    [
      "Suspension of Entry as Nonimmigrants of Certain Students and Researchers From the People's Republic of China",
      'document.published US-VISA in_force tighten',
    ],
    [
      'Ensuring Robust Consideration of Evolving National Security Risks by the Committee on Foreign Investment in the United States',
      'document.published US-CFIUS in_force unknown',
    ],
    [
      'Regarding the Proposed Acquisition of United States Steel Corporation by Nippon Steel Corporation',
      'enforcement.action US-CFIUS in_force unknown',
    ],
    ['Suspending Duty-Free De Minimis Treatment for All Countries', 'dismissed'],
    ['Continuation of the National Emergency With Respect to Libya', 'dismissed'],
    ['Restoring American Saltwater Angling and Recreation', 'dismissed'],
    ['National Cybersecurity Awareness Month, 2024', 'dismissed'],
  ])('"%s" is told as: %s', (title, verdict) => {
    expect(signed(title)).toBe(verdict);
  });
});
