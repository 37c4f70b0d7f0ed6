export * from './src/japanese/arabic-label.ts';
export * from './src/japanese/enforcement-date.ts';
export * from './src/japanese/era-date.ts';
export * from './src/japanese/kanji-number.ts';
export { type DatesSection, parseDatesSection } from './src/legal-date/dates-section.ts';
export { type FoundDate, findEnglishDates, parseEnglishDate } from './src/legal-date/english-date.ts';
export * from './src/schedule/digest-schedule.ts';
export * from './src/schedule/next-run.ts';
export * from './src/zoned-day.ts';
