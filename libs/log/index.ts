export * from './src/consumer-ports.ts';
export * from './src/dead-letters.ts';
export * from './src/disposition.ts';
export { createEmbeddedLog } from './src/embedded/embedded-log.ts';
export * from './src/event-log.ts';
export * from './src/inbox.ts';
export * from './src/partition-of.ts';
export * from './src/source-condition.ts';
