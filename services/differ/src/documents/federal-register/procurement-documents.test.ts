import { describe, expect, it } from 'vitest';
import { BY, parts, verdictOf } from './real-document.fixture.ts';

const DFARS = 'Defense Federal Acquisition Regulation Supplement';

describe('a rule on contractors, networks, secrets or forced labor', () => {
  it.each([
    [
      'certification of contractors: the program',
      {
        documentType: 'Rule',
        agencies: BY.dod,
        action: 'Final rule.',
        title: 'Cybersecurity Maturity Model Certification (CMMC) Program',
        summary:
          'With this final rule, DoD establishes the CMMC Program to verify contractors have implemented required security measures.',
        cfr: parts('32/170'),
      },
      'lineage.final US-CMMC final unknown',
    ],
    [
      'certification of contractors: the contract clause (90 FR 43560)',
      {
        documentType: 'Rule',
        agencies: BY.dfars,
        action: 'Final rule.',
        title: `${DFARS}: Assessing Contractor Implementation of Cybersecurity Requirements (DFARS Case 2019-D041)`,
        summary:
          'DoD is issuing a final rule amending the DFARS to incorporate contractual requirements related to the final CMMC Program rule.',
        cfr: parts('48/204 48/212 48/217 48/252'),
      },
      'lineage.final US-CMMC final unknown',
    ],
    [
      'foreign ownership of contractors',
      {
        documentType: 'Proposed Rule',
        agencies: BY.dfars,
        action: 'Proposed rule.',
        title: `${DFARS}: Mitigating Risks Related to Foreign Ownership, Control, or Influence (DFARS Case 2021-D010)`,
        summary:
          'DoD is proposing to amend the DFARS to implement a section of the National Defense Authorization Act.',
        cfr: parts('48/240 48/252'),
      },
      'lineage.proposed US-FOCI-SSA proposed unknown',
    ],
    [
      'security manual of cleared contractors (85 FR 83300)',
      {
        documentType: 'Rule',
        agencies: BY.dod,
        action: 'Final rule with request for comment.',
        title: 'National Industrial Security Program Operating Manual (NISPOM)',
        summary: 'The Department of Defense (DoD) is codifying the NISPOM in regulation.',
        cfr: parts('32/117'),
      },
      'lineage.final US-NISPOM final unknown',
    ],
    [
      'security manual: more time to comply (86 FR 46597)',
      {
        documentType: 'Rule',
        agencies: BY.dod,
        action: 'Final rule; technical amendment.',
        title: 'National Industrial Security Program Operating Manual (NISPOM); Amendment',
        summary: 'DoD is amending the NISPOM rule to extend the compliance date for the reporting requirements.',
        cfr: parts('32/117'),
      },
      'date.compliance_changed US-NISPOM final loosen',
    ],
    [
      'equipment put on the Covered List',
      {
        documentType: 'Notice',
        agencies: BY.fcc,
        action: 'Notice.',
        title: 'Bureau Announces Additions to the List of Covered Equipment and Services',
        summary: 'The Public Safety and Homeland Security Bureau updates the Covered List.',
      },
      'document.published US-FCC-RR in_force tighten',
    ],
    [
      'ban on contractors that use certain equipment (85 FR 42665)',
      {
        documentType: 'Rule',
        agencies: BY.far,
        action: 'Interim rule.',
        title:
          'Federal Acquisition Regulation: Prohibition on Contracting With Entities Using Certain Telecommunications and Video Surveillance Services or Equipment',
        summary:
          'DoD, GSA, and NASA are amending the Federal Acquisition Regulation to implement section 889(a)(1)(B), which prohibits contracting with entities that use certain equipment.',
        cfr: parts('48/1 48/4 48/13 48/39 48/52'),
      },
      'lineage.interim_final US-889 interim_final tighten',
    ],
    [
      'Chinese military companies named by the Defense Department',
      {
        documentType: 'Notice',
        agencies: BY.dod,
        action: 'Notice of availability.',
        title: 'Notice of Availability of Designation of Chinese Military Companies',
        summary:
          'The Deputy Secretary of Defense has determined that the following entities qualify as Chinese military companies in accordance with section 1260H.',
      },
      'document.published US-1260H in_force tighten',
    ],
    [
      'Chinese military companies taken off again',
      {
        documentType: 'Notice',
        agencies: BY.dod,
        action: 'Notice.',
        title: 'Notice of Removal of Designated Chinese Military Companies',
        summary:
          'The Deputy Secretary of Defense has determined that the following entities do not qualify any longer.',
      },
      'document.published US-1260H in_force loosen',
    ],
    [
      'controlled unclassified information in contracts',
      {
        documentType: 'Proposed Rule',
        agencies: BY.far,
        action: 'Proposed rule.',
        title: 'Federal Acquisition Regulation: Controlled Unclassified Information',
        summary: 'DoD, GSA, and NASA are proposing to amend the Federal Acquisition Regulation.',
        cfr: parts('48/1 48/4 48/52'),
      },
      'lineage.proposed US-CLASSINFO proposed unknown',
    ],
    [
      'classified information, by its part alone',
      {
        documentType: 'Rule',
        agencies: BY.archives,
        action: 'Final rule.',
        title: 'Marking and Safeguarding',
        summary: 'The Information Security Oversight Office amends its directive.',
        cfr: parts('32/2001'),
      },
      'lineage.final US-CLASSINFO final unknown',
    ],
    [
      'equipment that the Commission no longer authorizes',
      {
        documentType: 'Rule',
        agencies: BY.fcc,
        action: 'Final rule.',
        title:
          'Protecting Against National Security Threats to the Communications Supply Chain Through the Equipment Authorization Program',
        summary:
          'The Commission implements revisions to prohibit authorization of equipment that has been identified on the Covered List.',
        cfr: parts('47/2 47/15'),
      },
      'lineage.final US-FCC-RR final tighten',
    ],
    [
      'the day on which such a rule takes effect',
      {
        documentType: 'Rule',
        agencies: BY.fcc,
        action: 'Final rule; announcement of effective date.',
        title: 'Protecting Against National Security Threats to the Communications Supply Chain Through FCC Programs',
        summary:
          'The Commission announces that the information collection requirements have been approved. This document is consistent with the Order, which stated that the Commission would publish the effective date.',
        effectiveOn: '2021-08-03',
        cfr: parts('47/1'),
      },
      'date.effective_set US-FCC-RR final neutral',
    ],
    [
      'a petition against such a rule',
      {
        documentType: 'Proposed Rule',
        agencies: BY.fcc,
        action: 'Petition for Reconsideration.',
        title: 'Petitions for Reconsideration of Action in Rulemaking Proceeding',
        summary:
          "Petitions for Reconsideration have been filed in the Commission's proceeding on threats to the communications supply chain.",
        datesText:
          'Oppositions to the Petitions must be filed on or before March 9, 2023. Replies must be filed on or before March 20, 2023.',
      },
      'comment.opened US-FCC-RR announced neutral',
    ],
    [
      'secrecy of inventions, where 37 CFR 5 stands alone',
      {
        documentType: 'Rule',
        agencies: BY.patents,
        action: 'Final rule.',
        title: 'Changes to Requests for Permission To File Abroad',
        summary: 'The Office revises its rules.',
        cfr: parts('37/5'),
      },
      'lineage.final US-PATENT final unknown',
    ],
    [
      'parties of forced labor',
      {
        documentType: 'Notice',
        agencies: BY.dhs,
        action: 'Notice.',
        title: 'Notice Regarding the Uyghur Forced Labor Prevention Act Entity List',
        summary: 'This update adds 37 entities to the section 2(d)(2)(B)(v) list of the UFLPA.',
      },
      'document.published US-UFLPA in_force tighten',
    ],
    [
      'a question on forced labor',
      {
        documentType: 'Notice',
        agencies: BY.dhs,
        action: 'Request for public comments.',
        title:
          "Notice Seeking Public Comments on Methods To Prevent the Importation of Goods Mined, Produced, or Manufactured With Forced Labor in the People's Republic of China",
        summary: 'The Uyghur Forced Labor Prevention Act requires the Task Force to solicit public comments.',
      },
      'comment.opened US-UFLPA anprm neutral',
    ],
  ])('%s', (_, document, verdict) => {
    expect(verdictOf(document)).toBe(verdict);
  });
});

describe('a document of another subject', () => {
  it.each([
    ['Ear, Nose, and Throat Devices; Classification of the Tinnitus Device', ['Food and Drug Administration']],
    ['John Doe: Final Debarment Order', ['Food and Drug Administration']],
    ['Energy Conservation Program: Determination of Fans and Blowers as Covered Equipment', ['Energy Department']],
    [
      'Clean Air Act Title V Operating Permit Program; Order Denying Petition for Objection',
      ['Environmental Protection Agency'],
    ],
    ['Medicare Program; Payment for Emerging Technologies', ['Centers for Medicare & Medicaid Services']],
    ['Entry of Low-Value Shipments; De Minimis Exemption', ['U.S. Customs and Border Protection']],
    ['In the Matter of Exelon Generation Company, LLC', ['Nuclear Regulatory Commission']],
    ['Connected Vehicles: Intelligent Transportation Systems Deployment', ['Federal Highway Administration']],
    ['Television Broadcasting Services; Kalispell, Montana', BY.fcc],
    ['Information Collection Being Submitted for Review and Approval to Office of Management and Budget', BY.fcc],
    ['Deletion of Items From Sunshine Act Agenda', BY.fcc],
    ['Setting and Adjusting Patent Fees During Fiscal Year 2025', BY.patents],
    ['Arms Sales Notification', BY.dod],
    ['National Industrial Security Program Policy Advisory Committee (NISPPAC); Meeting', BY.archives],
    [`${DFARS}: Prohibition on Procurement of Foreign-Made Unmanned Aircraft Systems`, BY.dfars],
    ['Safety Zone; Biscayne Bay, Miami, FL', BY.dhs],
    ['Notice of Public Hearing: Forced Labor in Xinjiang; Uyghur Forced Labor Prevention Act', BY.dhs],
  ])('"%s" is dismissed', (title, agencies) => {
    expect(verdictOf({ documentType: 'Notice', title, agencies })).toBe('dismissed');
  });

  it('is dismissed though it names 37 CFR 5 among the parts of all patent matters', () => {
    const cfr = parts('37/1 37/5 37/41');
    expect(verdictOf({ documentType: 'Rule', title: 'Electronic Patent Issuance', agencies: BY.patents, cfr })).toBe(
      'dismissed',
    );
  });
});
