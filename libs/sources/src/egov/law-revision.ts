import type { TextReading } from '#domain';
import { enforcementOf } from '#time';
import type { RevisionInfo } from './law-json.ts';
import { promulgationDay } from './promulgation.ts';

type Revision = TextReading['revision'];

const REVISION_ID = /([0-9A-Z]{15})_([0-9]{8})_([0-9A-Z]{15})/;
const JST_OFFSET_MS = 9 * 3_600_000;

/** Kinds of law by the letters in a law id. Source: e-Gov 法令API v2, law_id. */
const KIND_OF_LAW: Readonly<Record<string, string>> = { AC: '法律', CO: '政令', IO: '勅令' };
/** Ordinances of one ministry: M5 before the reform of 2001, M6 since. Source: e-Gov law ids, three digits of serial number last. */
const KIND_OF_ORDINANCE: Readonly<Record<string, string>> = {
  M50000400: '通商産業省令',
  M60000400: '経済産業省令',
  M50000040: '大蔵省令',
  M60000040: '財務省令',
};
const ERA_OF_LAW: Readonly<Record<string, string>> = { 1: '明治', 2: '大正', 3: '昭和', 4: '平成', 5: '令和' };

/**
 * Number of an amending law in words from its id: `507CO0000000376` is `令和7年政令第376号`, `507M60000400072`
 * `令和7年経済産業省令第72号`. Ordinances of ministries not known here keep their id. `000000000000000`, the law as first
 * enacted, gives undefined.
 */
export function lawNumberOfId(lawId: string): string | undefined {
  if (/^0+$/.test(lawId)) return undefined;
  const [, era = '', year, kind = '', serial] =
    /^([1-5])([0-9]{2})([A-Z]{2}|M[0-9]{8})([0-9]{10}|[0-9]{3})$/.exec(lawId) ?? [];
  const [eraName, kindName] = [ERA_OF_LAW[era], KIND_OF_LAW[kind] ?? KIND_OF_ORDINANCE[kind]];
  return eraName && kindName ? `${eraName}${Number(year)}年${kindName}第${Number(serial)}号` : lawId;
}

function dashed(yyyymmdd: string): string {
  return `${yyyymmdd.slice(0, 4)}-${yyyymmdd.slice(4, 6)}-${yyyymmdd.slice(6, 8)}`;
}

function isCalendarDate(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);
}

/**
 * Revision facts of one answer: from `revision_info` where the answer has it, else from the revision id in its address
 * (`{law id}_{enforcement date}_{amending law id}`). A revision whose date an order has yet to name carries a placeholder
 * date, the last day allowed; it is told apart by the enforcement comment, or by the newest 附則 where only the address is
 * known. Once the order is made, the date comes before that last day or the comment is gone.
 * @param newest enforcement clause of the newest 附則, and how each 附則 names the law that brought it.
 * @param retrievedAt instant of the capture; a later enforcement date means pending.
 */
export function revisionOf(
  url: string,
  info: RevisionInfo,
  newest: { readonly clause: string; readonly amendLawNums?: readonly string[] },
  retrievedAt: string,
): Revision {
  const [revisionId, , inAddress, amendingId] = REVISION_ID.exec(info.law_revision_id ?? url) ?? [];
  const stated = info.amendment_enforcement_date;
  const date = isCalendarDate(stated) ? stated : inAddress && dashed(inAddress);
  const pending = info.current_revision_status
    ? info.current_revision_status === 'UnEnforced'
    : date !== undefined && date > dayInJapan(retrievedAt);
  const amendedBy = info.amendment_law_num ?? (amendingId && lawNumberOfId(amendingId));
  const promulgatedOn = isCalendarDate(info.amendment_promulgate_date)
    ? info.amendment_promulgate_date
    : promulgationDay(newest.amendLawNums ?? [], amendedBy);
  const toBeSet = pending && isPlaceholder(date, info, newest.clause, promulgatedOn);
  const setByOrder = pending && !toBeSet && enforcementOf(newest.clause)?.kind === 'to_be_set';
  return {
    ...(revisionId && { revisionId }),
    ...(amendedBy && { amendedBy }),
    ...(promulgatedOn && { promulgatedOn }),
    ...(date && (toBeSet ? { enforcedByLatest: date } : { enforcedOn: date })),
    ...(date && setByOrder
      ? { dateSetByOrder: newest.clause }
      : pending && newest.clause !== ''
        ? { enforcementClause: newest.clause }
        : {}),
    ...(date || info.current_revision_status ? { status: pending ? 'pending' : 'in_force' } : {}),
  };
}

function isPlaceholder(
  date: string | undefined,
  info: RevisionInfo,
  newestClause: string,
  promulgatedOn: string | undefined,
): boolean {
  const comment = info.amendment_enforcement_comment ?? '';
  if (info.current_revision_status !== undefined && comment === '') return false;
  const enforcement = enforcementOf(comment === '' ? newestClause : comment, promulgatedOn);
  if (enforcement?.kind !== 'to_be_set') return false;
  return enforcement.notAfter === undefined || date === undefined || date >= enforcement.notAfter;
}

function dayInJapan(instant: string): string {
  const ms = Date.parse(instant);
  return Number.isNaN(ms) ? '9999-12-31' : new Date(ms + JST_OFFSET_MS).toISOString().slice(0, 10);
}
