import type { Change } from '#domain';
import type { Source } from '#sources';
import { factsOf, objectFact, textFact } from '../development/fact-texts.ts';

/** Families that say which text changed by its size, never how. */
const FINGERPRINTS: ReadonlySet<string> = new Set(['ecfr-structure']);

/** True for a source whose changes are fingerprints of a text that another source may read. */
export function isFingerprint({ family }: Pick<Source, 'family'>): boolean {
  return FINGERPRINTS.has(family);
}

/** `744.11` of `§ 744.11` is read by a source of these sections, or of all. `4.20*` stands for what begins so. */
function readsSection(label: string, sections: Source['params'][string] | undefined): boolean {
  if (sections === undefined) return true;
  const patterns = typeof sections === 'object' ? sections : [String(sections)];
  const number = label.replace(/^§+\s*/, '');
  return patterns.some((one) => (one.endsWith('*') ? number.startsWith(one.slice(0, -1)) : number === one));
}

/**
 * The source that reads the words of the section or appendix whose fingerprint changed: the list that stands in it, else the text
 * of its part. `undefined` where nothing does, and the fingerprint is all there is. Pure.
 * @param fingerprint source of the change
 */
export function coveringSource(change: Change, fingerprint: Source, watched: readonly Source[]): Source | undefined {
  const part = textFact(objectFact(factsOf(change), 'details'), 'part');
  const { label } = change.subject;
  const ofPart = watched.filter(
    ({ params }) => String(params.title) === String(fingerprint.params.title) && String(params.part) === part,
  );
  const list = ofPart.find(({ family, params }) => family === 'ecfr' && params.appendix === label);
  const text = ofPart.find(
    ({ family, params }) =>
      family === 'ecfr-text' && params.subpart === undefined && readsSection(label, params.sections),
  );
  return list ?? text;
}
