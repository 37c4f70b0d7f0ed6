import { AUTHORISATION_WEIGHT } from '../impact/authorisation-facet.ts';
import type { ChangeFacts } from '../impact/change-facts.ts';
import { COUNTERPARTY_WEIGHT } from '../impact/counterparty-facet.ts';
import { destinationWeight } from '../impact/destination-facet.ts';
import type { Facet, FacetName } from '../impact/facet.ts';
import { INSTRUMENT_WEIGHT } from '../impact/instrument-facet.ts';
import { INVESTMENT_WEIGHT } from '../impact/investment-facet.ts';
import { ITEM_WEIGHT } from '../impact/item-facet.ts';
import { OWNERSHIP_WEIGHT } from '../impact/ownership-facet.ts';
import { impliedByScope, ROLE_WEIGHT, SCOPE_WEIGHT } from '../impact/role-facet.ts';
import { TEXT_WEIGHT } from '../impact/text-facets.ts';

/** Ways in which a change touches a profile, each a bit: all that the score depends on besides the change. */
export const TOUCH = {
  exactName: 1 << 0,
  possibleName: 1 << 1,
  weakName: 1 << 2,
  authorisation: 1 << 3,
  ownership: 1 << 4,
  investment: 1 << 5,
  itemInside: 1 << 6,
  itemAround: 1 << 7,
  itemBeside: 1 << 8,
  destination: 1 << 9,
  technology: 1 << 10,
  regulatoryKeyword: 1 << 11,
  preambleKeyword: 1 << 12,
  endUse: 1 << 13,
  hsCode: 1 << 14,
  instrument: 1 << 15,
  /** A word of the text is ruled out. */
  ruledOut: 1 << 16,
  /** Every declared destination is excepted. */
  excepted: 1 << 17,
  handles: 1 << 18,
  scopingUse: 1 << 19,
  role: 1 << 20,
} as const;

type Part = readonly [name: FacetName, weight: number, opens?: boolean, implies?: readonly FacetName[]];

function partyParts(touched: number): Part[] {
  if (touched & TOUCH.exactName) return [['counterparty', COUNTERPARTY_WEIGHT.exact]];
  if (touched & TOUCH.possibleName) return [['counterparty', COUNTERPARTY_WEIGHT.possible]];
  return touched & TOUCH.weakName ? [['counterparty', COUNTERPARTY_WEIGHT.weak]] : [];
}

function relianceParts(touched: number): Part[] {
  return [
    ...(touched & TOUCH.authorisation ? [['authorisation', AUTHORISATION_WEIGHT, true, ['role']] as const] : []),
    ...(touched & TOUCH.ownership ? [['ownership', OWNERSHIP_WEIGHT] as const] : []),
    ...(touched & TOUCH.investment ? [['investment', INVESTMENT_WEIGHT, true, ['role']] as const] : []),
  ];
}

function itemParts(touched: number): Part[] {
  if (touched & TOUCH.itemInside) return [['item', ITEM_WEIGHT.equal, true, ['role']]];
  if (touched & TOUCH.itemAround) return [['item', ITEM_WEIGHT.above, true, ['role']]];
  return touched & TOUCH.itemBeside ? [['item', ITEM_WEIGHT['same heading'], true, ['role']]] : [];
}

function scopeParts(touched: number): Part[] {
  const isInScope = (touched & TOUCH.role) !== 0 && (touched & (TOUCH.handles | TOUCH.scopingUse)) !== 0;
  if (!isInScope) return [];
  const isEndUse = (touched & TOUCH.handles) === 0;
  return [['scope', SCOPE_WEIGHT, true, impliedByScope(isEndUse, (touched & TOUCH.instrument) !== 0)]];
}

function textParts(touched: number): Part[] {
  const words = touched & TOUCH.ruledOut ? 0 : touched;
  const keyword: Part[] =
    words & TOUCH.regulatoryKeyword
      ? [['keyword', TEXT_WEIGHT.regulatoryKeyword]]
      : words & TOUCH.preambleKeyword
        ? [['keyword', TEXT_WEIGHT.preambleKeyword]]
        : [];
  return [
    ...(words & TOUCH.technology ? [['technology', TEXT_WEIGHT.technology] as const] : []),
    ...keyword,
    ...(touched & TOUCH.endUse ? [['end use', TEXT_WEIGHT.endUse] as const] : []),
    ...(touched & TOUCH.hsCode ? [['HS code', TEXT_WEIGHT.hsCode] as const] : []),
  ];
}

function standingParts(touched: number): Part[] {
  const subscribed = (touched & TOUCH.instrument) !== 0;
  const roleWeight = subscribed ? ROLE_WEIGHT.subscribed : ROLE_WEIGHT.alone;
  return [
    ...(touched & TOUCH.role ? [['role', roleWeight, subscribed, ['instrument']] as const] : []),
    ...(subscribed ? [['instrument', INSTRUMENT_WEIGHT] as const] : []),
  ];
}

function resemblanceOf(name: FacetName, weight: number): Pick<Facet, 'resemblance'> {
  if (name !== 'counterparty' || weight === COUNTERPARTY_WEIGHT.exact) return {};
  return { resemblance: weight === COUNTERPARTY_WEIGHT.possible ? 'possible' : 'weak' };
}

/** The facets that `facetsOf` finds in a profile touched in these ways, heaviest first, without their words. */
export function facetsTouched(touched: number, facts: ChangeFacts): readonly Facet[] {
  const parts: Part[] = [
    ...partyParts(touched),
    ...relianceParts(touched),
    ...itemParts(touched),
    ...(touched & TOUCH.destination ? [['destination', destinationWeight(facts)] as const] : []),
    ...scopeParts(touched),
    ...textParts(touched),
    ...standingParts(touched),
  ];
  return parts
    .map(([name, weight, opens = true, implies = []]) => ({
      name,
      weight,
      because: '',
      opens,
      implies,
      ...resemblanceOf(name, weight),
    }))
    .toSorted((a, b) => b.weight - a.weight);
}
