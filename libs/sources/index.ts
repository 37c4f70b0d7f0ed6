export * from './src/markup/index.ts';
export * from './src/source.ts';
