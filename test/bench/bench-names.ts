import { existsSync } from 'node:fs';
import {
  blocksOf,
  type ComparableName,
  comparableNames,
  matchNames,
  POSSIBLE_FROM,
  SHORT_NAME,
  WEAK_FROM,
} from '#domain';
import { type Draw, seeded } from '../seeded.ts';
import type { Bench, CorpusDirectory } from './bench.ts';
import { type ListedParty, listedParties } from './listed-parties.ts';

/** Enough that a share of one in a hundred is told to a fifth of itself. */
const ASKED = 1_500;
const BANDS = ['exact', 'possible', 'weak'] as const;
type Nearness = (typeof BANDS)[number];

/**
 * Names that the lists themselves give to one party: each is asked for among all parties of its list, its own declared under
 * all its other names only. Right is what finds the same party, wrong what finds another one.
 */
export function namesBench(corpus: CorpusDirectory): Bench {
  return {
    name: 'names',
    run: async (print) => {
      if (corpus === undefined || !existsSync(corpus)) return print('skipped: there is no corpus here');
      const lists = Map.groupBy(await listedParties(corpus), ({ list }) => list);
      for (const [list, parties] of lists) {
        const directory = new Directory(parties);
        print(`${list}: ${parties.length} parties`);
        for (const line of linesOf(askAll(directory, parties))) print(`  ${line}`);
      }
    },
  };
}

interface Declared {
  readonly party: number;
  readonly printed: string;
  readonly name: ComparableName;
}

/** Every name of a list with the party that bears it. */
class Directory {
  readonly #byKey = new Map<string, Declared[]>();
  readonly #bearers = new Map<string, Set<number>>();

  constructor(parties: readonly ListedParty[]) {
    for (const [party, { name, aliases }] of parties.entries()) {
      for (const printed of new Set([name, ...aliases])) {
        for (const comparable of comparableNames(printed)) this.#add({ party, printed, name: comparable });
      }
    }
  }

  #add(declared: Declared): void {
    const { compact } = declared.name;
    this.#bearers.set(compact, (this.#bearers.get(compact) ?? new Set()).add(declared.party));
    for (const key of keysOf(declared.name)) {
      const others = this.#byKey.get(key);
      if (others === undefined) this.#byKey.set(key, [declared]);
      else others.push(declared);
    }
  }

  /** Parties that the lists hold to be one, as far as they share a name. */
  sameAs(party: number, names: readonly string[]): ReadonlySet<number> {
    const compact = names.flatMap(comparableNames).map((name) => name.compact);
    return new Set([party, ...compact.flatMap((one) => [...(this.#bearers.get(one) ?? [])])]);
  }

  /** Nearest match of each party, the asked spelling itself not being declared by its own. */
  find(asked: string, own: number): ReadonlyMap<number, Nearness> {
    const found = new Map<number, Nearness>();
    for (const name of comparableNames(asked)) {
      for (const key of keysOf(name)) {
        for (const declared of this.#byKey.get(key) ?? []) {
          if (declared.party === own && declared.printed === asked) continue;
          const kind = matchNames(declared.name, name)?.kind;
          const before = found.get(declared.party);
          if (kind !== undefined && (before === undefined || BANDS.indexOf(kind) < BANDS.indexOf(before))) {
            found.set(declared.party, kind);
          }
        }
      }
    }
    return found;
  }
}

function keysOf(name: ComparableName): ReadonlySet<string> {
  const blocks = blocksOf(name).map((block) => `block ${block}`);
  return new Set([name.compact, ...name.tokens.filter((token) => token.length < SHORT_NAME), ...blocks]);
}

interface Tally {
  readonly right: Record<Nearness, number>;
  readonly wrong: Record<Nearness, number>;
  asked: number;
  missed: number;
  /** Asked with a name that is written like another of the party's: no acronym, former name or translation. */
  alike: number;
  missedAlike: number;
}

function askAll(directory: Directory, parties: readonly ListedParty[]): Tally {
  const draw = seeded(11);
  const none = () => ({ exact: 0, possible: 0, weak: 0 });
  const tally: Tally = { right: none(), wrong: none(), asked: 0, missed: 0, alike: 0, missedAlike: 0 };
  for (const party of sample(draw, parties)) ask(directory, parties, party, draw, tally);
  return tally;
}

function sample(draw: Draw, parties: readonly ListedParty[]): readonly number[] {
  const named = parties.flatMap(({ aliases }, at) => (aliases.length > 0 ? [at] : []));
  if (named.length <= ASKED) return named;
  return [...new Set(Array.from({ length: ASKED }, () => draw.one(named)))];
}

function ask(directory: Directory, parties: readonly ListedParty[], at: number, draw: Draw, tally: Tally): void {
  const party = parties[at];
  if (party === undefined) return;
  const asked = draw.one(party.aliases);
  const others = [party.name, ...party.aliases].filter((name) => name !== asked);
  const same = directory.sameAs(at, [asked, ...others]);
  const found = directory.find(asked, at);
  tally.asked += 1;
  const own = found.get(at);
  const alike = isWrittenAlike(asked, others) ? 1 : 0;
  tally.alike += alike;
  if (own === undefined) {
    tally.missed += 1;
    tally.missedAlike += alike;
  } else tally.right[own] += 1;
  for (const [other, nearness] of found) if (!same.has(other)) tally.wrong[nearness] += 1;
}

/** Whether two names have most of their distinguishing words in common, in any order. */
function isWrittenAlike(asked: string, others: readonly string[]): boolean {
  const wordsOf = (printed: string) => new Set(comparableNames(printed).flatMap(({ tokens }) => tokens));
  const words = wordsOf(asked);
  return others.map(wordsOf).some((other) => {
    const common = [...words].filter((word) => other.has(word)).length;
    return common > 0 && common >= 0.8 * Math.max(words.size, other.size);
  });
}

function linesOf({ right, wrong, asked, missed, alike, missedAlike }: Tally): readonly string[] {
  const found = asked - missed;
  const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
  return [
    `${asked} names asked: ${percent(found, asked)} find their party by another of its names; of ${alike} that are written ` +
      `like one of these ${percent(alike - missedAlike, alike)}, the rest are acronyms, former names and translations`,
    ...BANDS.map((band) => {
      const called = right[band] + wrong[band];
      return `${LIKENESS[band]}: ${called} found, ${percent(right[band], called)} right; ${percent(right[band], asked)} of all asked`;
    }),
  ];
}

const LIKENESS: Readonly<Record<Nearness, string>> = {
  exact: 'exact or alias',
  possible: `possible (${POSSIBLE_FROM} and above)`,
  weak: `weak (${WEAK_FROM} to ${POSSIBLE_FROM})`,
};
