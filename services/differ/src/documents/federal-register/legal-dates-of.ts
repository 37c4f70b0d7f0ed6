import type { LegalDates, RegulatoryDocument } from '#domain';
import { type DatesSection, parseDatesSection, parseSavingsClause } from '#time';

const DAY_MS = 86_400_000;

/** `[INSERT DATE n DAYS AFTER PUBLICATION]` resolved by the day of publication. */
function daysAfterPublication(publishedOn: string | undefined, days: number | undefined): string | undefined {
  const published = Date.parse(`${publishedOn ?? ''}T00:00:00Z`);
  if (days === undefined || !Number.isFinite(published)) return undefined;
  return new Date(published + days * DAY_MS).toISOString().slice(0, 10);
}

function effectiveFrom(document: RegulatoryDocument, section: DatesSection | undefined): string | undefined {
  const stated = document.effectiveOn ?? section?.effectiveFrom;
  return stated ?? daysAfterPublication(document.publishedOn, section?.effectiveDaysAfterPublication);
}

/** The end of a savings clause, known where the whole text was read. */
function savingsOf({ details }: RegulatoryDocument): Pick<LegalDates, 'savingsUntil'> {
  const { savings } = details;
  const until = typeof savings === 'string' ? parseSavingsClause(savings).savingsUntil : undefined;
  return until === undefined ? {} : { savingsUntil: until };
}

/** All legal dates of a document: the fields of the API first, then its DATES section, staged dates kept as first date. */
export function legalDatesOf(document: RegulatoryDocument): LegalDates {
  const section = document.datesText === undefined ? undefined : parseDatesSection(document.datesText);
  const from = effectiveFrom(document, section);
  const close =
    document.commentsCloseOn ??
    section?.commentClose ??
    daysAfterPublication(document.publishedOn, section?.commentDaysAfterPublication);
  const to = section?.effectiveTo ?? section?.expiryExtendedTo;
  return {
    ...(document.publishedOn ? { publishedOn: document.publishedOn } : {}),
    ...(document.publicInspectionAt ? { publicInspectionAt: document.publicInspectionAt } : {}),
    ...(from ? { effectiveFrom: from } : {}),
    ...(to ? { effectiveTo: to } : {}),
    ...(section?.appliesAsOf ? { appliesAsOf: section.appliesAsOf } : {}),
    ...(section?.complianceBy ? { complianceBy: section.complianceBy } : {}),
    ...(close ? { commentClose: close } : {}),
    ...(section?.effectiveTBD ? { effectiveTBD: true } : {}),
    ...savingsOf(document),
  };
}
