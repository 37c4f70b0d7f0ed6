import type { Digest, ItemChangeRow, ListChangeRow, PipelineThread, SidePair } from '../digest.ts';
import { cardText, deadlineText } from './card-text.ts';
import { headerText } from './header-text.ts';
import { bullet, citationLine, oneLine, row, section } from './layout.ts';

function listRow({ sign, list, country, entity, requirement, policy, citations }: ListChangeRow): readonly string[] {
  return [row(sign, list, country, entity, requirement, policy), ...citations.slice(0, 1).map(citationLine)];
}

function itemRow({ arrow, code, before, after, unit, citations }: ItemChangeRow): readonly string[] {
  return [row(arrow, code, before, after, unit), ...citations.slice(0, 1).map(citationLine)];
}

function threadText({ thread, steps }: PipelineThread): readonly string[] {
  const lines = steps.flatMap(({ step, publishedOn, earlier, ...line }) => [
    `  ${publishedOn ?? 'undated'} ${step}${earlier ? ' (told before)' : ''}`,
    ...bullet(line).map((text) => `  ${text}`),
  ]);
  return [oneLine(thread), ...lines];
}

function pairText({ topic, us, jp, usStatus, jpStatus, gap }: SidePair): readonly string[] {
  const side = (name: string, lines: SidePair['us']) => lines.map(({ sentence }) => `  ${name}: ${oneLine(sentence)}`);
  const status = [`  US stands: ${oneLine(usStatus)}`, `  JP stands: ${oneLine(jpStatus)}`];
  return [topic, ...side('US', us), ...side('JP', jp), ...status, `  Gap: ${gap}`];
}

function tables(digest: Digest): readonly string[] {
  const { listChanges, itemChanges } = digest;
  const listHead = listChanges.length > 0 ? [row('±', 'list', 'country', 'entity', 'requirement', 'policy')] : [];
  const itemHead = itemChanges.length > 0 ? [row('▲▼', 'code', 'old', 'new', 'unit')] : [];
  return [
    ...section('List changes', [...listHead, ...listChanges.flatMap(listRow)]),
    ...section('Item, rule and threshold changes', [...itemHead, ...itemChanges.flatMap(itemRow)]),
  ];
}

function closing(digest: Digest): readonly string[] {
  const corrected = digest.corrections.flatMap((line) => [
    ...bullet(line),
    `    We said (${line.fact}): ${oneLine(line.said)}`,
    ...(line.told?.citations.map(citationLine) ?? []),
    `    It is: ${oneLine(line.is)}`,
  ]);
  const untold = digest.notAlerted.map(({ type, because, count }) => `* ${count} × ${type} (${because})`);
  const proofs = digest.ledger.map(({ url, documentNumber, locator, sha256, retrievedAt }) =>
    row(documentNumber ?? '', locator, url, `sha256 ${sha256}`, retrievedAt),
  );
  return [
    ...section('Corrections', corrected),
    ...section('Found but not alerted', untold),
    ...section('Evidence', proofs),
    ...section(
      'What this is not',
      digest.disclaimers.map((text) => `* ${text}`),
    ),
  ];
}

/** A digest as plain text, for mail without HTML and for the command line; the order is that of the page. */
export function digestText(digest: Digest): string {
  const lines = [
    ...headerText(digest),
    ...section('Act now', digest.actNow.flatMap(cardText)),
    ...section('Dates that come near', digest.datesDue.map(deadlineText)),
    ...section('Deadlines within 30 days', digest.deadlines.within30.map(deadlineText)),
    ...section('Deadlines within 90 days', digest.deadlines.within90.map(deadlineText)),
    ...tables(digest),
    ...section('Pipeline', digest.pipeline.flatMap(threadText)),
    ...section('US and Japan side by side', digest.sideBySide.flatMap(pairText)),
    ...section('Guidance, enforcement and context', digest.guidance.flatMap(bullet)),
    ...closing(digest),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
