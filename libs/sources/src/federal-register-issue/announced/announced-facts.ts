import type { JsonObject } from '#domain';
import type { CheerioAPI } from '../../markup/index.ts';
import type { AnnouncedFact } from './announced-fact.ts';
import { announcedParties, listOf } from './announced-parties.ts';
import { announcedItems, announcedSection, announcedThreshold } from './announced-rules.ts';
import { instructionsWithPlace } from './instruction.ts';

/** A rule rarely orders more; the rest stays in its instructions. */
const MAX_FACTS = 1_000;

/** What the amendatory instructions of a document order, each fact once. */
export function announcedFacts($: CheerioAPI, document: ReturnType<CheerioAPI>): readonly JsonObject[] {
  const instructions = instructionsWithPlace($, document);
  const ofRules = instructions
    .filter((instruction) => listOf(instruction) === undefined)
    .flatMap((one) => [...announcedItems(one), ...announcedSection(one), ...announcedThreshold(one)]);
  const facts = [...announcedParties($, document, instructions), ...ofRules].map(asJson);
  const once = new Map(facts.map((fact) => [JSON.stringify(fact), fact]));
  return [...once.values()].slice(0, MAX_FACTS);
}

function asJson(fact: AnnouncedFact): JsonObject {
  return { ...fact };
}

const DESTINATIONS = /\bunder the (?:destinations?|countr(?:y|ies)) of\b/i;
const MAX_DESTINATIONS = 4_000;

/** Sentences of the preamble that say under which destinations entries stand, some with a count: `Canada (1), China (29)`. */
export function destinationsOf($: CheerioAPI, document: ReturnType<CheerioAPI>): string | undefined {
  const paragraphs = document.find('SUPLINF > P, SUM > P').toArray();
  const said = paragraphs.map((paragraph) => $(paragraph).text().replace(/\s+/g, ' ').trim());
  const found = said.filter((text) => DESTINATIONS.test(text)).join(' ');
  return found === '' ? undefined : found.slice(0, MAX_DESTINATIONS);
}

const SAVINGS = /\ben route aboard a carrier\b/i;

/** The paragraph of the preamble that lets shipments under way go on under the old rule. */
export function savingsClauseOf($: CheerioAPI, document: ReturnType<CheerioAPI>): string | undefined {
  const paragraphs = document.find('SUPLINF P').toArray();
  const said = paragraphs.map((paragraph) => $(paragraph).text().replace(/\s+/g, ' ').trim());
  return said.find((text) => SAVINGS.test(text))?.slice(0, MAX_DESTINATIONS);
}
