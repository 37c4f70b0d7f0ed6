import type { Direction, LegalDates, Quote, RegulatoryDocument, Stage } from '#domain';
import type { Classification, Meaning } from '../classification.ts';
import { isJsonObject } from '../json-object.ts';
import { concernsTradeControl, instrumentOfTitle } from './instrument-of-title.ts';

const STAGES: readonly (readonly [Stage, RegExp])[] = [
  ['announced', /閣議決定/],
  ['proposed', /意見募集|意見公募|パブリック(?:・)?コメント|改正案/],
  ['guidance', /Q&A|よくある質問|ガイドライン|ガイダンス|手引|説明会|解説/],
  ['final', /改正|制定|公布|施行|追加|指定|実施|措置/],
];

/** How far the measure of a title has come; a cabinet decision precedes promulgation and is not law yet. */
function stageOf(title: string): Stage {
  const words = title.normalize('NFKC');
  return STAGES.find(([, pattern]) => pattern.test(words))?.[0] ?? 'announced';
}

function directionOf(title: string): Direction {
  if (/解除|緩和|撤廃/.test(title)) return 'loosen';
  return /制裁|禁止|追加的|規制強化/.test(title) ? 'tighten' : 'unknown';
}

/** Dates printed in the block of an amendment: 閣議決定, 公布, 施行. */
function blockDates(document: RegulatoryDocument): LegalDates {
  const { block } = document.details;
  const day = (name: string) => {
    const printed = isJsonObject(block) ? block[name] : undefined;
    return typeof printed === 'string' ? printed : undefined;
  };
  const [decided, promulgated] = [day('decidedOn'), day('promulgatedOn')];
  return {
    ...(decided ? { announcedOn: decided } : {}),
    ...((promulgated ?? document.publishedOn) ? { publishedOn: promulgated ?? document.publishedOn ?? '' } : {}),
    ...(document.effectiveOn ? { effectiveFrom: document.effectiveOn } : {}),
  };
}

function quotesOf(document: RegulatoryDocument): readonly Quote[] {
  return [
    { side: 'after', locator: document.locator, quote: document.quote },
    ...(document.summary
      ? [{ side: 'after' as const, locator: `${document.locator}, summary`, quote: document.summary }]
      : []),
  ];
}

/**
 * What an entry of METI's release feed or amendment log means. The amendment log holds nothing but trade control; of the
 * releases only those that concern it are told. Pure.
 */
export function classifyMetiEntry(document: RegulatoryDocument, family: string, instrumentId: string): Classification {
  const words = `${document.title} ${document.summary ?? ''}`;
  if ((family === 'meti-news' || family === 'meti-press') && !concernsTradeControl(words)) {
    return {
      kind: 'dismissed',
      because: '安全保障貿易管理に関する語がない: the release names nothing of trade control',
    };
  }
  const isDecision = /閣議決定/.test(document.title);
  const main: Meaning = {
    type: 'document.published',
    instrumentId: instrumentOfTitle(document.title) ?? instrumentOfTitle(words) ?? instrumentId,
    stage: stageOf(document.title),
    direction: directionOf(document.title),
    dates: {
      ...blockDates(document),
      ...(isDecision && document.publishedOn ? { announcedOn: document.publishedOn } : {}),
    },
    lineage: {},
    facts: {
      title: document.title,
      url: document.url,
      ...(document.publishedOn ? { date: document.publishedOn } : {}),
      ...(document.summary ? { summary: document.summary } : {}),
      ...(document.details.block ? { block: document.details.block } : {}),
    },
    quotes: quotesOf(document),
  };
  return { kind: 'relevant', main, further: [] };
}
