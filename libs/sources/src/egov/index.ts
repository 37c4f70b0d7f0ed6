export { egovLaw } from './egov-law.ts';
export { lawNumberOfId } from './law-revision.ts';
