import { createEmbeddedLog } from '#log';
import { describeOverStores } from './adapters.ts';
import { logContract } from './log-contract.ts';

await describeOverStores('the embedded log', (open) => {
  logContract(async () => {
    const store = await open();
    const log = createEmbeddedLog(store, { now: () => new Date('2026-01-01T00:00:00Z') });
    return { store, log, close: async () => undefined };
  });
});
