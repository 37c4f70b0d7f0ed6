import type { AnnouncedFact } from './announced-fact.ts';
import { type Instruction, lastBefore, type Verb, verbsOf } from './instruction.ts';

const ECCN = /\b\d[A-EY]\d{3}\b/g;
/** What may stand between a verb and the entry it is done to: `adding, in alphanumeric order, ECCNs 3A090 and 4A090`. */
const OBJECT =
  /^[\s,]*(?:(?:in \w+ order|new|an?|the|entr(?:y|ies)|for|and|Export Control Classification Numbers?|\(?ECCNs?\)?|\d[A-EY]\d{3})[\s,;]*)*$/i;
const PASSIVE = /^[^.;]{0,120}?\b(?:is|are)\s+(?:\w+\s+)?(added|removed|revised|amended|redesignated)\b/i;

const SUPPLEMENT_1 = '15 CFR 774 Supp. 1';
/** Where an entry is put is no change of its neighbours: `between the entries for ECCNs 9A012 and 9A101`, `after ECCN 3A090`. */
const PLACE =
  /\b(?:between|after|before|following|preceding)\s+(?:the\s+)?(?:entr(?:y|ies)\s+for\s+)?(?:ECCNs?\s+)?\d[A-EY]\d{3}(?:\s+and\s+(?:ECCN\s+)?\d[A-EY]\d{3})?/gi;
const NEW_NAME = /^[^.;]{0,60}?\bas\s+(?:ECCN\s+)?(\d[A-EY]\d{3})/;

const ITEM_TYPES: Readonly<Record<Verb, string>> = {
  add: 'item.added',
  remove: 'item.removed',
  revise: 'item.text_changed',
  redesignate: 'item.redesignated',
  suspend: 'item.text_changed',
};

/** Entries of the Commerce Control List (15 CFR 774 Supp. 1) that an instruction adds, removes or revises. */
export function announcedItems({ title, part, text }: Instruction): readonly AnnouncedFact[] {
  if (title !== '15' || part !== '774') return [];
  const words = text.replace(PLACE, (place) => ' '.repeat(place.length));
  const verbs = verbsOf(words);
  return [...words.matchAll(ECCN)]
    .flatMap((match) => {
      const before = lastBefore(verbs, match.index);
      const isObject = before !== undefined && OBJECT.test(words.slice(before.end, match.index));
      const after = words.slice(match.index + match[0].length);
      const passive = PASSIVE.exec(after)?.[1];
      const verb = isObject ? before.verb : passive === undefined ? 'revise' : (verbsOf(passive)[0]?.verb ?? 'revise');
      if (verb !== 'redesignate') return [{ type: ITEM_TYPES[verb], item: match[0], cfr: SUPPLEMENT_1 }];
      const newItem = NEW_NAME.exec(after)?.[1];
      return [{ type: ITEM_TYPES[verb], item: match[0], ...(newItem ? { newItem } : {}), cfr: SUPPLEMENT_1 }];
    })
    .filter(({ item }, at, all) => !all.some((other, index) => index < at && other.newItem === item));
}

const SECTION =
  /^\s*(?:\d+\.|\(?[a-z]{1,3}[.)])?\s*(?:(Add|Revise|Amend|Remove(?: and reserve)?|Redesignate|Stay|Suspend)\s+)?(?:In\s+)?(?:new\s+)?(?:Section|§+)\s*(\d+[a-z]?\.\d+[a-z]?(?:-\d+)?)/i;
/** Below the section as a whole: a paragraph, a definition, its heading. */
const PARTLY = /\b(?:paragraphs?|introductory text|definitions?|heading|notes?|tables?|sentence)\b/i;

function sectionType(text: string): string {
  const [first] = verbsOf(text);
  const verb = first?.verb ?? 'revise';
  if (verb === 'suspend') return 'rule.suspended';
  if (PARTLY.test(text)) return 'rule.text_changed';
  if (verb === 'add') return 'rule.added';
  return verb === 'remove' ? 'rule.removed' : 'rule.text_changed';
}

/** The section of the CFR that an instruction amends, as a whole or in part. */
export function announcedSection({ title, text }: Instruction): readonly AnnouncedFact[] {
  const numbers = title === '' ? [] : sectionsIn(text);
  return [...new Set(numbers)].map((number) => ({ type: sectionType(text), cfr: `${title} CFR ${number}` }));
}

/** `Sections 740.10 and 740.11 are amended by ...`, `2. Effective November 10, 2025, stay § 744.11(b).` */
const SECTIONS =
  /(?:\bSections?|§+)\s*(\d+[a-z]?\.\d+[a-z]?(?:-\d+)?(?:(?:,|,? and|,? or)\s*(?:§\s*)?\d+[a-z]?\.\d+[a-z]?(?:-\d+)?)*)/gi;
const NUMBERED = /^\s*\d+\./;

/** Sections named before it is said what is done to them; those in quotation marks or behind `by` are words of the text. */
function sectionsIn(text: string): readonly string[] {
  const first = SECTION.exec(text)?.[2];
  const head = NUMBERED.test(text) ? (text.replace(/[\u201c"][^\u201d"]*[\u201d"]/g, '').split(/\bby\b/)[0] ?? '') : '';
  const named = [...head.slice(0, 300).matchAll(SECTIONS)].flatMap(
    ([, list = '']) => list.match(/\d+[a-z]?\.\d+[a-z]?(?:-\d+)?/g) ?? [],
  );
  return first === undefined ? named : [first, ...named];
}

const REPLACED =
  /\bremov\w+\s+(?:the (?:phrase|words?|term|number|figure)s?\s+)?[\u201c"]?(\d{1,3}(?:\.\d+)?)[\u201d"]?\s*(percent|%)[\u201d"]?[^.]{0,60}?\badd\w*,?\s+(?:in its place,?\s+)?(?:the (?:phrase|words?|term|number|figure)s?\s+)?[\u201c"]?(\d{1,3}(?:\.\d+)?)[\u201d"]?\s*(?:percent|%)/i;

/** A share that is replaced by another (15 CFR 734.4). */
export function announcedThreshold(instruction: Instruction): readonly AnnouncedFact[] {
  const [, from, , to] = REPLACED.exec(instruction.text) ?? [];
  if (from === undefined || to === undefined) return [];
  const cfr = announcedSection(instruction)[0]?.cfr ?? `${instruction.title} CFR ${instruction.part}`;
  return [{ type: 'threshold.changed', cfr, oldValue: Number(from), newValue: Number(to), unit: 'percent' }];
}
