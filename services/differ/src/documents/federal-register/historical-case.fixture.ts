import { expect } from 'vitest';
import type { Change, RegulatoryDocument } from '#domain';
import { aDocument } from '../a-document.fixture.ts';
import { classifyFederalRegisterDocument } from './classify-document.ts';
import { BY, parts } from './real-document.fixture.ts';

/** One document of the Bureau of Industry and Security; summaries are ours, cut down to what they state. */
export function bis(documentId: string, title: string, summary: string, more: Partial<RegulatoryDocument> = {}) {
  return aDocument({
    documentId,
    title,
    summary,
    documentType: 'Rule',
    action: 'Final rule.',
    agencies: BY.bis,
    cfr: parts('15/744'),
    ...more,
  });
}

export function told(document: RegulatoryDocument, known: readonly RegulatoryDocument[] = []) {
  const found = classifyFederalRegisterDocument(document, known, 'US-EAR');
  if (found.kind === 'dismissed') throw new Error(found.because);
  return { ...found.main, further: found.further.map(({ type, dates }) => ({ type, dates })) };
}
export type Told = Partial<Record<keyof ReturnType<typeof told>, unknown>> & { readonly type: Change['type'] };

export const TGL = 'Temporary General License: Extension of Validity';
export const huawei = (old: string, to: string) =>
  `The U.S. Government has decided to extend through ${to}, the temporary general license to Huawei Technologies Co., Ltd. (Huawei) and one hundred and fourteen of its non-U.S. affiliates. This final rule revises the temporary general license to remove the expiration date of ${old}, and substitutes the date of ${to}.`;
export const license = (old: string, to: string, dates: object): Told => ({
  type: 'authorisation.extended',
  instrumentId: 'US-TGL',
  direction: 'loosen',
  facts: expect.objectContaining({ beneficiary: 'Huawei Technologies Co., Ltd.', oldValidTo: old, validTo: to }),
  dates: expect.objectContaining({ effectiveTo: to, ...dates }),
});
export const listed = (counts: object, more: object = {}): Told => ({
  type: 'document.published',
  instrumentId: 'US-EL',
  facts: expect.objectContaining(counts),
  ...more,
});

/** Name, the document, and what it is told as. */
export type HistoricalCase = readonly [name: string, document: RegulatoryDocument, expected: Told];
