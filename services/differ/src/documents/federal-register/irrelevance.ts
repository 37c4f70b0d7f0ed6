import type { DocumentText } from './document-text.ts';

interface Irrelevant {
  readonly because: string;
  readonly title?: RegExp;
  /** Looked for in title and abstract together. */
  readonly anywhere?: RegExp;
  /** Words that, where the others were looked for, make the document relevant after all. */
  readonly unless?: RegExp;
  /** A rule may speak of a meeting or a form in its title and still be a rule. */
  readonly noticesOnly?: true;
}

/** Documents of watched agencies that change no rule, list or licence, in the words the Federal Register gives them. */
const IRRELEVANT: readonly Irrelevant[] = [
  {
    because: 'asks for clearance of a form (Paperwork Reduction Act)',
    title: /information collection|submission for omb review|paperwork reduction act/i,
    noticesOnly: true,
  },
  { because: 'describes a system of records (Privacy Act)', title: /privacy act of 1974|systems? of records/i },
  {
    because: 'names members of a performance review board',
    title: /performance review boards?|senior executive service/i,
  },
  {
    because: 'concerns the membership or charter of an advisory body',
    title:
      /\b(?:advisory (?:committees?|group|council|board)|export council|subcommittee|charter)\b|recruitment of members|(?:solicitation|request|call) (?:of|for) nominations/i,
    noticesOnly: true,
  },
  {
    because: 'announces a meeting or an event',
    title:
      /\b(?:virtual forum|forum|conference|workshop|webinar|symposium|public hearing|public briefing|listening session|roundtable)\b|\b(?:notice of|open|closed|public)\b[^;]{0,40}\bmeetings?\b|\bmeetings?\s*$|\bsunshine act\b/i,
    unless: /\bplenary\b/i,
    noticesOnly: true,
  },
  {
    because: 'reports an arms sale between governments to the Congress',
    title: /\barms sales? notifications?\b/i,
  },
  {
    because: 'concerns imports under section 232, with no test of foreign ownership',
    anywhere: /\bsection 232\b|trade expansion act of 1962|bis\.doc\.gov\/232/i,
    unless: /(?:foreign|american)-owned|export administration regulations/i,
  },
  {
    because: 'concerns the Chemical Weapons Convention alone, no export rule',
    anywhere: /chemical weapons convention/i,
    unless: /export administration regulations|commerce control list|export control/i,
  },
  {
    because: 'concerns priorities of defense orders or the stockpile, no export rule',
    anywhere: /defense priorities and allocations|national defense stockpile|offsets? agreements|offsets in military/i,
    unless: /export administration regulations/i,
  },
];

/** @returns why the document concerns no watched instrument whatever its agency, or `undefined`. */
export function irrelevanceOf({ title, all, document }: DocumentText): string | undefined {
  const isRule = /\brule$/i.test(document.documentType ?? '');
  return IRRELEVANT.find(({ title: byTitle, anywhere, unless, noticesOnly }) => {
    if (isRule && noticesOnly) return false;
    const words = byTitle ? title : `${title} ${all}`;
    return (byTitle ?? anywhere)?.test(words) === true && unless?.test(words) !== true;
  })?.because;
}
