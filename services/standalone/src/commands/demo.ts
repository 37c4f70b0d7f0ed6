import { existsSync, rmSync } from 'node:fs';
import type { Config } from '#process';
import { DEFAULT_TENANT } from '#store';
import type { ReplayClock } from '../clock.ts';
import type { Redline } from '../compose.ts';
import { forCorpus, replayCommand } from './replay-command.ts';
import { importSubscriptions } from './subscriptions.ts';

/** Where the corpora are looked for when none is named: a collection of real captures, then the one this repository carries. */
const CORPORA = ['../shared/corpus', 'test/replay/corpus'];
const DEMO_STORE = 'var/demo.sqlite';
const DEMO_SUBSCRIPTIONS = 'config/demo-subscriptions.yaml';

export interface DemoOptions {
  readonly config: Config;
  readonly compose: (config: Config) => Promise<{ clock: ReplayClock; redline: Redline }>;
  readonly directory: string | undefined;
  readonly serve: boolean;
  readonly print: (line: string) => void;
}

/** Replays a corpus into a fresh store of the demo's own, with two example subscriptions, and leaves the pages up. */
export async function demo({ config, compose, directory, serve, print }: DemoOptions): Promise<void> {
  const corpus = directory ?? CORPORA.find((candidate) => existsSync(candidate));
  if (corpus === undefined) throw new Error(`no corpus found in ${CORPORA.join(' or ')}; name one with --corpus`);
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${DEMO_STORE}${suffix}`, { force: true });
  const { clock, redline } = await compose({ ...forCorpus(config, corpus), DATABASE_URL: `sqlite:${DEMO_STORE}` });
  await importSubscriptions(redline, DEFAULT_TENANT, DEMO_SUBSCRIPTIONS, print);
  await replayCommand(redline, clock, corpus, serve, print);
}
