export type { CaptureApplied } from './src/apply-capture.ts';
export { compareReadings, type ReadingsCompared } from './src/compare-readings.ts';
export { type Derivation, type Derived, deriveChanges } from './src/derive.ts';
export { createDiffer, type Differ } from './src/differ.ts';
export { UnknownSourceError } from './src/differ-errors.ts';
export type { Released } from './src/release-reading.ts';
export { createSourceBook, type SourceBook } from './src/source-book.ts';
export { diffTexts, guardText, type TextVerdict } from './src/text/index.ts';
export { type Verified, verifyChange } from './src/verify-change.ts';
