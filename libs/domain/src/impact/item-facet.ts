import type { ChangeFacts } from './change-facts.ts';
import { type ControlPath, type ControlRelation, relateControls } from './control-path.ts';
import type { Facet } from './facet.ts';
import type { PreparedProfile } from './prepared-profile.ts';

/** Relevance of a declared item, in hundredths, by where it stands to the item that changed. */
export const ITEM_WEIGHT: Readonly<Record<ControlRelation, number>> = {
  equal: 90,
  below: 90,
  above: 85,
  'same heading': 50,
};
/** Relevance of a declared item that a text only names. */
export const NAMED_ITEM_WEIGHT = 50;

const WORDS: Readonly<Record<ControlRelation, (declared: string, changed: string) => string>> = {
  equal: (declared) => `your item ${declared} changed`,
  below: (declared, changed) => `your item ${declared} stands under ${changed}`,
  above: (declared, changed) => `${changed} is covered by your ${declared}`,
  'same heading': (declared, changed) => `${changed} is under the same heading as your ${declared}`,
};

interface Relation {
  readonly relation: ControlRelation;
  readonly declared: ControlPath;
  readonly changed: ControlPath;
}

function relations(declared: readonly ControlPath[], changed: readonly ControlPath[]): Relation[] {
  return declared.flatMap((mine) =>
    changed.flatMap((theirs) => {
      const relation = relateControls(mine, theirs);
      return relation === undefined ? [] : [{ relation, declared: mine, changed: theirs }];
    }),
  );
}

function closest(found: readonly Relation[]): Relation | undefined {
  return found.toSorted((a, b) => ITEM_WEIGHT[b.relation] - ITEM_WEIGHT[a.relation])[0];
}

/** A declared item and the item that changed, by place in the control list; an item the text only names counts less. */
export function itemFacet(facts: ChangeFacts, { items }: PreparedProfile): Facet | undefined {
  const about = closest(relations(items, facts.items));
  if (about !== undefined) {
    const because = WORDS[about.relation](about.declared.printed, about.changed.printed);
    return { name: 'item', weight: ITEM_WEIGHT[about.relation], because, opens: true, implies: ['role'] };
  }
  const named = closest(relations(items, facts.namedItems).filter(({ relation }) => relation !== 'same heading'));
  if (named === undefined) return undefined;
  const because = `the text names ${named.changed.printed}, which your ${named.declared.printed} touches`;
  return { name: 'item', weight: NAMED_ITEM_WEIGHT, because, opens: true, implies: ['role'] };
}
