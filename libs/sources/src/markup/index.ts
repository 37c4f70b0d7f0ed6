export * from './block-page.ts';
export * from './decode-text.ts';
export * from './load-html.ts';
export * from './load-xml.ts';
export type { CheerioAPI, Loaded } from './loaded.ts';
export * from './text-with-breaks.ts';
