import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCapture, aSource } from '../source.fixture.ts';
import { issue } from './issue.fixture.ts';
import { readIssue } from './read.ts';

const source = aSource({ params: { agencies: ['Industry and Security Bureau', 'State Department'], cfr: ['22/121'] } });
const read = (body: string, own = source) => readIssue(own, aCapture(body, { mediaType: 'application/xml' }));

function documentsOf(body: string, own = source) {
  const outcome = read(body, own);
  if (outcome.kind !== 'read' || outcome.reading.kind !== 'documents') throw new Error(JSON.stringify(outcome));
  return outcome.reading.documents;
}

describe('readIssue', () => {
  it('reads a rule with its metadata, its instructions and its table', () => {
    const [rule] = documentsOf(issue());
    expect(rule).toEqual({
      documentId: '2019-10616',
      documentNumber: '2019-10616',
      title: 'Addition of Entities to the Entity List',
      url: 'https://www.govinfo.gov/content/pkg/FR-2019-05-21/pdf/2019-10616.pdf',
      publishedOn: '2019-05-21',
      documentType: 'Rule',
      action: 'Final rule.',
      summary: 'In this rule, BIS amends the EAR by adding Huawei to the Entity List.',
      datesText: 'This rule is effective May 16, 2019.',
      citation: '84 FR 22961',
      agencies: ['Commerce Department', 'Industry and Security Bureau'],
      cfr: [
        { title: 15, part: '736' },
        { title: 15, part: '744' },
      ],
      rins: ['0694-AH86'],
      dockets: ['Docket No. 190513445-9445-01'],
      details: {
        instructions: [
          { title: '15', part: '744', text: expect.stringMatching(/continues to read/) },
          { title: '15', part: '744', text: expect.stringMatching(/^2\. Supplement No\. 4/) },
        ],
        tables: [
          {
            title: 'Supplement No. 4 to Part 744',
            part: '15 CFR 744',
            heads: ['Country', 'Entity'],
            rows: [
              ['CHINA', 'Huawei Technologies Co., Ltd.'],
              ['', '* * * * *'],
            ],
          },
        ],
      },
      locator: 'FR Doc. 2019-10616',
      quote: 'Addition of Entities to the Entity List',
    });
  });

  it('reads notices of the Directorate of Defense Trade Controls as its own, on the page where each begins', () => {
    const [, first] = documentsOf(issue());
    expect(first).toMatchObject({
      documentType: 'Notice',
      agencies: ['State Department', 'Directorate of Defense Trade Controls'],
      dockets: ['Public Notice: 10772'],
      citation: '84 FR 22990',
    });
  });

  it('reads presidential documents whatever is watched, and leaves the rest of the government out', () => {
    expect(documentsOf(issue()).map(({ documentId }) => documentId)).toEqual([
      '2019-10616',
      '2019-10700',
      '2019-10701',
      '2019-10538',
    ]);
    expect(documentsOf(issue()).at(-1)).toMatchObject({
      documentType: 'Presidential Document',
      title: 'Securing the Information and Communications Technology and Services Supply Chain',
      details: { order: 'Executive Order 13873 of May 15, 2019' },
      citation: '84 FR 22689',
    });
    expect(documentsOf(issue(), aSource())).toHaveLength(5);
  });

  it('reads two renderings of one issue to the same documents, and the unchanged issue to the same reading', () => {
    expect(documentsOf(issue({ dash: '\u2013' }))).toEqual(documentsOf(issue({ dash: '-' })));
    expect(read(issue())).toEqual(read(issue()));
  });
});

describe('an issue that is not whole or not itself', () => {
  it('holds a changed layout: another root, no date, no contents, a document without a number', () => {
    expect(read('<RULE><PREAMB/></RULE>').kind).toBe('structure_changed');
    expect(read(issue().replace(/<DATE>.*?<\/DATE>/, '')).kind).toBe('structure_changed');
    expect(read(issue().replace(/<CNTNTS>.*<\/CNTNTS>/s, '')).kind).toBe('structure_changed');
    expect(read(issue().replace('[FR Doc. 2019-10616', '[Doc.'))).toEqual({
      kind: 'structure_changed',
      because: 'a RULE without a document number',
    });
  });

  it('holds an issue that lacks documents of its own contents', () => {
    expect(read(issue({ alsoNamed: ['2019-10800', '2019-10801'] }))).toEqual({
      kind: 'implausible',
      because: '2 of the 6 documents of the contents are missing',
    });
  });

  it('holds every issue that is cut short', () => {
    const whole = issue();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (cut) => {
        expect(read(whole.slice(0, cut)).kind).not.toBe('read');
      }),
    );
  });

  it('refuses an entity bomb and a page in place of the issue', () => {
    const bomb = issue().replace('<FEDREG', '<!DOCTYPE FEDREG [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><FEDREG');
    expect(read(bomb).kind).not.toBe('read');
    expect(read('<html><head><title>Federal Register :: Request Access</title></head></html>').kind).toBe(
      'structure_changed',
    );
  });

  it('keeps hostile text as text, and never throws', () => {
    const [rule] = documentsOf(issue({ title: '&lt;script&gt;alert(1)&lt;/script&gt;' }));
    expect(rule?.title).toBe('<script>alert(1)</script>');
    fc.assert(fc.property(fc.string(), (title) => void read(issue({ title }))));
    fc.assert(fc.property(fc.string(), (text) => void read(`<FEDREG>${text}</FEDREG>`)));
  });

  it('gives a document nothing of its neighbours, though they share a page (T20)', () => {
    const everything = documentsOf(issue(), aSource({ params: {} }));
    const zone = everything.find(({ documentNumber }) => documentNumber === '2019-10650');
    expect(zone).toMatchObject({ title: 'Safety Zone; Biscayne Bay', details: {} });
    expect(JSON.stringify(zone)).not.toMatch(/Huawei|Munitions|Notifications/);
  });

  it('joins a correction with the document whose number it bears', () => {
    const corrected = issue().replaceAll('2019-10616', 'C1-2019-10616');
    expect(documentsOf(corrected)[0]).toMatchObject({ documentId: 'C1-2019-10616', corrects: '2019-10616' });
  });
});
