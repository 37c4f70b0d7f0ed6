import { describe, expect, it } from 'vitest';
import { aDocument } from './a-document.fixture.ts';
import { accountOfDocument } from './account-of-document.ts';

const context = {
  sourceId: 'us-federal-register',
  family: 'federal-register',
  jurisdiction: 'US',
  instrumentId: 'US-EAR',
} as const;
const listing = aDocument({ title: 'Additions to the Entity List', documentType: 'Rule' });
const account = (document = listing, isTold = true) => accountOfDocument(document, isTold, context);

describe('every document that was read', () => {
  it('was told, with what it was told as', () => {
    expect(account()).toEqual({ state: 'told', because: 'document.published under US-EL' });
  });

  it('waits for a person where it could not be read', () => {
    const vague = aDocument({ title: 'Notice', agencies: ['Industry and Security Bureau'] });
    expect(account(vague).state).toBe('review');
  });

  it('was dismissed with a reason', () => {
    const form = aDocument({ title: 'Proposed Information Collection' });
    expect(account(form, false)).toEqual({
      state: 'dismissed',
      because: 'asks for clearance of a form (Paperwork Reduction Act)',
    });
    expect(account(form, true).state).toBe('told');
  });

  it('is missing where its words concern a watched tool and nothing was stored of it', () => {
    expect(account(listing, false).state).toBe('missing');
  });
});
