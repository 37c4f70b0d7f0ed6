export * from './src/source.ts';
