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

const EARLIER_ACT =
  /\b(?:published|issued|appeared|that appeared|dated|display\w*)\b[^,.;]{0,120}?\b(?:on|of|at)\s+[^,.;]{0,40}?[A-Z][a-z]{2,8}\.?\s+\d{1,2},\s+\d{4}(?:\s*\([^)]{0,40}\))?/g;
const TO_BE_ANNOUNCED =
  /\bannounc\w+ (?:of )?(?:the|an) effective date|\beffective date[^.]{0,60}\b(?:to be determined|will be announced|delayed indefinitely)/i;
const PLACEHOLDER = /\[\s*INSERT\s+DATE\s+(?:(\d{1,3})\s+DAYS\s+AFTER|OF)\b[^\]]{0,80}\]/i;

/** First date that stands within reach of words that give it its meaning. */
function dateAfter(clause: string, lead: RegExp): string | undefined {
  const match = lead.exec(clause);
  if (match === null) return undefined;
  const from = match.index + match[0].length;
  return findEnglishDates(clause.slice(from, from + 160))[0]?.on;
}

function placeholderDays(clause: string): number | undefined {
  const match = PLACEHOLDER.exec(clause);
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

function readEffective(clause: string, found: Found): void {
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
  const except = /\bexcept (?:for )?(?:amendatory )?instructions? ([^;]{1,120}?),? which (?:is|are) effective\b/i.exec(
    clause,
  );
  const exceptFrom = except === null ? undefined : dateAfter(clause, /\bwhich (?:is|are) effective\b/i);
  if (except?.[1] !== undefined && exceptFrom !== undefined) addInstruction(found, except[1], exceptFrom);
}

function addInstruction(found: Found, instruction: string, from: string): void {
  found.perInstruction = [...(found.perInstruction ?? []), { instruction: instruction.replace(/[.;\s]+$/, ''), from }];
}

function readClause(printed: string, found: Found): void {
  const clause = printed.replace(EARLIER_ACT, '');
  if (TO_BE_ANNOUNCED.test(clause)) found.effectiveTBD = true;
  const applies = dateAfter(clause, /\b(?:applicable|applies|applicability date)\b/i);
  if (applies !== undefined) found.appliesAsOf ??= applies;
  const extended = dateAfter(
    clause,
    /\b(?:expiration|validity|expiry)\b[^.]{0,200}?\bextended\b[^.]{0,20}?\b(?:until|to|through)\b/i,
  );
  if (extended !== undefined) found.expiryExtendedTo ??= extended;
  if (/\bcompliance\b|\bcomply\b/i.test(clause)) {
    const by = findEnglishDates(clause).at(-1)?.on;
    if (by !== undefined) found.complianceBy ??= by;
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
