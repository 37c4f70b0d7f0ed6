import type { Change } from '#domain';
import { type Deadline, type DeadlineKind, deadlinesOf } from './deadlines.ts';

/** One dated obligation through everything that was told of it: set, moved, moved again, called off. */
export interface DeadlineHistory {
  /** As it stands now; `movedFrom` is the date that was given last before it. */
  readonly deadline: Deadline;
  /** The date first told: with kind and thread it names the obligation for good. */
  readonly firstOn: string;
  /** Dates it stood at before, oldest first. */
  readonly movedFrom: readonly string[];
  /** The document was withdrawn, or says that its date is open again. */
  readonly cancelled: boolean;
  /** Instant of the newest change that bears on it, UTC. */
  readonly updatedAt: string;
}

interface Open extends DeadlineHistory {
  readonly names: ReadonlySet<string>;
}

/** Names under which documents about one legal act find each other: its numbers and pages, what it corrects, its subject. */
export function actNamesOf({ lineage, documentNumber, subject }: Change): ReadonlySet<string> {
  return new Set([
    ...(lineage.rin ?? []),
    ...(lineage.docket ?? []),
    ...(lineage.corrects ?? []),
    ...(lineage.supersedes ?? []),
    ...(lineage.citation ?? []),
    ...(documentNumber === undefined ? [] : [documentNumber]),
    subject.key,
  ]);
}

/**
 * The obligations that changes tell of, in the order in which each was first told. A date that a later document of the same
 * act moves stays one obligation; one that is withdrawn or left open again stays, as cancelled. Pure.
 * @param changes in order of detection
 */
export function deadlineHistories(changes: readonly Change[]): readonly DeadlineHistory[] {
  const open = new OpenObligations();
  for (const change of changes) {
    const names = actNamesOf(change);
    for (const kind of calledOff(change)) cancel(open, kind, change);
    for (const deadline of deadlinesOf(change)) take(open, deadline, names, change);
  }
  return open.all.map(({ names: _names, ...history }) => history);
}

/** Obligations in their order, found by the names of their acts: the dates of years are not compared with each other. */
class OpenObligations {
  readonly all: Open[] = [];
  readonly #placesOf = new Map<string, Set<number>>();

  /** Those of a kind that share a name, in order, each with its place. */
  sharing(names: ReadonlySet<string>, kind: DeadlineKind): readonly (readonly [place: number, Open])[] {
    const places = new Set<number>();
    for (const name of names) for (const place of this.#placesOf.get(`${kind} ${name}`) ?? []) places.add(place);
    const inOrder = [...places].sort((one, other) => one - other);
    return inOrder.flatMap((place) => {
      const one = this.all[place];
      return one ? [[place, one] as const] : [];
    });
  }

  put(place: number, one: Open): void {
    this.all[place] = one;
    for (const name of one.names) {
      const key = `${one.deadline.kind} ${name}`;
      const known = this.#placesOf.get(key);
      if (known) known.add(place);
      else this.#placesOf.set(key, new Set([place]));
    }
  }
}

/** Kinds of dates that a change takes away without putting another in place. */
function calledOff({ type }: Change): readonly DeadlineKind[] {
  if (type === 'document.withdrawn') return ['comment', 'effective', 'compliance', 'savings'];
  if (type === 'date.effective_tbd') return ['effective'];
  return type === 'authorisation.revoked' ? ['expiry'] : [];
}

function cancel(open: OpenObligations, kind: DeadlineKind, change: Change): void {
  const { rin = [], docket = [] } = change.lineage;
  const all = actNamesOf(change);
  // A rulemaking's number joins documents of which one may be withdrawn while the others stand.
  const names = change.type === 'document.withdrawn' ? all.difference(new Set([...rin, ...docket])) : all;
  for (const [place, one] of open.sharing(names, kind)) {
    if (one.cancelled) continue;
    const changeIds = [...one.deadline.changeIds, change.changeId];
    const deadline = { ...one.deadline, changeIds };
    open.put(place, { ...one, cancelled: true, updatedAt: change.detectedAt, deadline });
  }
}

function take(
  open: OpenObligations,
  deadline: Deadline,
  names: ReadonlySet<string>,
  { changeId, detectedAt }: Change,
): void {
  const found = open.sharing(names, deadline.kind).find(([, one]) => speakOfOne(one, deadline));
  if (found === undefined) {
    const movedFrom = deadline.movedFrom === undefined ? [] : [deadline.movedFrom];
    open.put(open.all.length, {
      deadline,
      firstOn: movedFrom[0] ?? deadline.on,
      movedFrom,
      cancelled: false,
      updatedAt: detectedAt,
      names,
    });
    return;
  }
  const [place, known] = found;
  const changeIds = [...new Set([...known.deadline.changeIds, changeId])];
  const joined = { names: known.names.union(names), updatedAt: detectedAt };
  if (known.movedFrom.includes(deadline.on) || (known.deadline.on === deadline.on && !known.cancelled)) {
    // A date that was moved already and comes late, or the same date told again.
    const was =
      deadline.movedFrom !== undefined && known.movedFrom.length === 0 ? [deadline.movedFrom] : known.movedFrom;
    const moved = was.at(-1) === undefined ? {} : { movedFrom: was.at(-1) ?? '' };
    open.put(place, { ...known, ...joined, movedFrom: was, deadline: { ...known.deadline, ...moved, changeIds } });
    return;
  }
  const movedFrom = [...known.movedFrom, known.deadline.on];
  const moved = { ...deadline, movedFrom: known.deadline.on, thread: known.deadline.thread, changeIds };
  open.put(place, { ...known, ...joined, cancelled: false, movedFrom, deadline: moved });
}

/** The same date, a date that this one moves or was moved from, or a new date for what was called off. */
function speakOfOne({ deadline, movedFrom, cancelled }: Open, next: Deadline): boolean {
  return cancelled || deadline.on === next.on || deadline.on === next.movedFrom || movedFrom.includes(next.on);
}

/** The dates that stand, by date: told once for each legal act, without those that were moved or called off. */
export function deadlinesOfAll(changes: readonly Change[]): readonly Deadline[] {
  return deadlineHistories(changes)
    .filter(({ cancelled }) => !cancelled)
    .map(({ deadline }) => deadline)
    .toSorted((a, b) => a.on.localeCompare(b.on) || a.about.localeCompare(b.about));
}
