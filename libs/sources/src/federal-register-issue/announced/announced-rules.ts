import type { AnnouncedFact } from './announced-fact.ts';
import { type Instruction, lastBefore, type Verb, verbsOf } from './instruction.ts';

const ECCN = /\b\d[A-EY]\d{3}\b/g;
/** What may stand between a verb and the entry it is done to: `adding, in alphanumeric order, ECCNs 3A090 and 4A090`. */
const OBJECT =
  /^[\s,]*(?:(?:in \w+ order|new|an?|the|entr(?:y|ies)|for|and|Export Control Classification Numbers?|\(?ECCNs?\)?|\d[A-EY]\d{3})[\s,;]*)*$/i;
const PASSIVE = /^[^.;]{0,120}?\b(?:is|are)\s+(?:\w+\s+)?(added|removed|revised|amended|redesignated)\b/i;

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
  const verbs = verbsOf(text);
  return [...text.matchAll(ECCN)].map((match) => {
    const before = lastBefore(verbs, match.index);
    const isObject = before !== undefined && OBJECT.test(text.slice(before.end, match.index));
    const passive = PASSIVE.exec(text.slice(match.index + match[0].length))?.[1];
    const verb = isObject ? before.verb : passive === undefined ? 'revise' : (verbsOf(passive)[0]?.verb ?? 'revise');
    return { type: ITEM_TYPES[verb], item: match[0], cfr: '15 CFR 774 Supp. 1' };
  });
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
  const number = SECTION.exec(text)?.[2];
  return number === undefined || title === '' ? [] : [{ type: sectionType(text), cfr: `${title} CFR ${number}` }];
}

const REPLACED =
  /\bremov\w+\s+[\u201c"]?(\d{1,3}(?:\.\d+)?)[\u201d"]?\s*(percent|%)[\u201d"]?[^.]{0,40}?\badd\w*\s+(?:in its place\s+)?[\u201c"]?(\d{1,3}(?:\.\d+)?)[\u201d"]?\s*(?:percent|%)/i;

/** A share that is replaced by another (15 CFR 734.4). */
export function announcedThreshold(instruction: Instruction): readonly AnnouncedFact[] {
  const [, from, , to] = REPLACED.exec(instruction.text) ?? [];
  if (from === undefined || to === undefined) return [];
  const cfr = announcedSection(instruction)[0]?.cfr ?? `${instruction.title} CFR ${instruction.part}`;
  return [{ type: 'threshold.changed', cfr, oldValue: Number(from), newValue: Number(to), unit: 'percent' }];
}
