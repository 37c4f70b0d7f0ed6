import type { JsonObject } from '#domain';
import type { DocumentText } from './document-text.ts';

/** Facts a summary states beside the act its document is told by; each in the terms of the later change of the text. */
const SUMMARISED: readonly (readonly [type: string, words: RegExp])[] = [
  [
    'item.exception_eligibility_changed',
    /\b(?:remov\w+|eliminat\w+|restrict\w+|add\w*|expand\w*|creat\w+)\b[^.]{0,60}\blicense exceptions?\b(?: ([A-Z][\w ]{2,60}?)?\s*\(([A-Z]{2,4})\))?/i,
  ],
  ['entity.footnote_changed', /\bfootnote (\d)\b/i],
  ['rule.scope_changed', /\b(?:foreign|foreign-produced)[- ]+direct[- ]product\b|\bexpand\w*\b[^.]{0,60}\bscope\b/i],
];

const LICENSE = /\btemporary general license\b/i;
const LICENSE_ACTS: readonly (readonly [type: string, words: RegExp])[] = [
  ['authorisation.revoked', /\b(?:remov|revok|rescind|terminat|end)(?:e?s|ing|ed)?\b/i],
  ['authorisation.extended', /\b(?:extend|renew|reissu)(?:e?s|ing|ed)?\b/i],
  ['authorisation.issued', /\b(?:establish|creat|issu|add|provid|includ)(?:e?s|ing|ed)?\b/i],
];

function licenseFact(text: string): readonly JsonObject[] {
  if (!LICENSE.test(text)) return [];
  const type = LICENSE_ACTS.find(([, words]) => words.test(text))?.[0];
  return type === undefined ? [] : [{ type, name: 'Temporary General License' }];
}

/** Announced facts of the document's own sentences, each type once. Empty for a proposal: what it would do is not announced as done. */
export function announcedInSummary({ own, sentences, document }: DocumentText): readonly JsonObject[] {
  if (document.documentType === 'Proposed Rule') return [];
  const facts = SUMMARISED.flatMap(([type, words]): JsonObject[] => {
    const match = words.exec(own);
    if (match === null) return [];
    const code = match[2] ?? (type === 'entity.footnote_changed' ? match[1] : undefined);
    return [{ type, ...(code === undefined ? {} : { code }) }];
  });
  const license = sentences.filter(({ text }) => own.includes(text)).flatMap(({ text }) => licenseFact(text));
  return [...facts, ...license.slice(0, 1)];
}

const POLICY = '(?:a )?(presumption of denial|policy of denial|presumption of approval|case-by-case)(?: review)?';
const REVIEW = new RegExp(`\\bfrom (?:a )?${POLICY}\\b[^.]{0,40}?\\bto (?:a )?${POLICY}`, 'i');

/** How licenses were judged and how they are now, where the summary says both. */
export function reviewPolicyIn({ own }: DocumentText): JsonObject {
  const [, old, now] = REVIEW.exec(own) ?? [];
  return old === undefined || now === undefined
    ? {}
    : { oldReviewPolicy: old.toLowerCase(), reviewPolicy: now.toLowerCase() };
}
