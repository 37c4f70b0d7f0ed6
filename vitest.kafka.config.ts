import { defineConfig } from 'vitest/config';
import { ClosingLine } from './test/reporter/closing-line.ts';

/** Tests that need a real broker: `npm run test:kafka`. One file at a time, because brokers and database share the cores. */
export default defineConfig({
  test: {
    include: ['test/kafka/**/*.broker-test.ts'],
    globalSetup: ['test/kafka/shared-broker.ts'],
    reporters: ['default', new ClosingLine()],
    testTimeout: 60_000,
    hookTimeout: 300_000,
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
  },
});
