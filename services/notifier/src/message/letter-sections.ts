import { citationsOf, type DigestCard, decisionFor, redlineOfChange, sentenceOf } from '#digest';
import type { LegalDates } from '#domain';
import type { LetterSection } from './letter.ts';
import type { AlertContent } from './message.ts';
import { oneLine } from './one-line.ts';

type Fact = LetterSection['facts'][number];

const MOST_REASONS = 6;
const MOST_CITATIONS = 4;

/** One alert with what a reader needs to decide. */
export function alertSection({ change, impact }: AlertContent, publicUrl: string): LetterSection {
  const reasons = impact.reasons.filter(({ factor }) => factor === 'relevance' || factor === 'override');
  const redline = redlineOfChange(change)?.parts;
  return {
    headline: oneLine(sentenceOf(change)),
    url: changeUrl(publicUrl, change.changeId),
    facts: [
      { label: 'Impact', value: `${impact.band}, ${impact.score} of 100` },
      ...(impact.labels.length === 0 ? [] : [{ label: 'Note', value: impact.labels.join(', ') }]),
      ...reasons.slice(0, MOST_REASONS).map(({ because }) => ({ label: 'Why you', value: oneLine(because) })),
      ...datesOf(change.dates),
      { label: 'Decide', value: oneLine(decisionFor(change)) },
      ...sourcesOf(citationsOf(change)),
    ],
    ...(redline === undefined ? {} : { redline }),
  };
}

/** One alert among many: what it is and how heavy. */
export function burstSection({ change, impact }: AlertContent, publicUrl: string): LetterSection {
  return {
    headline: oneLine(sentenceOf(change)),
    url: changeUrl(publicUrl, change.changeId),
    facts: [{ label: 'Impact', value: `${impact.band}, ${impact.score} of 100` }],
  };
}

/** One card of a digest. */
export function digestSection(card: DigestCard, publicUrl: string): LetterSection {
  return {
    headline: oneLine(card.sentence),
    url: changeUrl(publicUrl, card.changeId),
    facts: [
      { label: 'Impact', value: `${card.band}, ${card.score} of 100` },
      { label: 'Decide', value: oneLine(card.decision) },
      ...sourcesOf(card.citations),
    ],
    ...(card.redline === undefined ? {} : { redline: card.redline.parts }),
  };
}

function changeUrl(publicUrl: string, changeId: string): string {
  return `${publicUrl}/changes/${encodeURIComponent(changeId)}`;
}

const DATES: readonly (readonly [keyof LegalDates, string])[] = [
  ['publishedOn', 'Published'],
  ['effectiveFrom', 'Effective from'],
  ['effectiveTo', 'Effective to'],
  ['complianceBy', 'Compliance by'],
  ['commentClose', 'Comments close'],
  ['savingsUntil', 'Savings clause until'],
];

function datesOf(dates: LegalDates): readonly Fact[] {
  return DATES.flatMap(([key, label]) => (dates[key] === undefined ? [] : [{ label, value: String(dates[key]) }]));
}

function sourcesOf(citations: DigestCard['citations']): readonly Fact[] {
  return citations.slice(0, MOST_CITATIONS).map(({ text, url, officialUrl }) => ({
    label: 'Source',
    value: `${oneLine(text)} ${oneLine(officialUrl ?? url)}`,
  }));
}
