import { readFileSync } from 'node:fs';
import { explainProfile, explainSubscription, readProfileFile, type Why } from '#desk';
import { assessImpact, type Change, changeFacts, type Impact, isAtLeast, prepareProfile } from '#domain';
import { findChange, findOwnSubscription, listChanges, type Session } from '#store';
import type { Redline } from '../compose.ts';

type Print = (line: string) => void;

const PAGE = 500;

/** What a profile in a file would have been told of stored changes since a day, oldest first. Writes nothing. */
export async function matchProfile(
  { store }: Redline,
  options: { readonly profile: string; readonly since: string; readonly json: boolean },
  print: Print,
): Promise<boolean> {
  if (Number.isNaN(Date.parse(options.since))) throw new Error('--since: write a date such as 2025-01-31');
  const profile = readProfileFile(readFileSync(options.profile, 'utf8'));
  const prepared = prepareProfile(profile);
  const detectedFrom = new Date(options.since).toISOString();
  const told = { seen: 0, matched: 0, atOnce: 0 };
  for await (const change of changesSince(store.session, detectedFrom)) {
    told.seen += 1;
    const outcome = assessImpact(changeFacts(change), prepared, new Date(change.detectedAt));
    if (outcome.kind === 'unmatched') continue;
    told.matched += 1;
    if (isAtLeast(outcome.impact.band, profile.minBand)) told.atOnce += 1;
    print(options.json ? asJson(change, outcome.impact) : asLine(change, outcome.impact));
  }
  if (!options.json) {
    print(
      `${told.seen} changes since ${options.since}: ${told.matched} match, ${told.atOnce} of them reach ${profile.minBand}`,
    );
  }
  return true;
}

/** Why a subscription, or a profile in a file, was or was not told of a change. */
export async function explainChange(
  { store, sealer }: Redline,
  changeId: string,
  options: { readonly subscription?: string; readonly profile?: string; readonly tenant: string },
  print: Print,
): Promise<boolean> {
  const stored = await findChange(store.session, changeId);
  if (!stored) throw new Error(`there is no change "${changeId}"`);
  const { change } = stored;
  if (options.profile !== undefined) {
    const profile = readProfileFile(readFileSync(options.profile, 'utf8'));
    printWhy(explainProfile(change, profile, new Date(change.detectedAt)), print);
    return true;
  }
  if (options.subscription === undefined) throw new Error('why: say --subscription <id> or --profile <file>');
  const subscription = await findOwnSubscription(store.session, sealer, options.tenant, options.subscription);
  if (!subscription) throw new Error(`--subscription: there is no subscription "${options.subscription}"`);
  printWhy(await explainSubscription(store.session, change, subscription), print);
  return true;
}

function printWhy({ steps, facets, outcome }: Why, print: Print): void {
  for (const { step, passed, because } of steps) print(`${passed ? '+' : '-'} ${step.padEnd(14)} ${because}`);
  for (const { name, touched, because } of facets) print(`  ${touched ? '+' : '-'} ${name.padEnd(14)} ${because}`);
  if (outcome.kind === 'unmatched') return;
  for (const { factor, value, because } of outcome.impact.reasons)
    print(`    ${factor.padEnd(10)} ${value}  ${because}`);
}

async function* changesSince(session: Session, detectedFrom: string): AsyncGenerator<Change> {
  let afterPosition = 0;
  for (;;) {
    const filter = { detectedFrom, alerting: true, baseline: false, afterPosition };
    const page = await listChanges(session, filter, PAGE);
    for (const stored of page) yield stored.change;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    afterPosition = last.position;
  }
}

function asJson({ changeId, type, instrumentId, subject, detectedAt }: Change, impact: Impact): string {
  return JSON.stringify({ changeId, type, instrumentId, subject, detectedAt, impact });
}

function asLine(
  { changeId, type, instrumentId, subject, detectedAt }: Change,
  { score, band, labels }: Impact,
): string {
  const caution = labels.length === 0 ? '' : ` (${labels.join(', ')})`;
  return `${detectedAt.slice(0, 10)}  ${band.padEnd(8)} ${String(score).padStart(3)}  ${type}  ${instrumentId}  ${subject.label}${caution}  ${changeId}`;
}
