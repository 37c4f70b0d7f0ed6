import { isDocumentNumber, normalDocumentNumber } from '../federal-register/document-number.ts';
import { shortUrl } from '../federal-register/link.ts';
import type { SourceFamily } from '../source.ts';
import { readIssue } from './read.ts';
import { followIssues, planIssues } from './request.ts';

/**
 * Whole daily issues of the Federal Register as XML (govinfo.gov bulk data): the printed documents with their amendatory
 * instructions and tables, a second channel beside the search. `params.agencies`: agencies whose documents are read, as the
 * table of contents names them; `params.cfr`: CFR parts as `15/744`; `params.issues`: how many of the newest issues to ask for.
 */
export const federalRegisterIssue: SourceFamily = {
  family: 'federal-register-issue',
  plan: planIssues,
  follow: followIssues,
  read: readIssue,
  link: (source, subjectLabel) => {
    const number = normalDocumentNumber(subjectLabel);
    return isDocumentNumber(number) ? shortUrl(number) : source.link;
  },
};
