import { describe, expect, it } from 'vitest';
import { BY, parts, verdictOf } from './real-document.fixture.ts';

const rule = (action: string, title: string, summary: string, cfr: string) => ({
  documentType: action.startsWith('Proposed') || action.startsWith('Advance') ? 'Proposed Rule' : 'Rule',
  agencies: BY.bis,
  action,
  title,
  summary,
  cfr: parts(cfr),
});
const notice = (title: string, summary?: string) => ({
  documentType: 'Notice',
  agencies: BY.bis,
  action: 'Notice.',
  title,
  ...(summary === undefined ? {} : { summary }),
});

describe('a rule of the Bureau of Industry and Security', () => {
  it.each([
    [
      'tells the reach of the Entity List to affiliates (90 FR 47201)',
      rule(
        'Interim final rule; request for comments.',
        'Expansion of End-User Controls To Cover Affiliates of Certain Listed Entities',
        'In this interim final rule, the Bureau of Industry and Security (BIS) amends the Export Administration Regulations (EAR) to apply end-user controls to entities that are at least 50 percent owned by one or more entities on the Entity List.',
        '15/734 15/736 15/744',
      ),
      'list.ownership_scope_changed US-EL interim_final tighten',
    ],
    [
      'tells that this reach is suspended for a year (2025-11-10)',
      rule(
        'Final rule.',
        'One-Year Suspension of Expansion of End-User Controls for Affiliates of Certain Listed Entities',
        'In this final rule, BIS suspends for one year the interim final rule that applied end-user controls to affiliates.',
        '15/734 15/736 15/744',
      ),
      'rule.suspended US-EL in_force loosen',
    ],
    [
      'tells a framework for chips and model weights by its parts',
      rule(
        'Interim final rule; request for comments.',
        'Framework for Artificial Intelligence Diffusion',
        "With this interim final rule, BIS revises the Export Administration Regulations' (EAR) controls on advanced computing integrated circuits (ICs) and adds a new control on artificial intelligence (AI) model weights.",
        '15/732 15/734 15/740 15/742 15/744 15/748 15/774',
      ),
      'lineage.interim_final US-EAR interim_final unknown',
    ],
    [
      'is a rule, though it also gives more time to comment',
      rule(
        'Interim final rule; request for comments.',
        'Implementation of Additional Due Diligence Measures for Advanced Computing Integrated Circuits; Amendments and Clarifications; and Extension of Comment Period',
        'In this interim final rule, BIS makes changes to the EAR to strengthen due diligence. This interim final rule also makes additional clarifications, and extends the comment period for the Foundry rule to March 14, 2025.',
        '15/734 15/740 15/742 15/744 15/748 15/774',
      ),
      'lineage.interim_final US-CCL interim_final unknown',
    ],
    [
      'tells an addition to the foreign direct product rules first',
      rule(
        'Interim final rule with request for comments.',
        'Foreign-Produced Direct Product Rule Additions, and Refinements to Controls for Advanced Computing and Semiconductor Manufacturing Items',
        'In this interim final rule, BIS makes changes to controls for certain advanced computing items. It adds new controls for semiconductor manufacturing equipment and two new foreign direct product rules.',
        '15/734 15/736 15/740 15/742 15/744 15/772 15/774',
      ),
      'lineage.interim_final US-FDPR interim_final tighten',
    ],
    [
      'tells a milder review of licenses as loosening (91 FR 1684)',
      rule(
        'Final rule.',
        'Revision to License Review Policy for Advanced Computing Commodities',
        'In this final rule, BIS revises its license review policy for exports of certain semiconductors to China and Macau from a presumption of denial to a case-by-case review, provided certain conditions are met.',
        '15/742',
      ),
      'lineage.final US-CCL final loosen',
    ],
    [
      'tells the end of a license exception as tightening (85 FR 23470)',
      rule(
        'Final rule.',
        'Elimination of License Exception Civil End Users (CIV)',
        'In this final rule, BIS is amending the EAR by removing License Exception Civil End Users (CIV) and requiring a license for national security-controlled items on the Commerce Control List (CCL).',
        '15/740 15/774',
      ),
      'lineage.final US-EAR final tighten',
    ],
    [
      'tells the end of validated end-user authorisations',
      rule(
        'Final rule.',
        "Revocation of Validated End-User Authorizations in the People's Republic of China",
        'In this rule, BIS amends the EAR by removing three companies from the list of Validated End-Users (VEUs).',
        '15/748',
      ),
      'authorisation.revoked US-EAR final tighten',
    ],
    [
      'tells destinations that lose their own treatment',
      rule(
        'Final rule.',
        'Removal of Hong Kong as a Separate Destination Under the Export Administration Regulations',
        'In this final rule, BIS amends the EAR to remove provisions which authorize differential and preferential treatment for Hong Kong.',
        '15/738 15/740',
      ),
      'lineage.final US-EAR final tighten',
    ],
    [
      'tells proposed end-use controls as no law yet',
      rule(
        'Proposed rule.',
        'End-Use and End-User Based Export Controls, Including U.S. Persons Activities Controls: Military and Intelligence End Uses and End Users',
        'BIS proposes amendments to the EAR that would impose additional controls on military end users.',
        '15/740 15/742 15/744',
      ),
      'lineage.proposed US-EAR-CATCHALL proposed tighten',
    ],
    [
      'tells an advance notice under section 1758 as a question (83 FR 58201)',
      rule(
        'Advance notice of proposed rulemaking (ANPRM).',
        'Review of Controls for Certain Emerging Technologies',
        'BIS controls the export of dual-use and less sensitive military items through the EAR. This ANPRM seeks public comment on criteria for identifying emerging technologies.',
        '15/744',
      ),
      'lineage.anprm US-ECRA-1758 anprm unknown',
    ],
    [
      'tells more time for that question',
      rule(
        'Advance notice of proposed rulemaking; extension of comment period.',
        'Review of Controls for Certain Emerging Technologies; Extension of Comment Period',
        'On November 19, 2018, BIS published an advance notice of proposed rulemaking. This document extends the comment period to January 10, 2019.',
        '15/744',
      ),
      'comment.extended US-ECRA-1758 proposed neutral',
    ],
    [
      'tells fines adjusted for inflation by the part that holds them',
      {
        ...rule(
          'Final rule.',
          'Civil Monetary Penalty Adjustments for Inflation',
          'This final rule is being issued to adjust for inflation each civil monetary penalty provided by law within the jurisdiction of the Department of Commerce.',
          '15/6',
        ),
        agencies: ['Commerce Department'],
      },
      'penalty.changed US-EAR final tighten',
    ],
    [
      'on connected vehicles concerns the supply chain rules',
      rule(
        'Final rule.',
        'Securing the Information and Communications Technology and Services Supply Chain: Connected Vehicles',
        'This final rule prohibits certain transactions involving connected vehicles with a nexus to China or Russia.',
        '15/791',
      ),
      'lineage.final US-ICTS final tighten',
    ],
    [
      'on cloud services is found by its part alone',
      rule(
        'Proposed rule; request for comment.',
        'Taking Additional Steps To Address the National Emergency With Respect to Significant Malicious Cyber-Enabled Activities',
        'The Department of Commerce proposes regulations on providers of infrastructure as a service.',
        '15/7',
      ),
      'lineage.proposed US-ICTS proposed unknown',
    ],
    [
      'that is withdrawn is told as withdrawn',
      rule(
        'Proposed rule; withdrawal.',
        'Export Administration Regulations: Crime Controls; Withdrawal',
        'BIS withdraws the proposed rule published on July 29, 2024.',
        '15/742',
      ),
      'document.withdrawn US-EAR withdrawn neutral',
    ],
  ])('%s', (_, document, verdict) => {
    expect(verdictOf(document)).toBe(verdict);
  });
});

describe('a notice of the Bureau of Industry and Security', () => {
  it.each([
    ['Order Renewing Temporary Denial of Export Privileges', 'enforcement.action US-DPL in_force tighten'],
    ['Order Renewing Order Temporarily Denying Export Privileges', 'enforcement.action US-DPL in_force tighten'],
    ['Order Denying Export Privileges; Yaming Nina Qi Hanson', 'enforcement.action US-DPL in_force tighten'],
    ['In the Matter of: Ge Song Tao, Final Decision and Order', 'enforcement.action US-DPL in_force tighten'],
    ['Order Terminating Denial of Export Privileges', 'enforcement.action US-DPL in_force loosen'],
    [
      'Notice of Request for Public Comments on Section 232 National Security Investigation of Imports of Semiconductors and Semiconductor Manufacturing Equipment',
      'dismissed',
    ],
    ['Sensors and Instrumentation Technical Advisory Committee; Notice of Partially Closed Meeting', 'dismissed'],
    [
      'Agency Information Collection Activities; Submission to the Office of Management and Budget (OMB) for Review and Approval; Comment Request; License Exemptions and Exclusions',
      'dismissed',
    ],
    ['Order Modifying Denial Order: Azur Air', 'enforcement.action US-DPL in_force unknown'],
    ['Offsets in Military Exports', 'dismissed'],
    ['Update Conference on Export Controls and Policy', 'dismissed'],
  ])('"%s" is told as: %s', (title, verdict) => {
    expect(verdictOf(notice(title))).toBe(verdict);
  });

  it('opens comments on how a license procedure works', () => {
    expect(
      verdictOf(
        notice(
          'Effectiveness of Licensing Procedures for Agricultural Commodities to Cuba',
          'BIS is requesting public comments on the effectiveness of its licensing procedures as defined in the Export Administration Regulations for the export of agricultural commodities to Cuba.',
        ),
      ),
    ).toBe('comment.opened US-EAR anprm neutral');
  });
});

describe('a rule of the Bureau that names no tool', () => {
  const unnamed = {
    documentType: 'Rule',
    agencies: ['Industry and Security Bureau'],
    title: 'Framework for Artificial Intelligence Diffusion',
  };

  it('is told while its CFR parts are not given, and a person is asked', () => {
    expect(verdictOf(unnamed)).toBe('document.published US-EAR final unknown');
  });

  it('is shown to a person alone when its parts are those of another subject', () => {
    expect(verdictOf({ ...unnamed, cfr: parts('15/702') })).toBe('change.unclassified US-EAR announced unknown');
  });

  it('is a correction when its ACTION or its title says so', () => {
    const title = 'Technical Corrections to the Export Administration Regulations';
    expect(verdictOf({ ...unnamed, title, action: 'Final rule; technical correction.', cfr: parts('15/774') })).toBe(
      'correction.substantive US-EAR final unknown',
    );
  });
});
