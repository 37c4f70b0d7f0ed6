import { describe, expect, it } from 'vitest';
import { aDocument } from '../a-document.fixture.ts';
import { diffDocuments } from '../diff-documents.ts';

const CONTEXT = { sourceId: 'us-bis-press', family: 'bis-press', jurisdiction: 'US', instrumentId: 'US-EAR' } as const;

function told(title: string, ...paragraphs: readonly string[]) {
  const { documentNumber: _, ...release } = aDocument({
    documentId: '/press-release/x',
    title,
    summary: paragraphs.join('\n'),
    publishedOn: '2025-05-13',
    agencies: ['Commerce Department', 'Industry and Security Bureau'],
    documentType: 'press release',
  });
  return diffDocuments(undefined, { kind: 'documents', documents: [release] }, CONTEXT).drafts;
}

describe('a press release of the Bureau', () => {
  it('that announces a rescission which no document enacts is told as not law (T17)', () => {
    const [draft, ...more] = told(
      'Department of Commerce Announces Rescission of Biden-Era Artificial Intelligence Diffusion Rule',
      'WASHINGTON, D.C. - The Department of Commerce announced today that it will rescind the AI Diffusion Rule.',
      'BIS plans to publish a Federal Register notice formalizing the rescission and will issue a replacement rule in the future.',
    );
    expect(more).toEqual([]);
    expect(draft).toMatchObject({
      type: 'announcement.unlegislated',
      stage: 'announced',
      dates: { announcedOn: '2025-05-13' },
      after: { claim: expect.stringContaining('will rescind') },
    });
    expect(draft?.dates).not.toHaveProperty('effectiveFrom');
  });

  it('about a rule that was issued with it is told as a document', () => {
    const [draft] = told(
      'Department of Commerce Revises License Review Policy for Semiconductors Exported to China',
      'WASHINGTON, D.C. - Today, the Bureau of Industry and Security issued a rule that revises its license review policy.',
      'The Bureau will review applications case by case. The rule is on public inspection at the Federal Register.',
    );
    expect(draft).toMatchObject({ type: 'document.published', instrumentId: 'US-EAR' });
  });

  it.each([
    [
      'BIS Reaches Administrative Enforcement Settlement with Coastal PVA Technology, Inc.',
      'Today, the Bureau imposed an administrative penalty of $1.5 million on Coastal PVA Technology, Inc.',
      { party: 'Coastal PVA Technology, Inc.', amount: '$1.5 million' },
    ],
    [
      'BIS Imposes $300 Million Penalty Against Seagate Technology LLC Related to Shipments to Huawei',
      'WASHINGTON, D.C. - Today, the Bureau announced a penalty.',
      { party: 'Seagate Technology LLC', amount: '$300 Million' },
    ],
    [
      'Cadence Design Systems Agrees to Pay Over $140 Million for Unlawful Exports',
      'WASHINGTON, D.C. - The company pleaded guilty.',
      { party: 'Cadence Design Systems', amount: '$140 Million' },
    ],
  ])('about an order or penalty names the party and the amount: %s', (title, text, facts) => {
    const [draft] = told(title, text);
    expect(draft).toMatchObject({ type: 'enforcement.action', direction: 'neutral', after: facts });
  });

  it('about how penalties are set is no action against anybody', () => {
    const [draft] = told('BIS Issues Guidance on Administrative Penalties', 'Today, BIS published guidance.');
    expect(draft?.type).toBe('document.published');
  });

  it('never makes a threshold, a list or a rule out of its words (T26, N5)', () => {
    const drafts = told(
      'Commerce Weighs Lower De Minimis Level for Huawei',
      'The Department will propose to lower the de minimis level from 25 percent to 10 percent for Huawei.',
    );
    expect(drafts.map(({ type }) => type)).toEqual(['announcement.unlegislated']);
  });

  it('quotes only what the release prints', () => {
    const text = 'WASHINGTON, D.C. - BIS plans to suspend the rule for one year.';
    const [draft] = told('Statement on the Affiliates Rule', text);
    expect(draft?.quotes.map(({ quote }) => quote)).toEqual(['Statement on the Affiliates Rule', text]);
  });
});
