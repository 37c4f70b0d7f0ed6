/** Where `now` comes from: the machine, or a replay that sets it. */
export interface Clock {
  now(): Date;
}

export const machineClock: Clock = { now: () => new Date() };

/** A clock that a replay moves: it stands at the instant last set and runs on from there at the machine's pace. */
export interface ReplayClock extends Clock {
  /** Never moves back: captures of one instant may come from several sources. */
  moveTo(instant: string): void;
}

export function createReplayClock(machine: Clock, start: string): ReplayClock {
  let setAt = machine.now().getTime();
  let instant = Date.parse(start);
  const now = () => new Date(instant + (machine.now().getTime() - setAt));
  return {
    now,
    moveTo: (next) => {
      instant = Math.max(Date.parse(next), now().getTime());
      setAt = machine.now().getTime();
    },
  };
}
