/*
 * Loaded before a process with `--import`: its wall clock jumps once while it runs, as a clock does that is set right by the
 * network or wrong by a person. Timers are not moved: they follow the machine's steady clock.
 */
const [afterMs = 0, bySeconds = 0] = (process.env.CHAOS_CLOCK_JUMP ?? '').split(':').map(Number);
const machine = Date;
let offsetMs = 0;
setTimeout(() => {
  offsetMs = bySeconds * 1_000;
}, afterMs).unref();

const now = (): number => machine.now() + offsetMs;

globalThis.Date = new Proxy(machine, {
  construct: (target, given) => Reflect.construct(target, given.length === 0 ? [now()] : given),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
