import type { ReadOutcome } from '#domain';
import { isNamedSection } from '../ecfr/named-section.ts';
import { decodeText, loadXml } from '../markup/index.ts';
import type { CapturedBytes, Source } from '../source.ts';
import { divisionsOf, partOf } from './division.ts';
import { readDivision } from './division-provisions.ts';
import { provisionList } from './provision-list.ts';

/** More units than the largest part has (774 has some 13,000): beyond it the document is not what it says. */
const MOST_PROVISIONS = 60_000;

/** The day for which the versioner was asked. */
const AS_OF = /\/full\/(\d{4}-\d{2}-\d{2})\//;

/**
 * Reads a CFR part, or the sections of it named in `params.sections`, to provisions. Another shape or another part is
 * `structure_changed`; XML cut short and tables whose rows do not fit their header are `implausible`. Never throws.
 */
export function readPart(source: Source, capture: CapturedBytes): ReadOutcome {
  const decoded = decodeText(capture.bytes, capture.mediaType);
  if (!decoded.ok) return { kind: 'structure_changed', because: decoded.because };
  if (!/^\s*(?:<\?xml|<(?:DIV|ECFR|DLPSTEXTCLASS))/.test(decoded.text)) {
    return { kind: 'structure_changed', because: 'not an eCFR document' };
  }
  const loaded = loadXml(decoded.text);
  if (!loaded.ok) return { kind: 'implausible', because: loaded.because };
  const { $ } = loaded;
  const [title, part] = [Number(source.params.title), String(source.params.part ?? '')];
  const found = partOf($);
  if (found !== undefined && found !== part) {
    return { kind: 'structure_changed', because: `part ${found.slice(0, 40)} where part ${part} was asked for` };
  }
  const divisions = divisionsOf($).filter(({ number }) => isNamedSection(source, number));
  if (divisions.length === 0) return { kind: 'structure_changed', because: 'no section of the part was recognised' };
  const list = provisionList((label) => `${title} CFR ${label.replace(/^§\s*/, '')}`);
  for (const division of divisions) {
    const fault = readDivision($, title, division, list);
    if (fault !== undefined) return { kind: 'implausible', because: fault, locator: division.label };
  }
  const codifiedOn = AS_OF.exec(capture.url)?.[1];
  const provisions = list.close();
  if (provisions.length === 0) return { kind: 'implausible', because: 'the part holds no rule' };
  if (provisions.length > MOST_PROVISIONS) return { kind: 'implausible', because: `${provisions.length} provisions` };
  return {
    kind: 'read',
    reading: {
      kind: 'text',
      title: `${title} CFR part ${part}`,
      lang: 'en',
      provisions,
      revision: codifiedOn === undefined ? {} : { codifiedOn },
    },
  };
}
