import type { Provision } from '#domain';
import { kanjiNumber, placeValueKanji } from '#time';
import { childOf, childrenOf, descendantsOf, type LawNode, wordsOf } from './law-node.ts';
import { linesOf, numberOf } from './printed-lines.ts';

/** An article's number as printed, `第四条`, without blanks of the layout. */
function titleOf(article: LawNode): string {
  return wordsOf(childOf(article, 'ArticleTitle')).trim();
}

function ofArticle(article: LawNode, prefix: string): Provision {
  const caption = wordsOf(childOf(article, 'ArticleCaption')).trim();
  const label = `${prefix}${titleOf(article)}`;
  const text = childrenOf(article)
    .filter((child) => !['ArticleTitle', 'ArticleCaption'].includes(child.tag))
    .flatMap(linesOf)
    .join('\n');
  return { kind: 'rule', label, text, locator: label, ...(caption && { caption }) };
}

function ofParagraph(paragraph: LawNode, prefix: string, alone: boolean): Provision {
  const number = kanjiNumber(numberOf(paragraph)) ?? kanjiNumber(paragraph.attr.Num ?? '');
  const label =
    alone || number === undefined || number > 9999 ? prefix || '本則' : `${prefix}第${placeValueKanji(number)}項`;
  return { kind: 'rule', label, text: linesOf(paragraph).join('\n'), locator: label };
}

/**
 * Articles of a main or supplementary provision, or its paragraphs where it has no articles. One unit an article: its
 * paragraphs and items are its text.
 * @param prefix stands before each label: empty for the main provision, `附則` for the supplementary one.
 */
export function provisionsOf(part: LawNode, prefix: string): readonly Provision[] {
  const articles = descendantsOf(part, 'Article');
  if (articles.length > 0) return articles.map((article) => ofArticle(article, prefix));
  const paragraphs = childrenOf(part, 'Paragraph');
  return paragraphs.map((paragraph) => ofParagraph(paragraph, prefix, paragraphs.length === 1));
}

/**
 * Paragraphs of the original 附則, `附則第三項`: some carry rules that live on for decades. A 附則 that an amending law appended
 * (`AmendLawNum`) belongs to that law and gives none; where e-Gov does not say whose each is, only the first is the
 * original. One in articles, as acts have it, only settles how the act itself enters into force, and gives none either.
 */
export function originalSupplement(lawBody: LawNode): readonly Provision[] {
  const [first] = childrenOf(lawBody, 'SupplProvision');
  const inParagraphs = first !== undefined && childrenOf(first, 'Article').length === 0;
  return inParagraphs && first.attr.AmendLawNum === undefined ? provisionsOf(first, '附則') : [];
}
