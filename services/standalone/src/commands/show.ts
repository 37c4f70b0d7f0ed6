import { createVerifier } from '#differ';
import { sentenceOf } from '#digest';
import type { Change } from '#domain';
import { type ChangeFilter, listChanges, listHeldReadings, listOpenSourceProblems, listSourceStates } from '#store';
import type { Redline } from '../compose.ts';

type Print = (line: string) => void;

const PAGE = 500;

/** Prints stored changes, oldest first: a line each, or JSON lines. */
export async function showChanges(redline: Redline, filter: ChangeFilter, json: boolean, print: Print): Promise<void> {
  for await (const change of allChanges(redline, filter)) print(json ? JSON.stringify(change) : oneLine(change));
}

function oneLine(change: Change): string {
  return `${change.detectedAt.slice(0, 10)} ${change.changeId.slice(0, 12)} ${markOf(change)} ${sentenceOf(change)}`;
}

/** `!` alerts, `-` is history from before the first poll, blank is recorded and told to nobody. */
function markOf(change: Change): string {
  if (change.detection.baseline) return '-';
  return change.alerting ? '!' : ' ';
}

/** Prints each source with its freshness, and what is wrong with it in plain words. */
export async function showSources(redline: Redline, json: boolean, print: Print): Promise<void> {
  const states = new Map((await listSourceStates(redline.store.session)).map((state) => [state.sourceId, state]));
  const problems = await listOpenSourceProblems(redline.store.session);
  const held = await listHeldReadings(redline.store.session);
  for (const source of redline.catalogue.sources) {
    const state = states.get(source.id);
    const open = problems.filter((problem) => problem.sourceId === source.id);
    const waiting = held.filter((reading) => reading.sourceId === source.id);
    if (json) {
      print(
        JSON.stringify({
          sourceId: source.id,
          title: source.title,
          state: state ?? null,
          problems: open,
          held: waiting,
        }),
      );
      continue;
    }
    print(`${source.id.padEnd(36)} ${state?.lastSuccessAt?.slice(0, 16) ?? 'never checked'}  ${source.title}`);
    if (state?.lastOutcome === 'failed')
      print(`  ${state.lastDetail} (${state.consecutiveFailures} times), next try ${state.nextRunAt ?? ''}`);
    for (const problem of open)
      print(`  ${problem.problem} since ${problem.openedAt.slice(0, 16)}: ${problem.because}`);
    for (const reading of waiting) print(`  held: ${reading.readingId} ${reading.reason}`);
  }
}

/** Derives a change again from the stored bytes. @returns whether it came out the same. */
export async function verify(redline: Redline, changeId: string, print: Print): Promise<boolean> {
  const verified = await createVerifier(redline.store.session, redline.book).verify(changeId);
  if (verified.kind !== 'verified') {
    print(`${verified.kind}: ${changeId}: ${verified.because}`);
    return false;
  }
  print(`verified: ${sentenceOf(verified.change)}`);
  for (const sha256 of verified.sha256) print(`  from bytes sha256 ${sha256}`);
  return true;
}

/** Derives every stored change again. Prints those that do not come out the same, and the count of those that do. */
export async function verifyAll(redline: Redline, print: Print): Promise<boolean> {
  const verifier = createVerifier(redline.store.session, redline.book);
  let verified = 0;
  let failed = 0;
  for await (const change of allChanges(redline, {})) {
    const outcome = await verifier.verify(change.changeId);
    if (outcome.kind === 'verified') verified += 1;
    else {
      failed += 1;
      print(`${outcome.kind}: ${change.changeId}: ${outcome.because}`);
    }
  }
  print(`${verified} changes verified, ${failed} not`);
  return failed === 0;
}

async function* allChanges(redline: Redline, filter: ChangeFilter): AsyncGenerator<Change> {
  let after = filter.afterPosition ?? 0;
  for (;;) {
    const page = await listChanges(redline.store.session, { ...filter, afterPosition: after }, PAGE);
    for (const { change } of page) yield change;
    const last = page.at(-1);
    if (!last) return;
    after = last.position;
  }
}
