export * from './src/config.ts';
export * from './src/logger.ts';
export * from './src/metrics.ts';
export * from './src/secret-key.ts';
export * from './src/shutdown.ts';
export * from './src/signing-key.ts';
export * from './src/tracing.ts';
export { UNTRACED } from './src/tracing-forward.ts';
