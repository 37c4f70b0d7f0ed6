import type { Provision } from '#domain';
import { countriesOf, provisionsOfCountries } from './country-list.ts';
import { provisionsOfItem } from './item-list.ts';
import { provisionsOfItemRows } from './item-rows.ts';
import { childOf, childrenOf, descendantsOf, type LawNode, wordsOf } from './law-node.ts';
import { CATCH_ALL, type OrderTerms, type TableTerms } from './order-terms.ts';
import { linesOf, numberOf, sentenceOf } from './printed-lines.ts';
import { provisionsOfRows, rowsOf } from './row-table.ts';

/** Name of a table without the note beside it: `別表第一`. */
function titleOf(table: LawNode): string {
  return /^[^\s（(]*/.exec(wordsOf(childOf(table, `${table.tag}Title`)).trim())?.[0] ?? '';
}

function ofTable(
  table: LawNode,
  title: string,
  terms: TableTerms | undefined,
  kind: 'item' | 'rule',
): readonly Provision[] {
  const rows = rowsOf(table);
  return terms?.rowsHoldItems ? provisionsOfItemRows(rows, title) : provisionsOfRows(rows, title, kind);
}

function ofItem(item: LawNode, title: string, kind: 'item' | 'rule'): readonly Provision[] {
  if (numberOf(item) !== '') return provisionsOfItem(item, title, kind);
  const countries = countriesOf(sentenceOf(item));
  if (countries) return provisionsOfCountries(countries, title);
  return [{ kind, label: title, text: linesOf(item).join('\n'), locator: title }];
}

/** What stands in a table beside rows and items: remarks, or free text under the table's own name. */
function ofRest(parts: readonly LawNode[], title: string): readonly Provision[] {
  const remarks = parts.flatMap((part) => (part.tag === 'Remarks' ? [part] : descendantsOf(part, 'Remarks')));
  const free = parts.filter((part) => !/(Title|Remarks|TableStruct|Item|RelatedArticleNum)$/.test(part.tag));
  const unit = (label: string, nodes: readonly LawNode[]): readonly Provision[] => {
    const text = nodes.flatMap(linesOf).join('\n');
    return text === '' ? [] : [{ kind: 'rule', label, text, locator: label }];
  };
  return [...unit(`${title}備考`, remarks), ...unit(title, free)];
}

function withTerms(provision: Provision, terms: TableTerms | undefined): Provision {
  const catchAll = terms?.rowsHoldItems && provision.label.startsWith(CATCH_ALL.row);
  const instrumentId = catchAll ? CATCH_ALL.instrumentId : terms?.instrumentId;
  return {
    ...provision,
    ...(instrumentId && { instrumentId }),
    ...(terms?.additionEffect && provision.kind !== 'rule' && { additionEffect: terms.additionEffect }),
  };
}

/** All units of one 別表 (or other appended table), labelled as the law cites them. */
export function provisionsOfTable(table: LawNode, order: OrderTerms | undefined): readonly Provision[] {
  const title = titleOf(table) || '別表';
  const terms = order?.tables[title];
  const kind = order && table.tag === 'AppdxTable' ? 'item' : 'rule';
  const parts = childrenOf(table);
  const units = parts.flatMap((part) => {
    if (part.tag === 'TableStruct') return ofTable(part, title, terms, kind);
    return part.tag === 'Item' ? ofItem(part, title, kind) : [];
  });
  return [...units, ...ofRest(parts, title)].map((provision) => withTerms(provision, terms));
}
