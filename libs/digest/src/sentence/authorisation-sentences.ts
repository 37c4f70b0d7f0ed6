import type { Change, ChangeType } from '#domain';
import { fromTo, on, type Sentence, subject, withFact } from './wording.ts';

type AuthorisationType = Extract<ChangeType, `authorisation.${string}`>;

function until(change: Change, lead: string): string {
  return on(lead, change.dates.effectiveTo) || withFact(change, lead, 'validTo');
}

function extended(change: Change): string {
  const { from, to } = { from: withFact(change, '', 'oldValidTo') || beforeEnd(change), to: until(change, '') };
  return `${subject(change)} was extended${from && ` from ${from}`}${to && ` to ${to}`}.`;
}

function beforeEnd({ before }: Change): string {
  return typeof before?.validTo === 'string' ? before.validTo : '';
}

/** Sentences about temporary licences and other authorisations. */
export const AUTHORISATION_SENTENCES: Readonly<Record<AuthorisationType, Sentence>> = {
  'authorisation.issued': (c) =>
    `${subject(c)} was issued${withFact(c, ' for ', 'beneficiary')}${until(c, ', valid to ')}.`,
  'authorisation.extended': extended,
  'authorisation.narrowed': (c) => `${subject(c)} was narrowed${fromTo(c, 'scope', 'validTo')}.`,
  'authorisation.broadened': (c) => `${subject(c)} was broadened${fromTo(c, 'scope')}.`,
  'authorisation.expiring': (c) => `${subject(c)} ends${until(c, ' on ')}; no extension has been seen.`,
  'authorisation.expired': (c) =>
    `${subject(c)} has run out by its own terms${until(c, ' on ')}; no extension has been seen.`,
  'authorisation.revoked': (c) => `${subject(c)} was withdrawn${on(' with effect from ', c.dates.effectiveFrom)}.`,
};
