import type { Provision } from '#domain';
import { arabicLabel, kanjiNumber, NUMERAL, placeValueKanji } from '#time';
import { provisionsOfItem } from './item-list.ts';
import { childOf, childrenOf, descendantsOf, type LawNode, wordsOf } from './law-node.ts';
import { linesOf, numberOf, sentenceOf } from './printed-lines.ts';

const ROW = `(${NUMERAL}(?:の${NUMERAL})*)の項`;
const GOODS = new RegExp(`(?:輸出令|輸出貿易管理令)別表第一の${ROW}`);
const TECHNOLOGY = new RegExp(`(?:外為令|外国為替令)別表の${ROW}`);

/** The row of the goods or technology table whose limits these opening words announce. */
function specifiedBy(words: string): string | undefined {
  const plain = words.replace(/（[^（）]*）/g, '');
  const [goods, technology] = [GOODS.exec(plain)?.[1], TECHNOLOGY.exec(plain)?.[1]];
  if (goods !== undefined) return `${arabicLabel(goods)}の項`;
  return technology === undefined ? undefined : `外為令別表${arabicLabel(technology)}の項`;
}

function withRow(provisions: readonly Provision[]): readonly Provision[] {
  const specifies = specifiedBy(provisions[0]?.text ?? '');
  return specifies === undefined ? provisions : provisions.map((provision) => ({ ...provision, specifies }));
}

function ofParagraph(paragraph: LawNode, label: string, title: string, parent?: string): readonly Provision[] {
  const tables = childrenOf(paragraph).filter(({ tag }) => !/^(Item|Paragraph.*)$/.test(tag));
  const text = [sentenceOf(paragraph), ...tables.flatMap(linesOf)].filter((line) => line !== '').join('\n');
  const items = childrenOf(paragraph, 'Item').flatMap((item) => provisionsOfItem(item, title, 'item', label));
  return withRow([{ kind: 'item', label, ...(parent && { parent }), text, locator: label }, ...items]);
}

function ofArticle(article: LawNode): readonly Provision[] {
  const label = wordsOf(childOf(article, 'ArticleTitle')).trim();
  const caption = wordsOf(childOf(article, 'ArticleCaption')).trim();
  const [first, ...others] = childrenOf(article, 'Paragraph');
  const title = others.length === 0 ? label : `${label}第一項`;
  const [head, ...items] = first ? ofParagraph(first, label, title) : [];
  if (!head) return [{ kind: 'item', label, text: '', locator: label }];
  return [
    { ...head, ...(caption && { caption }) },
    ...items,
    ...others.flatMap((paragraph, at) => {
      const number = kanjiNumber(numberOf(paragraph)) ?? at + 2;
      const name = `${label}第${placeValueKanji(number)}項`;
      return ofParagraph(paragraph, name, name, label);
    }),
  ];
}

/**
 * Provisions of an ordinance whose articles list goods or technology: the article with its opening words, and each 号 and all
 * below it as items of their own, `第六条第十七号の二イ(1)`; of an article with several paragraphs `第十六条第二項第一号`.
 */
export function provisionsOfItemArticles(main: LawNode): readonly Provision[] {
  return descendantsOf(main, 'Article').flatMap(ofArticle);
}
