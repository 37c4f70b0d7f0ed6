import type { JsonObject } from '#domain';
import type { Sentence } from '../federal-register/sentences.ts';

/** Titles of orders, settlements and convictions. */
const ENFORCEMENT =
  /\bpenalt(?:y|ies)\b|\benforcement (?:action|settlement)|\bsettle(?:s|ment|ments)\b|\bdenial order|\bden(?:y|ies|ying) export privileges|\bexport privileges (?:denied|of)\b|\bpleads? guilty|\bsentenced\b|\bindict\w*|\bconvicted\b|\bcharged\b|\bagrees? to pay\b|\bfined\b/i;
/** A title about penalties in general: how they are set, not on whom one was laid. */
const GENERAL = /\b(?:polic(?:y|ies)|guidelines?|guidance|memorandum|framework|inflation|proposed rule)\b/i;

const AMOUNT = /\$\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:million|billion|thousand))?/i;
/** Connecting words in either case: titles are printed both ways. */
const either = (words: string): string => words.replace(/\b[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`);
const ENDS = `(?=\\s+(?:${either('for|over|after|related|relating|in connection|to resolve|to settle|following|regarding|due')})\\b|$)`;
const PARTY: readonly RegExp[] = [
  /^(.{2,160}?)\s+(?:agrees? to pay|to pay|pleads? guilty|sentenced|charged|indicted|convicted|fined)\b/i,
  new RegExp(`\\b(?:${either('with|against|on|upon|of')})\\s+([A-Z0-9][^;:]{1,160}?)${ENDS}`),
];

/** Who does it is no party: `BIS Reaches …`, `Department of Commerce Imposes …`. */
const AUTHORITY = /^(?:the )?(?:bis|bureau of industry|(?:u\.s\. )?department of commerce|commerce)\b/i;

function partyIn(title: string): string | undefined {
  return PARTY.map((pattern) => pattern.exec(title)?.[1]?.trim()).find(
    (party) => party !== undefined && !AUTHORITY.test(party),
  );
}

/**
 * The order or penalty a release tells of: against whom, and the amount as printed, by the title and else by the first sentence
 * with one. `undefined` for a release of another kind.
 */
export function enforcementOfRelease(
  title: string,
  sentences: readonly Sentence[],
): { readonly facts: JsonObject; readonly sentence?: Sentence } | undefined {
  if (!ENFORCEMENT.test(title) || GENERAL.test(title)) return undefined;
  const party = partyIn(title);
  const priced = sentences.find(({ text }) => AMOUNT.test(text));
  const amount = AMOUNT.exec(title)?.[0] ?? (priced && AMOUNT.exec(priced.text)?.[0]);
  const sentence = priced ?? sentences[0];
  return {
    facts: { ...(party ? { party } : {}), ...(amount ? { amount } : {}) },
    ...(sentence ? { sentence } : {}),
  };
}
