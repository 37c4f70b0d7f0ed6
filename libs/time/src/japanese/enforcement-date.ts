import { calendarDate, eraDatesIn } from './era-date.ts';
import { kanjiNumber, NUMERAL } from './kanji-number.ts';

/**
 * When a law takes effect, as its 附則 or the enforcement comment of its revision says. `to_be_set`: an order will name
 * the day, or it is the day of another law that is not printed; `notAfter` is the last day allowed, never to be shown as the effective date.
 */
export type Enforcement =
  | { readonly kind: 'on'; readonly date: string }
  | { readonly kind: 'to_be_set'; readonly notAfter?: string };

interface Period {
  readonly years: number;
  readonly months: number;
  readonly days: number;
}

const PERIOD = `(?:(${NUMERAL})年)?(?:(${NUMERAL})(?:月|箇月|か月|ヶ月|カ月|ヵ月))?(?:(${NUMERAL})(日|週間))?`;
const FROM_PROMULGATION = new RegExp(`公布の日から(起算して)?${PERIOD}(を経過した日|を超えない範囲内)`);

function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Last day of a period that begins on `start`, that day counted. Source: 民法第百四十三条 (no such day: end of the month). */
function lastDay(start: string, period: Period): string {
  const year = Number(start.slice(0, 4)) + period.years;
  const monthIndex = Number(start.slice(5, 7)) - 1 + period.months;
  const sameDay = calendarDate(
    year + Math.floor(monthIndex / 12),
    (((monthIndex % 12) + 12) % 12) + 1,
    Number(start.slice(8)),
  );
  const eve = sameDay ? plusDays(sameDay, -1) : new Date(Date.UTC(year, monthIndex + 1, 0)).toISOString().slice(0, 10);
  return plusDays(eve, period.days);
}

function periodOf(match: readonly (string | undefined)[]): Period | undefined {
  const [years, months, days] = [match[2], match[3], match[4]].map((part) => (part ? kanjiNumber(part) : 0));
  if (years === undefined || months === undefined || days === undefined) return undefined;
  const inDays = match[5] === '週間' ? days * 7 : days;
  const bounded = years <= 100 && months <= 1200 && inDays <= 36_500;
  return bounded && years + months + inDays > 0 ? { years, months, days: inDays } : undefined;
}

/**
 * Reads one enforcement clause: `公布の日から施行する`, `公布の日から起算して三月を経過した日`, `令和八年四月一日から施行する`,
 * `公布の日から起算して六月を超えない範囲内において政令で定める日`. Only the first rule of the clause is read; provisos with
 * days of their own must be handed over one by one. With 起算して the day of promulgation is the first day of the period
 * (民法第百四十条 does not apply), without it the day after.
 * @param promulgatedOn calendar date of promulgation; clauses that count from it need it.
 * @returns undefined when the wording is not known or the day of promulgation is missing.
 */
export function enforcementOf(wording: string, promulgatedOn?: string): Enforcement | undefined {
  const text = wording.normalize('NFKC').replace(/\s+/g, '');
  const counted = FROM_PROMULGATION.exec(text);
  const byOrder = /(?:政令|省令|府令|規則|法律|告示)で定める日/.test(text);
  if (counted && periodOf(counted)) return countedFrom(counted, promulgatedOn);
  if (byOrder) return { kind: 'to_be_set' };
  const [printed] = eraDatesIn(text);
  if (printed && /いずれか遅い日/.test(text)) return laterOf(printed, promulgatedOn);
  if (printed) return { kind: 'on', date: printed };
  if (/の施行の日(?:の翌日)?から(?:施行|適用)/.test(text)) return { kind: 'to_be_set' };
  if (!promulgatedOn) return undefined;
  if (/公布の日の翌日/.test(text)) return { kind: 'on', date: plusDays(promulgatedOn, 1) };
  return /公布の日(?:から施行|$)/.test(text) ? { kind: 'on', date: promulgatedOn } : undefined;
}

/** `令和八年四月一日又は公布の日のいずれか遅い日`. */
function laterOf(printed: string, promulgatedOn: string | undefined): Enforcement | undefined {
  if (promulgatedOn === undefined) return undefined;
  return { kind: 'on', date: printed > promulgatedOn ? printed : promulgatedOn };
}

function countedFrom(match: RegExpExecArray, promulgatedOn: string | undefined): Enforcement | undefined {
  const period = periodOf(match);
  const atMost = match[6] === 'を超えない範囲内';
  if (!promulgatedOn || !period) return atMost ? { kind: 'to_be_set' } : undefined;
  const last = lastDay(match[1] ? promulgatedOn : plusDays(promulgatedOn, 1), period);
  return atMost ? { kind: 'to_be_set', notAfter: last } : { kind: 'on', date: plusDays(last, 1) };
}
