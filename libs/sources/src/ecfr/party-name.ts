import { trimTail } from '../ear-terms/trim-tail.ts';

/** A party's name and what stands behind it in the same line. */
export interface NameAndRest {
  readonly name: string;
  readonly rest: string;
}

/** Legal forms that stand behind a comma and still belong to the name: `Elem Group, LLC`, `Longtek Company, Ltd.`. */
const LEGAL_FORM =
  /^(?:Co|Ltd|Limited|Inc|Incorporated|LLC|L\.L\.C|LLP|LP|Corp|Corporation|GmbH|AG|S\.?A|S\.?A\.?L|S\.?p\.?A|S\.?L|B\.?V|N\.?V|OOO|ZAO|OAO|AO|PAO|JSC|OJSC|CJSC|PJSC|FZE|FZC|FZCO|FZ-LLC|FZE LLC|PLC|Pte|Pty|Pvt|Private|Sdn|Bhd|Company|S\.?R\.?L|S\.?R\.?O|Oy|OU|UAB|SIA|PT|KG|Est|DMCC|A\.?S|A\.?Ş|K\.K|M\.E\.?P\.?E|d\.o\.o)\b[\s.,()]*(?:Co|Ltd|Limited|Bhd|Inc|LLC|\([^)]{2,80}\))?[\s.)]*$/i;

/** A unit named behind its organisation: `Academy of Military Medical Sciences, Institute of Bioengineering`. */
const UNIT =
  /\b(?:Institut\w*|Academy|Department|Bureau|Branch|Laborator\w*|Division|Faculty|Directorate|Plant|Joint[ -]Stock|Limited Liability Company)\b/;
const ORGANISATION =
  /\b(?:Academy|Corporation|Concern|Company|Co\.|Institut\w*|Technologies|Group|Ministry|Universit\w*|Bureau)/;
const PLACE = /\d|\b(?:Street|Road|Ave|Avenue|Building|Floor|Center|Centre|Tower|Plaza|District|Zone)\b/i;

/** No party's name holds more commas than this. */
const MAX_SEGMENTS = 8;

const isOpen = (text: string): boolean => text.split('(').length > text.split(')').length;

function belongsToName(name: string, segment: string): boolean {
  if (isOpen(name) || LEGAL_FORM.test(segment)) return true;
  if (/^(?:Ltd|Inc|Co)\b/.test(segment) && !PLACE.test(segment)) return true;
  return ORGANISATION.test(name) && UNIT.test(segment) && !PLACE.test(segment);
}

/**
 * Parts `Name, address` at the first comma that is not the name's own. A guess where the publisher gives no mark: the whole
 * line stays comparable either way, because both halves are compared.
 */
export function splitName(line: string): NameAndRest {
  // Odd positions hold the commas as printed, so that a name is put together as it stood.
  const parts = line.split(/((?:(?<!\d),|,(?!\d{3}\b))\s*)/);
  let taken = 1;
  while (taken + 1 < Math.min(parts.length, 2 * MAX_SEGMENTS)) {
    if (!belongsToName(parts.slice(0, taken).join(''), parts[taken + 1] ?? '')) break;
    taken += 2;
  }
  return {
    name: trimTail(parts.slice(0, taken).join('')),
    rest: parts
      .slice(taken + 1)
      .join('')
      .trim(),
  };
}
