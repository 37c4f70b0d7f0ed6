import { type ChangeDraft, MAX_QUOTE_CHARS, type Provision, type TextReading } from '#domain';
import { factsOf, revisionTerms } from '../draft.ts';
import { subjectOf } from '../unit-changes.ts';

const SUSPENDED = /\b(?:suspended|stayed|stay(?:s|ing)?|suspend(?:s|ing)?)\b/iu;
const LIFTED = /\b(?:reinstated|suspension (?:is|was) (?:lifted|ended|removed)|stay (?:is|was) lifted)\b/iu;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY = String.raw`([A-Z][a-z]{2,8})\.?\s+(\d{1,2}),\s+(\d{4})`;
const FROM = new RegExp(String.raw`\b(?:effective|from)\s+(?:on\s+)?${DAY}`, 'u');
const THROUGH = new RegExp(String.raw`\b(?:through|until|to)\s+${DAY}`, 'u');
const CITATION = /\b\d{1,3} FR \d{1,6}\b/gu;

function dayOf(match: RegExpExecArray | null): string | undefined {
  const [, month = '', day = '', year = ''] = match ?? [];
  const at = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  return at === -1 ? undefined : `${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The note says that words are suspended now, not that a suspension has ended. */
export function tellsSuspension(note: string | undefined): boolean {
  return note !== undefined && SUSPENDED.test(note) && !LIFTED.test(note);
}

function datesOf(note: string): NonNullable<ChangeDraft['dates']> {
  const [from, through] = [dayOf(FROM.exec(note)), dayOf(THROUGH.exec(note))];
  return { ...(from && { effectiveFrom: from }), ...(through && { effectiveTo: through }) };
}

/** Paragraphs that a note names, as their labels end: `(a)(1)`. None named: the whole section. */
function isNamed({ label }: Provision, root: string, note: string): boolean {
  const own = label.startsWith(root) ? label.slice(root.length) : '';
  const named = [...note.matchAll(/(?:\(\w{1,5}\))+/gu)].map(([paragraphs]) => paragraphs);
  return (
    own === '' ||
    named.length === 0 ||
    named.some((paragraphs) => own.startsWith(paragraphs) || paragraphs.startsWith(own))
  );
}

/** Where a section stands with suspensions in each reading. */
export interface Suspensions {
  /** A unit that went because it is suspended. */
  readonly isSuspended: (provision: Provision, root: string) => boolean;
  /** A unit that came back after a suspension. */
  readonly isReinstated: (provision: Provision, root: string) => boolean;
  readonly noteOn: (root: string, side: 'before' | 'after') => string;
}

function notesOf(reading: TextReading): ReadonlyMap<string, string> {
  return new Map(
    reading.provisions.flatMap(({ label, effectNote }) => (effectNote === undefined ? [] : [[label, effectNote]])),
  );
}

/**
 * Reads the effective-date notes of sections: suspended text may vanish from eCFR and return, which is neither a removal nor an
 * addition. A note on a future amendment alone says nothing of the present text.
 */
export function suspensionsOf(before: TextReading, after: TextReading): Suspensions {
  const [old, now] = [notesOf(before), notesOf(after)];
  const has = (notes: ReadonlyMap<string, string>, provision: Provision, root: string) => {
    const note = notes.get(root);
    return note !== undefined && tellsSuspension(note) && isNamed(provision, root, note);
  };
  return {
    isSuspended: (provision, root) => has(now, provision, root),
    isReinstated: (provision, root) => has(old, provision, root) && !has(now, provision, root),
    noteOn: (root, side) => (side === 'before' ? old : now).get(root) ?? '',
  };
}

/** `rule.suspended` for a unit that went, `rule.reinstated` for one that came back, with the note as its proof. */
export function suspensionChange(
  provision: Provision,
  kind: 'rule.suspended' | 'rule.reinstated',
  note: string,
  reading: TextReading,
): ChangeDraft {
  const isSuspended = kind === 'rule.suspended';
  const side = isSuspended ? 'before' : 'after';
  const proof = isSuspended
    ? [{ side: 'after' as const, locator: provision.locator, quote: note.slice(0, MAX_QUOTE_CHARS) }]
    : [];
  const citation = note.match(CITATION) ?? [];
  return {
    ...revisionTerms(reading.revision),
    type: kind,
    subject: subjectOf(provision),
    stage: isSuspended ? 'stayed' : 'in_force',
    direction: 'unknown',
    ...(isSuspended && { dates: { ...revisionTerms(reading.revision).dates, ...datesOf(note) } }),
    quotes: [
      { side, locator: provision.locator, quote: provision.text.slice(0, MAX_QUOTE_CHARS) || provision.label },
      ...proof,
    ],
    [side]: factsOf(provision),
    ...(provision.instrumentId && { instrumentId: provision.instrumentId }),
    ...(citation.length > 0 && { lineage: { citation } }),
  };
}
