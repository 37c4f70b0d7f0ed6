import { type ChangeDraft, type Direction, MAX_QUOTE_CHARS, type Provision, type TextReading } from '#domain';
import { withoutCitations } from '../citation-free.ts';
import { substanceOf } from '../substance.ts';
import { commonTerms } from '../unit-changes.ts';

const isAspect = (provision: Provision): boolean =>
  provision.aspect === 'reason_for_control' || provision.aspect === 'license_exception';

/** The same reading without the lines about reasons for control and license exceptions, which {@link diffEntryAspects} compares. */
export function withoutEntryAspects(reading: TextReading): TextReading {
  return { ...reading, provisions: reading.provisions.filter((provision) => !isAspect(provision)) };
}

const sayOf = (provision: Provision): string => withoutCitations(substanceOf(provision.text, 'en'), 'en');

function byEntry(reading: TextReading, aspect: Provision['aspect']): ReadonlyMap<string, readonly Provision[]> {
  const stated = reading.provisions.filter(
    (provision) => provision.aspect === aspect && provision.parent !== undefined,
  );
  return Map.groupBy(stated, ({ parent = '' }) => parent);
}

/** Codes such as NS, RS, AT on the line `Reason for Control: NS, RS, AT`, and in the rows `NS applies to entire entry`. */
function reasonsOf(lines: readonly Provision[]): ReadonlySet<string> {
  const stated = lines.flatMap(({ text }) => {
    const listed =
      /^reasons? for control\s*:\s*(.*)$/isu.exec(text)?.[1] ??
      /^([A-Z]{2}(?:,? (?:and )?[A-Z]{2}){0,9})\s+appl(?:y|ies)\b/u.exec(text)?.[1];
    return listed?.match(/\b[A-Z]{2}\b/gu) ?? [];
  });
  return new Set(stated);
}

function quotesOf(before: readonly Provision[], after: readonly Provision[]): ChangeDraft['quotes'] {
  const quote = (side: 'before' | 'after', lines: readonly Provision[]) =>
    lines[0]
      ? [
          {
            side,
            locator: lines[0].locator,
            quote: lines
              .map(({ text }) => text)
              .join('\n')
              .slice(0, MAX_QUOTE_CHARS),
          },
        ]
      : [];
  return [...quote('before', before), ...quote('after', after)];
}

function differing(lines: readonly Provision[], others: readonly Provision[]): readonly Provision[] {
  const said = new Set(others.map(sayOf));
  return lines.filter((line) => !said.has(sayOf(line)));
}

/** More reasons and none fewer tighten; a row reworded under the same reasons is not read. */
function directionOfReasons(old: ReadonlySet<string>, now: ReadonlySet<string>): Direction {
  const [came, went] = [now.difference(old).size, old.difference(now).size];
  if (came > 0 && went > 0) return 'mixed';
  return came > 0 ? 'tighten' : went > 0 ? 'loosen' : 'unknown';
}

type Terms = { readonly entry: string; readonly reading: TextReading };

function reasonChange(
  { entry, reading }: Terms,
  before: readonly Provision[],
  after: readonly Provision[],
): readonly ChangeDraft[] {
  const [gone, come] = [differing(before, after), differing(after, before)];
  const [any] = [...after, ...before];
  if (!any || gone.length + come.length === 0) return [];
  const [old, now] = [reasonsOf(before), reasonsOf(after)];
  const textOf = (lines: readonly Provision[]) => lines.map(({ text }) => text).join('\n');
  return [
    {
      ...commonTerms(any, reading),
      type: 'item.reason_for_control_changed',
      subject: { kind: 'item', key: entry, label: entry },
      direction: directionOfReasons(old, now),
      quotes: quotesOf(gone, come),
      before: { label: entry, reasons: [...old].join(', '), text: textOf(gone) },
      after: { label: entry, reasons: [...now].join(', '), text: textOf(come) },
    },
  ];
}

const NOT_ELIGIBLE = /^(?:n\/?a|none|no)\.?$/iu;

/** The first dollar limit of a line such as `$3000; N/A for MT`. */
const amountOf = (text: string): number | undefined => {
  const amounts = text.match(/\$\s?[\d,]+/gu) ?? [];
  return amounts.length === 1 ? Number(amounts[0].replace(/[$,\s]/gu, '')) : undefined;
};

/** Eligibility that came loosens, that went tightens; between two amounts the greater is looser. */
function directionOfException(before: string | undefined, after: string | undefined): Direction {
  const [had, has] = [before, after].map((text) => text !== undefined && !NOT_ELIGIBLE.test(text.trim()));
  if (had !== has) return has ? 'loosen' : 'tighten';
  const [from, to] = [amountOf(before ?? ''), amountOf(after ?? '')];
  const sameWords = before?.replace(/\$\s?[\d,]+/gu, '$') === after?.replace(/\$\s?[\d,]+/gu, '$');
  if (from === undefined || to === undefined || !sameWords) return 'unknown';
  return to > from ? 'loosen' : 'tighten';
}

function exceptionChanges(
  { entry, reading }: Terms,
  before: readonly Provision[],
  after: readonly Provision[],
): readonly ChangeDraft[] {
  const codeOf = ({ label }: Provision) => label.slice(entry.length).trim();
  const byCode = (lines: readonly Provision[], of: string) =>
    new Map(lines.map((line) => [codeOf({ ...line, label: line.label.replace(of, entry) }), line]));
  const [old, now] = [byCode(before, before[0]?.parent ?? entry), byCode(after, entry)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((exception): readonly ChangeDraft[] => {
    const [from, to] = [old.get(exception), now.get(exception)];
    const any = to ?? from;
    if (!any || (from && to && sayOf(from) === sayOf(to))) return [];
    return [
      {
        ...commonTerms(any, reading),
        type: 'item.exception_eligibility_changed',
        subject: { kind: 'item', key: entry, label: entry },
        direction: directionOfException(from?.text, to?.text),
        quotes: quotesOf(from ? [from] : [], to ? [to] : []),
        before: { label: entry, licenseException: exception, eligibility: from?.text ?? 'not named' },
        after: { label: entry, licenseException: exception, eligibility: to?.text ?? 'not named' },
      },
    ];
  });
}

/**
 * Changes of the License Requirements and the list-based license exceptions of entries that both readings have: one a entry for its
 * reasons, one for each exception. Rows in another order and citations that only moved are no change. Source: 15 CFR 738.2(d)(2).
 * @param entries label of each entry before and after
 */
export function diffEntryAspects(
  before: TextReading,
  after: TextReading,
  entries: ReadonlyMap<string, string>,
): readonly ChangeDraft[] {
  const reasons = [byEntry(before, 'reason_for_control'), byEntry(after, 'reason_for_control')] as const;
  const exceptions = [byEntry(before, 'license_exception'), byEntry(after, 'license_exception')] as const;
  return [...entries].flatMap(([old, now]) => {
    const terms = { entry: now, reading: after };
    return [
      ...reasonChange(terms, reasons[0].get(old) ?? [], reasons[1].get(now) ?? []),
      ...exceptionChanges(terms, exceptions[0].get(old) ?? [], exceptions[1].get(now) ?? []),
    ];
  });
}
