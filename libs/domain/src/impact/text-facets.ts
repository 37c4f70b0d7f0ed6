import type { ChangeFacts } from './change-facts.ts';
import type { Facet } from './facet.ts';
import type { PreparedProfile } from './prepared-profile.ts';
import { mentions } from './search-terms.ts';

/** Relevance of words found in a change, in hundredths. */
export const TEXT_WEIGHT = {
  technology: 70,
  regulatoryKeyword: 50,
  preambleKeyword: 25,
  endUse: 50,
  hsCode: 40,
} as const;

/** @returns true when a word the subscriber ruled out occurs: matches on words alone are then dropped. */
function isRuledOut(facts: ChangeFacts, { negativeKeywords }: PreparedProfile): boolean {
  return negativeKeywords.some((term) => mentions(facts.regulatoryText, term) || mentions(facts.preambleText, term));
}

/** A technology tag found in the text under any of its usual names. */
export function technologyFacet(facts: ChangeFacts, prepared: PreparedProfile): Facet | undefined {
  if (isRuledOut(facts, prepared)) return undefined;
  const tag = prepared.technologies.find(
    (term) => mentions(facts.regulatoryText, term) || mentions(facts.preambleText, term),
  );
  if (tag === undefined) return undefined;
  return {
    name: 'technology',
    weight: TEXT_WEIGHT.technology,
    because: `the text speaks of ${tag.printed}`,
    opens: true,
    implies: [],
  };
}

/** A keyword in the operative text, or, weaker, only in title or summary. */
export function keywordFacet(facts: ChangeFacts, prepared: PreparedProfile): Facet | undefined {
  if (isRuledOut(facts, prepared)) return undefined;
  const operative = prepared.keywords.find((term) => mentions(facts.regulatoryText, term));
  const common = { name: 'keyword', opens: true, implies: [] } as const;
  if (operative !== undefined) {
    return {
      ...common,
      weight: TEXT_WEIGHT.regulatoryKeyword,
      because: `"${operative.printed}" stands in the regulatory text`,
    };
  }
  const preamble = prepared.keywords.find((term) => mentions(facts.preambleText, term));
  if (preamble === undefined) return undefined;
  return {
    ...common,
    weight: TEXT_WEIGHT.preambleKeyword,
    because: `"${preamble.printed}" stands in the title or summary`,
  };
}

/** An end use the subscriber declared and the text speaks of. */
export function endUseFacet(facts: ChangeFacts, { profile }: PreparedProfile): Facet | undefined {
  const use = profile.endUses.find((one) => facts.endUses.has(one));
  if (use === undefined) return undefined;
  const because = `the text concerns the end use ${use.replaceAll('_', ' ')}`;
  return { name: 'end use', weight: TEXT_WEIGHT.endUse, because, opens: true, implies: [] };
}

/** @returns true when a declared code begins with, or is the beginning of, a code of the change; four digits at least. */
export function touchesHsCode(declared: string, { hsCodes }: ChangeFacts): boolean {
  const digits = declared.replace(/\D/g, '');
  return (
    digits.length >= 4 &&
    hsCodes.some((code) => code.startsWith(digits) || (code.length >= 4 && digits.startsWith(code)))
  );
}

/** A declared HS code that begins with, or is the beginning of, a code of the change; four digits at least. */
export function hsCodeFacet(facts: ChangeFacts, { profile }: PreparedProfile): Facet | undefined {
  const declared = profile.hsCodes.find((mine) => touchesHsCode(mine, facts));
  if (declared === undefined) return undefined;
  return {
    name: 'HS code',
    weight: TEXT_WEIGHT.hsCode,
    because: `HS ${declared} is in the change`,
    opens: true,
    implies: [],
  };
}
