import type { RegulatoryDocument } from '#domain';
import { aDocument } from '../a-document.fixture.ts';
import { classifyFederalRegisterDocument } from './classify-document.ts';

/** Who publishes, as the Federal Register names agencies and their parents. */
export const BY = {
  bis: ['Commerce Department', 'Industry and Security Bureau'],
  state: ['State Department'],
  ofac: ['Treasury Department', 'Foreign Assets Control Office'],
  cfius: ['Treasury Department', 'Investment Security Office'],
  dfars: ['Defense Department', 'Defense Acquisition Regulations System'],
  far: ['Defense Department', 'General Services Administration', 'National Aeronautics and Space Administration'],
  dod: ['Defense Department', 'Office of the Secretary'],
  fcc: ['Federal Communications Commission'],
  patents: ['Commerce Department', 'Patent and Trademark Office'],
  archives: ['National Archives and Records Administration', 'Information Security Oversight Office'],
  dhs: ['Homeland Security Department'],
  president: ['Executive Office of the President'],
} as const;

/** `15/744 15/774` as the CFR parts of a document. */
export function parts(printed: string): RegulatoryDocument['cfr'] {
  return printed.split(' ').map((one) => {
    const [title = '', part = ''] = one.split('/');
    return { title: Number(title), part };
  });
}

/** Type, instrument, stage and direction of the change a document is told by, or why it is told to nobody. */
export function verdictOf(fields: Partial<RegulatoryDocument>): string {
  const found = classifyFederalRegisterDocument(aDocument(fields), [], 'US-EAR');
  if (found.kind === 'dismissed') return 'dismissed';
  const { type, instrumentId, stage, direction } = found.main;
  return [type, instrumentId, stage, direction].join(' ');
}
