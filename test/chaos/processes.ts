import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ClockJump } from './fault-plan.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** A life longer than this hangs. */
const LONGEST_LIFE_MS = 120_000;

const COMPILED = join(tmpdir(), 'redline-chaos-compiled');

const running = new Set<ChildProcess>();

/** Starts `node ARGS` from the repository's root. */
export function startNode(args: readonly string[], env: Record<string, string>, fileKilobytes?: number): ChildProcess {
  const options = {
    cwd: ROOT,
    // A life is short and most of it would be reading the same source files again.
    env: { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: COMPILED, ...env },
    stdio: ['ignore', 'pipe', 'pipe'] as const,
  };
  const limited = ['-c', `ulimit -f ${fileKilobytes ?? 'unlimited'}; exec "$0" "$@"`, process.execPath, ...args];
  const child = spawn('bash', limited, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** What else happens to a process: its files may not grow, its clock jumps. */
export interface Hardship {
  readonly fileKilobytes?: number | undefined;
  readonly clockJump?: ClockJump | undefined;
}

export function startRedline(
  args: readonly string[],
  env: Record<string, string>,
  { fileKilobytes, clockJump }: Hardship = {},
): ChildProcess {
  // The same limit on young objects as where it is installed.
  const main = ['--max-semi-space-size=4', 'services/standalone/src/main.ts', ...args];
  if (!clockJump) return startNode(main, env, fileKilobytes);
  const jump = { CHAOS_CLOCK_JUMP: `${clockJump.afterMs}:${clockJump.bySeconds}` };
  return startNode(['--import', './test/chaos/jumping-clock.ts', ...main], { ...env, ...jump }, fileKilobytes);
}

export function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve) =>
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString('utf8').trim())),
  );
}

/** How a life ended: its exit code, or the signal that ended it. One that hangs is killed and says so. */
export async function endOf(child: ChildProcess): Promise<number | string> {
  child.stdout?.resume();
  child.stderr?.resume();
  const ended = new Promise<number | string>((resolve) => {
    if (child.exitCode !== null) resolve(child.exitCode);
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  const guard = new AbortController();
  const hung = pause(LONGEST_LIFE_MS, 'hung' as const, { signal: guard.signal }).catch(() => 'hung' as const);
  const outcome = await Promise.race([ended, hung]);
  guard.abort();
  if (outcome === 'hung') child.kill('SIGKILL');
  return outcome;
}

/** Kills a life after so many milliseconds, unless it has ended. */
export async function killAfter(child: ChildProcess, milliseconds: number): Promise<number | string> {
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  const outcome = await endOf(child);
  clearTimeout(timer);
  return outcome;
}

/** Ends everything this harness started. */
export function endAll(): void {
  for (const child of running) child.kill('SIGKILL');
}
