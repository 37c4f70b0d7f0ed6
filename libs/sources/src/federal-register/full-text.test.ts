import { describe, expect, it } from 'vitest';
import { entityTable, regulation, ruleXml } from '../federal-register-issue/announced/rule.fixture.ts';
import { aCapture } from '../source.fixture.ts';
import { readFederalRegister } from './read.ts';

const url = 'https://www.federalregister.gov/documents/full_text/xml/2024/02/27/2024-03674.xml';
const read = (body: string, at = url) => readFederalRegister(aCapture(body, { mediaType: 'application/xml', url: at }));
const EAR = 'For all items subject to the EAR (See §744.11 of the EAR)';
const xml = ruleXml({
  amendments: regulation(
    '15',
    '744',
    [
      '2. Supplement No. 4 to part 744 is amended under CHINA, PEOPLE’S REPUBLIC OF, by adding an entry for “Alpha Tech.”',
    ],
    entityTable([
      [
        'CHINA, PEOPLE’S REPUBLIC OF',
        'Alpha Tech, Beijing, China.',
        EAR,
        'Presumption of denial',
        '89 FR [INSERT FR PAGE NUMBER], 2/27/24.',
      ],
    ]),
  ),
});

describe('the full text of a document', () => {
  it('is read as the document of the search, with what its instructions order', () => {
    const outcome = read(xml);
    expect(outcome).toMatchObject({
      kind: 'read',
      reading: {
        kind: 'documents',
        newestOn: '2024-02-27',
        documents: [
          {
            documentId: '2024-03674',
            documentType: 'Rule',
            action: 'Final rule.',
            citation: '89 FR 14403',
            publishedOn: '2024-02-27',
            datesText: 'This rule is effective February 27, 2024.',
            cfr: [{ title: 15, part: '744' }],
            details: { announced: [{ type: 'entity.added', list: 'EL', name: 'Alpha Tech', country: 'CN' }] },
          },
        ],
      },
    });
  });

  it('is held when it was cut off, is another document or a page that asks for a person', () => {
    expect(read(xml.slice(0, 900)).kind).toBe('implausible');
    expect(read(xml, url.replace('03674', '03675'))).toMatchObject({
      because: 'the full text of 2024-03675 is that of 2024-03674',
    });
    expect(read('<html><title>Federal Register :: Request Access</title></html>').kind).toBe('structure_changed');
    expect(read('<FOO/>').kind).toBe('structure_changed');
  });
});
