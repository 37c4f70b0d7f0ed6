import { findEnglishDates } from './english-date.ts';

/** What a savings clause lets go on: shipments under way on a day, as long as they end by another. Washington dates. */
export interface SavingsClause {
  /** Last day on which a shipment had to be under way. */
  readonly enRouteOn?: string;
  /** Last day of relief; absent where the clause names none. */
  readonly savingsUntil?: string;
}

/** `en route aboard a carrier to a port of export ... on March 28, 2023`: the words of the Bureau of Industry and Security. */
const EN_ROUTE = /\b(?:en route|on dock|aboard)\b/i;
const UNTIL =
  /\b(?:before midnight,?(?: on)?|no later than(?: on)?|not later than|on or before|prior to|until|completed by|before|by)\s+(?=[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})/;
const ON = /\b(?:on|as of)\s+(?=[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})/;

function dateAt(text: string, lead: RegExp): string | undefined {
  const match = lead.exec(text);
  return match === null
    ? undefined
    : findEnglishDates(text.slice(match.index + match[0].length, match.index + 80))[0]?.on;
}

/** Reads the paragraph of a savings clause. Text of another kind gives an empty answer; never throws. */
export function parseSavingsClause(text: string): SavingsClause {
  const clause = text.replace(/\s+/g, ' ').slice(0, 10_000);
  if (!EN_ROUTE.test(clause)) return {};
  const enRoute = clause.slice(clause.search(EN_ROUTE));
  const [on, until] = [dateAt(enRoute, ON), dateAt(enRoute, UNTIL)];
  return { ...(on ? { enRouteOn: on } : {}), ...(until ? { savingsUntil: until } : {}) };
}
