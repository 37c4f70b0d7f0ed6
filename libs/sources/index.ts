export * from './src/egov/index.ts';
export { federalRegister, federalRegisterPublicInspection } from './src/federal-register/family.ts';
export { type FeedEntry, type ParsedFeed, parseFeed } from './src/feed/parse-feed.ts';
export * from './src/markup/index.ts';
export { metiAmendments, metiNews } from './src/meti/family.ts';
export * from './src/source.ts';
