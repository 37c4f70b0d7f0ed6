export * from './src/cloud-event.ts';
export * from './src/event-types.ts';
export * from './src/make-event.ts';
export * from './src/topics.ts';
