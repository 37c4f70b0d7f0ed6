import type { SourceFamily } from '../source.ts';
import { isDocumentNumber, normalDocumentNumber } from './document-number.ts';
import { shortUrl } from './link.ts';
import { readFederalRegister } from './read.ts';
import { followFederalRegister, planPublicInspection, planSearch } from './request.ts';

function linkOf(fallback: string, subjectLabel: string): string {
  const number = normalDocumentNumber(subjectLabel);
  return isDocumentNumber(number) ? shortUrl(number) : fallback;
}

/**
 * Documents of the Federal Register by agency and CFR part (federalregister.gov API v1). `params.agencies`: agency slugs;
 * `params.cfr`: CFR parts as `15/744`; `params.types`: document types as `PRESDOCU`; `params.windowDays`: how far back each poll
 * looks; `params.fullText`, `params.fullTextDays`: of which parts' rules the full text is read, and for how long after print.
 */
export const federalRegister: SourceFamily = {
  family: 'federal-register',
  plan: planSearch,
  follow: followFederalRegister,
  read: (_source, capture) => readFederalRegister(capture),
  link: (source, subjectLabel) => linkOf(source.link, subjectLabel),
};

/**
 * Documents filed for public inspection, a business day or more before they are printed: the earliest sign of a rule,
 * which may already bind (44 U.S.C. 1507).
 */
export const federalRegisterPublicInspection: SourceFamily = {
  family: 'federal-register-public-inspection',
  plan: planPublicInspection,
  read: (_source, capture) => readFederalRegister(capture),
  link: (source, subjectLabel) => linkOf(source.link, subjectLabel),
};
