import { between, drawnFrom, oneOf } from './drawn.ts';

/** How a subscriber's receiver behaves; all of them recover within the retry schedule's first steps. */
export type ReceiverMood = 'well' | 'slow' | 'fails_first' | 'throttles_first' | 'resets_first';

/** What happens to the services and what they stand on, in the order drawn. */
export interface FaultPlan {
  readonly seed: number;
  /** Milliseconds after each start at which the replaying process is killed; a run too short for its kill just ends. */
  readonly kills: readonly number[];
  readonly mood: ReceiverMood;
  /** The disk is full during the first life: files cannot grow beyond so many kilobytes. */
  readonly fullDiskKilobytes: number | undefined;
  /** Every group's place is lost before the last life: all events are delivered again. */
  readonly redelivery: boolean;
  /** An event nobody can read stands in the log, under a key of its own. */
  readonly poison: boolean;
  /** Kafka runs: what is taken away while the replay runs. */
  readonly infrastructure: Disturbance;
  /** The wall clock of the first life jumps while it runs. */
  readonly clockJump: ClockJump | undefined;
}

export interface ClockJump {
  readonly afterMs: number;
  /** Within what a receiver of signed messages tolerates; a jump back is waited out before what was due is due again. */
  readonly bySeconds: number;
}

const DISTURBANCES = [
  'none',
  'broker_restart',
  'leader_change',
  'database_restart',
  'connections_cut',
  'rebalance',
  'service_killed',
] as const;
export type Disturbance = (typeof DISTURBANCES)[number];

/** The faults of one seed. Pure: the same seed gives the same plan. */
export function planOf(seed: number, mode: 'embedded' | 'kafka'): FaultPlan {
  const draw = drawnFrom(seed);
  const longest = mode === 'embedded' ? 900 : 6_000;
  const kills = Array.from({ length: between(draw, 1, mode === 'embedded' ? 4 : 2) }, () =>
    between(draw, 150, longest),
  );
  return {
    seed,
    kills,
    mood: draw() < 0.6 ? 'well' : oneOf(draw, ['slow', 'fails_first', 'throttles_first', 'resets_first'] as const),
    fullDiskKilobytes: mode === 'embedded' && draw() < 0.2 ? between(draw, 200, 1_500) : undefined,
    redelivery: draw() < 0.3,
    poison: draw() < 0.2,
    infrastructure: mode === 'embedded' ? 'none' : oneOf(draw, DISTURBANCES),
    clockJump: draw() < 0.25 ? { afterMs: between(draw, 50, longest), bySeconds: between(draw, -20, 45) } : undefined,
  };
}
