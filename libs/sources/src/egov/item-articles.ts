import type { Provision } from '#domain';
import { kanjiNumber, placeValueKanji } from '#time';
import { provisionsOfItem } from './item-list.ts';
import { childOf, childrenOf, descendantsOf, type LawNode, wordsOf } from './law-node.ts';
import { linesOf, numberOf, sentenceOf } from './printed-lines.ts';

function ofParagraph(paragraph: LawNode, label: string, title: string, parent?: string): readonly Provision[] {
  const tables = childrenOf(paragraph).filter(({ tag }) => !/^(Item|Paragraph.*)$/.test(tag));
  const text = [sentenceOf(paragraph), ...tables.flatMap(linesOf)].filter((line) => line !== '').join('\n');
  const items = childrenOf(paragraph, 'Item').flatMap((item) => provisionsOfItem(item, title, 'item', label));
  return [{ kind: 'item', label, ...(parent && { parent }), text, locator: label }, ...items];
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
