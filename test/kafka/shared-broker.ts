import type { TestProject } from 'vitest/node';
import { startKafka } from './start-kafka.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Empty where no broker could be started: the suites are then skipped, with the reason printed. */
    readonly kafkaBrokers: readonly string[];
  }
}

/** One broker for all files of a run. With `CI=true` a missing broker fails the run; else the reason is printed. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  try {
    const cluster = await startKafka({ nodes: 1 });
    project.provide('kafkaBrokers', cluster.brokers);
    return cluster.stop;
  } catch (error) {
    if (process.env.CI === 'true') throw error;
    console.warn(`skipped: everything over Kafka, because ${error instanceof Error ? error.message : String(error)}`);
    project.provide('kafkaBrokers', []);
    return async () => undefined;
  }
}
