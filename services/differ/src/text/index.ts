export { diffTexts } from './diff-texts.ts';
export { guardText, type TextVerdict } from './guard-text.ts';
