import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';

export interface Arrival {
  readonly webhookId: string;
  readonly changeId: string;
  /** As {@link instant} counts. */
  readonly at: number;
}

/** A subscriber on a core of its own, where there is one. */
export interface Receiver {
  readonly url: string;
  /** What came since it was last asked. */
  arrivals(): Promise<readonly Arrival[]>;
  stop(): Promise<void>;
}

const Started = z.object({ port: z.number() });
const Reported = z.object({ arrivals: z.array(z.tuple([z.string(), z.string(), z.number()])) });

export async function startReceiver(): Promise<Receiver> {
  const child = fork(join(import.meta.dirname, 'receiver-process.ts'));
  const { port } = Started.parse((await once(child, 'message'))[0]);
  return {
    url: `http://127.0.0.1:${port}/hook`,
    arrivals: async () => {
      const answered = once(child, 'message');
      child.send('report');
      const { arrivals } = Reported.parse((await answered)[0]);
      return arrivals.map(([webhookId, changeId, at]) => ({ webhookId, changeId, at }));
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}
