import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegulatoryDocument } from '#domain';
import { aDocument } from '../a-document.fixture.ts';
import { classifyFederalRegisterDocument } from './classify-document.ts';

function meaningOf(fields: Partial<RegulatoryDocument>, known: readonly RegulatoryDocument[] = []) {
  const classified = classifyFederalRegisterDocument(aDocument(fields), known, 'US-EAR');
  if (classified.kind === 'dismissed') throw new Error(`dismissed: ${classified.because}`);
  return classified.main;
}

describe('classifyFederalRegisterDocument', () => {
  it('reads the extension of a temporary general license, with both ends and its beneficiary', () => {
    const meaning = meaningOf({
      documentId: '2020-03144',
      title: 'Temporary General License: Extension of Validity',
      effectiveOn: '2020-02-13',
      summary:
        'The U.S. Government has decided to extend through April 1, 2020, the temporary general license to Huawei Technologies Co., Ltd. (Huawei) and one hundred and fourteen of its non-U.S. affiliates. This final rule revises the temporary general license to remove the expiration date of February 16, 2020, and substitute the date of April 1, 2020.',
    });
    expect(meaning).toMatchObject({
      type: 'authorisation.extended',
      instrumentId: 'US-TGL',
      direction: 'loosen',
      dates: { publishedOn: '2024-01-02', effectiveFrom: '2020-02-13', effectiveTo: '2020-04-01' },
      facts: {
        beneficiary: 'Huawei Technologies Co., Ltd.',
        validFrom: '2020-02-13',
        validTo: '2020-04-01',
        oldValidTo: '2020-02-16',
      },
    });
  });

  it('takes a request for comments on extensions for a question, not for an extension', () => {
    const meaning = meaningOf({
      title: 'Request for Comments on Future Extensions of Temporary General License (TGL)',
      summary:
        'The Bureau of Industry and Security (BIS) is requesting comments on future extensions of a temporary general license.',
    });
    expect(meaning).toMatchObject({ type: 'comment.opened', instrumentId: 'US-TGL' });
  });

  it('tells a reopened comment period with its old and new end', () => {
    const meaning = meaningOf({
      title: 'Request for Comments on Future Extensions of Temporary General License (TGL)',
      summary:
        'BIS issued a notification of inquiry, published on March 12, 2020 with the comment period closing on March 25, 2020. This notification reopens the comment period through April 22, 2020.',
    });
    expect(meaning).toMatchObject({
      type: 'comment.reopened',
      facts: { commentClose: '2020-04-22', oldCommentClose: '2020-03-25' },
    });
  });

  it('calls a correction of what binds substantive and finds the corrected document', () => {
    const original = aDocument({
      documentId: '2020-02941',
      title: 'Amendments to Country Groups for Russia and Yemen Under the Export Administration Regulations',
      publishedOn: '2020-02-24',
    });
    const meaning = meaningOf(
      {
        documentId: '2020-04178',
        title: original.title,
        publishedOn: '2020-03-06',
        summary:
          'BIS publishes this document to correct a final rule published in the Federal Register on February 24, 2020. This document corrects the final rule to provide an instruction to remove Yemen from Country Group B.',
      },
      [original],
    );
    expect(meaning).toMatchObject({ type: 'correction.substantive', lineage: { corrects: ['2020-02941'] } });
  });

  it('keeps a correction of type alone from alerting anybody', () => {
    const meaning = meaningOf({
      title: 'Export Administration Regulations; Correction',
      summary: 'BIS is correcting a typographical error in a heading of the Export Administration Regulations.',
    });
    expect(meaning.type).toBe('correction.editorial');
  });

  it('reads a rule of additions that also corrects two typing errors as additions', () => {
    const meaning = meaningOf({
      title: 'Additions of Entities to the Entity List',
      summary:
        'The Department of Commerce is amending the EAR by adding seven entities under seven entries to the Entity List. This final rule also corrects typographical errors in two existing entries on the Entity List.',
    });
    expect(meaning).toMatchObject({
      type: 'document.published',
      instrumentId: 'US-EL',
      direction: 'tighten',
      facts: { entitiesAdded: 7, entriesCorrected: 2 },
    });
  });

  it('tells the end of a license that a rule on the Entity List carries as an act of its own', () => {
    const classified = classifyFederalRegisterDocument(
      aDocument({
        title:
          'Addition of Huawei Non-U.S. Affiliates to the Entity List, the Removal of Temporary General License, and Amendments to General Prohibition Three',
        summary: 'In this final rule, BIS amends the EAR by adding thirty-eight entities to the Entity List.',
      }),
      [],
      'US-EAR',
    );
    expect(classified).toMatchObject({
      main: { type: 'document.published', instrumentId: 'US-EL' },
      further: [{ type: 'authorisation.revoked', instrumentId: 'US-TGL', direction: 'tighten' }],
    });
  });

  it.each([
    [
      'add Nicaragua in the list of countries for which it is the policy of the United States to deny licenses',
      'NI',
      'tighten',
    ],
    ['adds the Republic of Korea (South Korea) to the list of excluded countries', 'KR', 'loosen'],
  ])('reads "%s" with its direction', (phrase, country, direction) => {
    const summary = `The Department is amending the International Traffic in Arms Regulations to ${phrase}.`;
    expect(meaningOf({ summary })).toMatchObject({ type: 'country.added', direction, facts: { country } });
  });

  it('does not take a country that a summary excepts for one the rule is about', () => {
    const meaning = meaningOf({
      title:
        'Addition of Software Specially Designed To Automate the Analysis of Geospatial Imagery to the Export Control Classification Number 0Y521 Series',
      summary:
        'In this interim final rule, BIS amends the EAR to impose a license requirement to all destinations, except Canada.',
    });
    expect(meaning).toMatchObject({
      type: 'lineage.interim_final',
      instrumentId: 'US-0Y521',
      facts: { exceptCountry: 'CA' },
    });
  });

  it('never computes the new day of a delayed rule from a number of days', () => {
    const meaning = meaningOf({
      title: 'Information Security Controls: Cybersecurity Items; Delay of Effective Date',
      summary:
        'On October 21, 2021, BIS published an interim final rule with a 90-day delayed effective date (January 19, 2022). This rule delays the effective date of the interim final rule by 45 days.',
    });
    expect(meaning).toMatchObject({
      type: 'date.effective_changed',
      facts: { delayDays: 45, oldEffective: '2022-01-19' },
    });
    expect(meaning.dates).not.toHaveProperty('effectiveFrom');
  });

  it('reads a suspended relief as tightening and a suspended control as loosening', () => {
    const title = 'Revision to the Export Administration Regulations: Suspension of License Exceptions for Hong Kong';
    expect(meaningOf({ title })).toMatchObject({ type: 'rule.suspended', direction: 'tighten' });
    const provision =
      'International Traffic in Arms Regulations (ITAR): Notification of Temporary Suspension of a Regulatory Provision';
    expect(meaningOf({ title: provision })).toMatchObject({ type: 'rule.suspended', direction: 'loosen' });
  });

  it('names the parties of a debarment, company suffixes included', () => {
    const title =
      'Rescission of Statutory Debarment of Jami Siraj Choudhury, Netria Corporation, and State Metal Industries, Inc. Under the International Traffic in Arms Regulations';
    expect(meaningOf({ title })).toMatchObject({
      type: 'enforcement.action',
      instrumentId: 'US-ITAR-DEBARRED',
      direction: 'loosen',
      facts: { parties: 3, names: ['Jami Siraj Choudhury', 'Netria Corporation', 'State Metal Industries, Inc.'] },
    });
  });

  it.each([
    'Submission for OMB Review; Comment Request; Voluntary Self-Disclosure of Violations of the Export Administration Regulations',
    'Privacy Act of 1974; System of Records',
    'Technical Advisory Committees; Notice of Recruitment of Members',
    'Materials Technical Advisory Committee; Notice of Partially Closed Meeting',
    'Membership of the Performance Review Boards',
    'Request for Public Comments on the Section 232 Exclusions Process',
  ])('dismisses "%s" and says why', (title) => {
    expect(classifyFederalRegisterDocument(aDocument({ title }), [], 'US-EAR')).toMatchObject({
      kind: 'dismissed',
      because: expect.stringMatching(/^[a-z]+ .{10}/),
    });
  });

  it('shows a document of the export control agency that it cannot read to a person, and tells nobody else', () => {
    const meaning = meaningOf({ title: 'Notice', agencies: ['Commerce Department', 'Industry and Security Bureau'] });
    expect(meaning).toMatchObject({ type: 'change.unclassified', alerting: false, needsReview: true });
  });

  it('lets the CFR part decide where the words do not', () => {
    expect(
      meaningOf({ title: 'Registration Fees', cfr: [{ title: 22, part: '122' }], action: 'Final rule.' }),
    ).toMatchObject({ instrumentId: 'US-ITAR', type: 'lineage.final' });
  });

  it('quotes words that stand in the document', () => {
    const summary = 'BIS’s list grows. In this rule, BIS amends the EAR by adding four entities to the Entity List.';
    const { quotes } = meaningOf({ title: 'Additions to the Entity List', summary });
    expect(quotes.map(({ quote }) => quote)).toEqual([
      'Additions to the Entity List',
      'In this rule, BIS amends the EAR by adding four entities to the Entity List.',
    ]);
  });

  it('answers any title and abstract', () => {
    const words = fc.string({ maxLength: 300 });
    fc.assert(
      fc.property(
        words,
        words,
        (title, summary) =>
          classifyFederalRegisterDocument(aDocument({ title, summary }), [], 'US-EAR').kind !== undefined,
      ),
    );
  });

  it('says the same of an abstract that repeats itself as of one that does not', () => {
    const say = (times: number) => {
      const summary = 'adding one entity to the list of '.repeat(times);
      return classifyFederalRegisterDocument(aDocument({ title: 'Entity List Additions', summary }), [], 'US-EAR');
    };
    expect(say(600).kind).toBe(say(2).kind);
  });
});
