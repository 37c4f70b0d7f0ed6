import { isAboutAuthorisation, isMeant } from '../impact/authorisation-facet.ts';
import type { ChangeFacts } from '../impact/change-facts.ts';
import { type ControlPath, type ControlRelation, relateControls } from '../impact/control-path.ts';
import { isTouched } from '../impact/destination-facet.ts';
import { isInvestmentInstrument, touchesStake } from '../impact/investment-facet.ts';
import { scopeOf } from '../impact/role-obligation.ts';
import { mentions } from '../impact/search-terms.ts';
import { touchesHsCode } from '../impact/text-facets.ts';
import type { Declared } from './declared.ts';
import { changedItemKeys } from './item-keys.ts';
import { NEARNESS, namesAlike } from './names-alike.ts';
import { textKeys } from './text-keys.ts';
import { TOUCH } from './touch.ts';
import type { Touched } from './touched.ts';

const NAME_WAYS = {
  [NEARNESS.exact]: TOUCH.exactName,
  [NEARNESS.possible]: TOUCH.possibleName,
  [NEARNESS.weak]: TOUCH.weakName,
} as const;

const ITEM_WAYS: Readonly<Record<ControlRelation, number>> = {
  equal: TOUCH.itemInside,
  below: TOUCH.itemInside,
  above: TOUCH.itemAround,
  'same heading': TOUCH.itemBeside,
};

/** Marks every profile that the change touches by what it declares. Ownership is not among it: it must be added up. */
export function markTouched(declared: Declared, facts: ChangeFacts, touched: Touched): void {
  markNames(declared, facts, touched);
  markItems(declared, facts, touched);
  markListed(declared, facts, touched);
  markWords(declared, facts, touched);
  markReliance(declared, facts, touched);
  markScope(declared, facts, touched);
}

function markNames({ names, byName }: Declared, { parties }: ChangeFacts, touched: Touched): void {
  for (const [name, nearness] of namesAlike(names, parties)) touched.mark(byName.of(name), NAME_WAYS[nearness]);
}

function markItems({ items }: Declared, facts: ChangeFacts, touched: Touched): void {
  for (const [mine, profiles] of items.at(changedItemKeys([...facts.items, ...facts.namedItems]))) {
    const way = itemWay(mine, facts);
    if (way !== 0) touched.mark(profiles, way);
  }
}

function itemWay(mine: ControlPath, { items, namedItems }: ChangeFacts): number {
  let way = 0;
  for (const changed of items) {
    const relation = relateControls(mine, changed);
    if (relation !== undefined) way |= ITEM_WAYS[relation];
  }
  const isNamed = namedItems.some((named) => {
    const relation = relateControls(mine, named);
    return relation !== undefined && relation !== 'same heading';
  });
  return isNamed ? way | TOUCH.itemBeside : way;
}

function markListed(declared: Declared, facts: ChangeFacts, touched: Touched): void {
  for (const [destination, profiles] of declared.destinations.all()) {
    if (isTouched(destination, facts)) touched.mark(profiles, TOUCH.destination);
  }
  for (const [use, profiles] of declared.endUses.all()) {
    if (facts.endUses.has(use)) touched.mark(profiles, TOUCH.endUse);
  }
  const { instrumentId } = facts.change;
  const prefixes = Array.from(instrumentId, (_, end) => `${instrumentId.slice(0, end)}*`);
  for (const [, profiles] of declared.instruments.at([instrumentId, `${instrumentId}*`, ...prefixes])) {
    touched.mark(profiles, TOUCH.instrument);
  }
  for (const [code, profiles] of declared.hsCodes.at(facts.hsCodes.map((one) => one.slice(0, 4)))) {
    if (touchesHsCode(code, facts)) touched.mark(profiles, TOUCH.hsCode);
  }
}

function markWords(declared: Declared, facts: ChangeFacts, touched: Touched): void {
  const { regulatoryText, preambleText } = facts;
  const keys = textKeys(regulatoryText, preambleText);
  for (const [term, profiles] of declared.technologies.at(keys)) {
    if (mentions(regulatoryText, term) || mentions(preambleText, term)) touched.mark(profiles, TOUCH.technology);
  }
  for (const [term, profiles] of declared.keywords.at(keys)) {
    if (mentions(regulatoryText, term)) touched.mark(profiles, TOUCH.regulatoryKeyword);
    else if (mentions(preambleText, term)) touched.mark(profiles, TOUCH.preambleKeyword);
  }
  for (const [term, profiles] of declared.negativeKeywords.at(keys)) {
    if (mentions(regulatoryText, term) || mentions(preambleText, term)) touched.mark(profiles, TOUCH.ruledOut);
  }
}

function markReliance({ authorisations, stakes }: Declared, facts: ChangeFacts, touched: Touched): void {
  if (isAboutAuthorisation(facts)) {
    for (const [name, profiles] of authorisations.all()) {
      if (isMeant(name, facts)) touched.mark(profiles, TOUCH.authorisation);
    }
  }
  if (isInvestmentInstrument(facts.change.instrumentId)) {
    for (const [stake, profiles] of stakes.all()) {
      if (touchesStake(stake, facts)) touched.mark(profiles, TOUCH.investment);
    }
  }
}

function markScope({ handles, endUses }: Declared, { change }: ChangeFacts, touched: Touched): void {
  const scope = scopeOf(change.instrumentId);
  if (scope === undefined) return;
  for (const [kind, profiles] of handles.all()) {
    if (scope.handles.includes(kind)) touched.mark(profiles, TOUCH.handles);
  }
  for (const [use, profiles] of endUses.all()) {
    if (scope.endUses.includes(use)) touched.mark(profiles, TOUCH.scopingUse);
  }
}
