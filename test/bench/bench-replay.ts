import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, readConfig } from '#process';
import { createReplayClock, machineClock } from '../../services/standalone/src/clock.ts';
import { replay } from '../../services/standalone/src/commands/replay.ts';
import { composeRedline } from '../../services/standalone/src/compose.ts';
import type { Bench, CorpusDirectory } from './bench.ts';
import { timed } from './measure.ts';

const OWN_CORPUS = 'test/replay/corpus';

/** A whole corpus through intake, log, differ and notifier into a SQLite file that syncs every commit. */
export function replayBench(corpus: CorpusDirectory): Bench {
  return {
    name: 'replay',
    run: async (print) => {
      const directory = corpus !== undefined && existsSync(corpus) ? corpus : OWN_CORPUS;
      const folder = mkdtempSync(join(tmpdir(), 'redline-bench-'));
      const clock = createReplayClock(machineClock, '2000-01-01T00:00:00.000Z');
      const redline = await composeRedline({
        config: readConfig({
          DATABASE_URL: `sqlite:${join(folder, 'redline.sqlite')}`,
          REDLINE_SECRET_KEY: '00'.repeat(32),
          ...(directory === OWN_CORPUS ? { REDLINE_SOURCES_FILE: join(directory, 'sources.yaml') } : {}),
        }),
        logger: createLogger({ level: 'silent', service: 'bench' }),
        clock,
        deliveryClock: machineClock,
        onFatal: () => undefined,
      });
      await redline.differ.start();
      await redline.notifier.start();
      let captures = 0;
      const ms = await timed(async () => {
        captures = (await replay(redline, clock, directory, () => undefined)).captures;
      });
      const { rows } = await countChanges(redline.store.session);
      await redline.differ.stop();
      await redline.notifier.stop();
      await redline.close();
      rmSync(folder, { recursive: true, force: true });
      const which = directory === OWN_CORPUS ? 'the corpus of this repository' : 'the whole corpus';
      print(`${which}: ${captures} captures, ${rows} changes in ${(ms / 1000).toFixed(1)} s`);
    },
  };
}

async function countChanges(session: Awaited<ReturnType<typeof composeRedline>>['store']['session']) {
  const row = await session
    .selectFrom('changes')
    .select((is) => is.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return { rows: Number(row?.count ?? 0) };
}
