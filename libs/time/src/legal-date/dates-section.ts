import { clausesOf } from './clauses.ts';
import { findEnglishDates } from './english-date.ts';

/** What the DATES section of a Federal Register document fixes. All dates are `YYYY-MM-DD`, Washington time. */
export interface DatesSection {
  /** First date on which any instruction of the document takes effect. */
  readonly effectiveFrom?: string;
  /** Last day of effect, where the section names one (`effective ..., through ...`). */
  readonly effectiveTo?: string;
  /** The date will be announced in a later document. */
  readonly effectiveTBD?: true;
  /** `[INSERT DATE n DAYS AFTER PUBLICATION]`: 0 is the day of publication itself. */
  readonly effectiveDaysAfterPublication?: number;
  /** Retroactive or later applicability, `applicable as of February 14, 2022`. */
  readonly appliesAsOf?: string;
  readonly complianceBy?: string;
  readonly commentClose?: string;
  readonly commentDaysAfterPublication?: number;
  /** New end of an earlier authorisation, `The expiration date ... is extended until February 16, 2020.` */
  readonly expiryExtendedTo?: string;
  /** Amendatory instructions that take effect on a day of their own, in printed order. */
  readonly perInstruction: readonly { readonly instruction: string; readonly from: string }[];
}

type Found = { -readonly [Key in keyof DatesSection]?: DatesSection[Key] };

const DAY = '[A-Z][a-z]{2,8}\\.?\\s+\\d{1,2},\\s+\\d{4}';
/** `published on October 21, 2021 (86 FR 58205)`, `published March 1, 2024 at 89 FR 15066`. */
const EARLIER_ACT = new RegExp(
  `\\b(?:published|issued|appeared|that appeared|dated|display\\w*)\\b(?:[^,.;]{0,120}?\\b(?:on|of|at)\\s+[^,.;]{0,40}?|\\s+)${DAY}(?:\\s*\\([^)]{0,40}\\))?`,
  'g',
);
/** `at 86 FR 58205, October 21, 2021`: the day of an issue, not of this document. */
const CITED_DAY = new RegExp(`\\b\\d{2,3} FR \\d{1,6},?\\s+\\(?${DAY}\\)?`, 'g');
const TO_BE_ANNOUNCED =
  /\bannounc\w+ (?:of )?(?:the|an) effective date|\beffective(?: date|ness)\b.{0,200}\b(?:to be determined|will be announced|(?:delayed|postponed|stayed|suspended)(?: indefinitely| until further notice| pending))/i;
const PLACEHOLDER = /\[\s*INSERT\s+DATE\s+(?:(\d{1,3})\s+DAYS\s+AFTER|OF)\b[^\]]{0,80}\]/i;
/** The same in words, as some agencies print it after publication, too. */
const AFTER_PUBLICATION =
  /\beffective\s+(?:(\d{1,3})\s+days\s+(?:after|from|following)|(?:immediately )?up?on)\s+(?:the )?(?:date of )?(?:its )?publication\b/i;

/** First date that stands within reach of words that give it its meaning. */
function dateAfter(clause: string, lead: RegExp): string | undefined {
  const match = lead.exec(clause);
  if (match === null) return undefined;
  const from = match.index + match[0].length;
  return findEnglishDates(clause.slice(from, from + 160))[0]?.on;
}

function placeholderDays(clause: string): number | undefined {
  const match = PLACEHOLDER.exec(clause) ?? AFTER_PUBLICATION.exec(clause);
  return match === null ? undefined : Number(match[1] ?? 0);
}

function readComments(clause: string, found: Found): void {
  const close =
    dateAfter(clause, /\b(?:extended|reopened|reopens|extends)\b[^.]{0,80}?\b(?:to|until|through)\b/i) ??
    dateAfter(
      clause,
      /\b(?:on or before|no later than|not later than|due by|due|by|until|through|before|closes? on)\b/i,
    ) ??
    findEnglishDates(clause).at(-1)?.on;
  if (close !== undefined) found.commentClose ??= close;
  const days = placeholderDays(clause);
  if (days !== undefined) found.commentDaysAfterPublication ??= days;
}

/** `Effective November 10, 2025, 15 CFR 744.11(a) is stayed until November 10, 2026`: what was in force rests until the day before. */
function readStay(clause: string, found: Found): boolean {
  const until = /\beffective\s+(?:on\s+)?[A-Z].{0,300}?\b(?:is|are)\s+(?:stayed|suspended)\b/i.test(clause)
    ? dateAfter(clause, /\b(?:stayed|suspended)\b[^.]{0,60}?\buntil\b/i)
    : undefined;
  const from = dateAfter(clause, /\beffective\b/i);
  if (until === undefined || from === undefined || from === until) return false;
  found.effectiveFrom ??= from;
  found.effectiveTo ??= dayBefore(until);
  return true;
}

function dayBefore(on: string): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** `This rule expires on December 31, 2020`, `The expiration date of this rule is December 31, 2026`. */
const EXPIRES =
  /\b(?:rule|license|order|authorization|it|and) (?:will )?expires? (?:on )?|\bexpiration date of this [a-z ]{3,40} is /i;

/** What of a rule takes effect on a day of its own: amendatory instructions by number, sections, or amendments in words. */
const EXCEPT =
  /\b(?:except|with the exception of) (?:for )?(?:(?:the )?(?:amendatory )?instructions? |(?:the )?amendments? to |the )?([^;]{1,160}?),? which (?:is|are|will be|will become|become|becomes) effective\b/i;
const WHICH_IS = /\bwhich (?:is|are|will be|will become|become|becomes) effective\b/i;

function readEffective(clause: string, found: Found): void {
  if (readStay(clause, found)) return;
  const delayed = dateAfter(clause, /\b(?:delayed|delays|postponed|deferred|stayed)\b[^.]{0,60}?\b(?:until|to)\b/i);
  const staged = /\beffective\s+(?:on\s+)?(.{6,30}?),?\s+(?:is|are) the following instructions?:?\s*(.{1,400})/i.exec(
    clause,
  );
  const from = delayed ?? dateAfter(clause, /\beffective\b/i);
  if (from !== undefined && (found.effectiveFrom === undefined || from < found.effectiveFrom))
    found.effectiveFrom = from;
  const to = dateAfter(clause, /\beffective\b[^;]{0,60}?\bthrough\b/i);
  if (to !== undefined) found.effectiveTo ??= to;
  const days = placeholderDays(clause);
  if (days !== undefined) found.effectiveDaysAfterPublication ??= days;
  if (staged?.[2] !== undefined && from !== undefined) addInstruction(found, staged[2], from);
  const except = EXCEPT.exec(clause);
  const exceptFrom = except === null ? undefined : dateAfter(clause, WHICH_IS);
  if (except?.[1] !== undefined && exceptFrom !== undefined) addInstruction(found, except[1], exceptFrom);
}

function addInstruction(found: Found, instruction: string, from: string): void {
  found.perInstruction = [...(found.perInstruction ?? []), { instruction: instruction.replace(/[.;\s]+$/, ''), from }];
}

/** A compliance date that moves is the later one; of several the first binds first. */
function complianceDay(clause: string): string | undefined {
  const dates = findEnglishDates(clause);
  const moved = dateAfter(clause, /\b(?:extended|delayed|extends|delays|postponed)\b[^.]{0,80}?\b(?:to|until)\b/i);
  return moved ?? dateAfter(clause, /\b(?:compliance|comply|complies)\b/i) ?? dates.at(-1)?.on;
}

function readClause(printed: string, found: Found): void {
  const clause = printed.replace(EARLIER_ACT, '').replace(CITED_DAY, '');
  if (TO_BE_ANNOUNCED.test(clause)) found.effectiveTBD = true;
  const applies = dateAfter(clause, /\b(?:applicable|applies|applicability date)\b/i);
  if (applies !== undefined) found.appliesAsOf ??= applies;
  const extended = dateAfter(
    clause,
    /\b(?:expiration|validity|expiry)\b[^.]{0,200}?\bextended\b[^.]{0,20}?\b(?:until|to|through)\b/i,
  );
  if (extended !== undefined) found.expiryExtendedTo ??= extended;
  if (/\bcompliance\b|\bcomply\b/i.test(clause)) {
    const by = complianceDay(clause);
    if (by !== undefined) found.complianceBy ??= by;
    return;
  }
  const expires = dateAfter(clause, EXPIRES);
  if (expires !== undefined) found.effectiveTo ??= expires;
  const direct = /^(.{0,80}\beffective\s+(?:on\s+)?[A-Z][^,;]{3,20},\s+\d{4}).{0,120}\bunless\b(.*)/i.exec(clause);
  if (direct !== null) {
    // A direct final rule: in force on its day, unless somebody objects by another.
    readEffective(direct[1] ?? '', found);
    readComments(direct[2] ?? '', found);
  } else if (/\bcomments?\b/i.test(clause)) readComments(clause, found);
  else if (/\beffective\b/i.test(clause)) readEffective(clause, found);
}

/**
 * Reads a DATES section as federalregister.gov serves it in `dates` (1 CFR 18.12, 18.17). Dates of earlier documents
 * (`published on ...`) are not dates of this one. Text that fixes nothing gives an empty answer; never throws.
 */
export function parseDatesSection(text: string): DatesSection {
  const found: Found = {};
  for (const clause of clausesOf(text)) readClause(clause, found);
  return { ...found, perInstruction: found.perInstruction ?? [] };
}
