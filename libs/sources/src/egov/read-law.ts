import type { Provision, ReadOutcome } from '#domain';
import { decodeText } from '../markup/index.ts';
import type { CapturedBytes } from '../source.ts';
import { provisionsOfItemArticles } from './item-articles.ts';
import { type ParsedAnswer, parseLawJson, type RevisionInfo } from './law-json.ts';
import { childOf, childrenOf, descendantsOf, firstDescendant, type LawNode, wordsOf } from './law-node.ts';
import { revisionOf } from './law-revision.ts';
import { parseLawXml } from './law-xml.ts';
import { originalSupplement, provisionsOf } from './main-provisions.ts';
import { CONTROL_ORDERS, type OrderTerms } from './order-terms.ts';
import { provisionsOfTable } from './table-provisions.ts';

/** More units than any law has; above it the body is something else. */
const MAX_PROVISIONS = 20_000;

/** Appended parts that hold rules: tables, notes, formats. */
const APPENDED = /^Appdx(Table|Note|Style|Format)?$/;

type Held = Extract<ReadOutcome, { readonly because: string }>;

/**
 * Reads one answer of the e-Gov 法令API as a text: 法令標準XML, or the JSON tree of API v2 with or without its envelope. A
 * document cut short or a table missing is `implausible`; what is no law at all is `structure_changed`. Never throws.
 */
export function readLaw(capture: CapturedBytes): ReadOutcome {
  const decoded = decodeText(capture.bytes, capture.mediaType);
  if (!decoded.ok) return held('implausible', decoded.because);
  const text = decoded.text.trimStart();
  const parsed: ParsedAnswer = text.startsWith('<') ? parseLawXml(text) : parseLawJson(text);
  const isLaw = /<Law[\s>]|"tag"\s*:\s*"Law"|"law_full_text"/.test(text);
  if (!parsed.ok) return held(isLaw ? 'implausible' : 'structure_changed', parsed.because);
  const law = firstDescendant(parsed.root, 'Law');
  if (!law) return held('structure_changed', `no Law element, the root is ${parsed.root.tag.slice(0, 40)}`);
  return readingOf(law, infoOf(parsed), capture);
}

function infoOf(parsed: ParsedAnswer): RevisionInfo {
  return parsed.info ?? {};
}

function readingOf(law: LawNode, info: RevisionInfo, capture: CapturedBytes): ReadOutcome {
  const body = childOf(law, 'LawBody');
  const main = body && childOf(body, 'MainProvision');
  const title = body && wordsOf(childOf(body, 'LawTitle')).trim();
  if (!main || !title) return held('structure_changed', `${main ? 'LawTitle' : 'MainProvision'} is missing`, 'LawBody');
  const order = CONTROL_ORDERS[wordsOf(childOf(law, 'LawNum')).trim()];
  const articles = order?.articlesHoldItems ? provisionsOfItemArticles(main) : provisionsOf(main, '');
  if (articles.length === 0) return held('structure_changed', 'MainProvision holds no article', 'MainProvision');
  const tables = childrenOf(body).filter((part) => APPENDED.test(part.tag));
  const units = [
    ...articles,
    ...originalSupplement(body),
    ...tables.flatMap((table) => provisionsOfTable(table, order)),
  ];
  const fault = faultOf(units, order);
  if (fault) return fault;
  const revision = revisionOf(capture.url, info, newestSupplement(body), capture.retrievedAt);
  return { kind: 'read', reading: { kind: 'text', title, lang: 'ja', provisions: withUniqueLabels(units), revision } };
}

/** Opening sentence of the 附則 appended last, which says when the amendment takes effect, and the law that brought each. */
function newestSupplement(body: LawNode): { readonly clause: string; readonly amendLawNums: readonly string[] } {
  const supplements = childrenOf(body, 'SupplProvision');
  const newest = supplements.at(-1);
  const [sentence] = newest ? descendantsOf(newest, 'Sentence') : [];
  const amendLawNums = supplements.flatMap((supplement) => supplement.attr.AmendLawNum ?? []);
  return { clause: wordsOf(sentence).slice(0, 500), amendLawNums };
}

function faultOf(units: readonly Provision[], order: OrderTerms | undefined): Held | undefined {
  if (units.length > MAX_PROVISIONS) return held('implausible', `${units.length} units are more than any law has`);
  if (units.some((unit) => unit.label === '')) return held('structure_changed', 'an article has no ArticleTitle');
  const empty = Object.entries(order?.tables ?? {})
    .filter(([, terms]) => terms.rowsHoldItems)
    .find(([title]) => !units.some((unit) => unit.locator.startsWith(`${title} `)));
  return empty && held('implausible', `${empty[0]} is missing or has no rows`, empty[0]);
}

/** A label printed twice would make two units one; the later ones are told apart and flagged. */
function withUniqueLabels(units: readonly Provision[]): readonly Provision[] {
  const seen = new Map<string, number>();
  return units.map((unit) => {
    const count = (seen.get(unit.label) ?? 0) + 1;
    seen.set(unit.label, count);
    if (count === 1) return unit;
    return { ...unit, label: `${unit.label}〔${count}〕`, doubt: `the label ${unit.label} is printed ${count} times` };
  });
}

function held(kind: Held['kind'], because: string, locator?: string): Held {
  return { kind, because, ...(locator !== undefined && { locator }) };
}
