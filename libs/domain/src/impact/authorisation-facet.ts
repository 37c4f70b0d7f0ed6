import { foldName } from '../subject-key.ts';
import type { ChangeFacts } from './change-facts.ts';
import { textsOfChange } from './change-fields.ts';
import type { Facet } from './facet.ts';
import type { PreparedProfile } from './prepared-profile.ts';

/** @returns true for changes that grant, end or alter a licence, licence exception or temporary authorisation. */
export function isAboutAuthorisation({ change }: ChangeFacts): boolean {
  return (
    change.subject.kind === 'authorisation' ||
    change.type.startsWith('authorisation.') ||
    change.type === 'item.exception_eligibility_changed'
  );
}

/** Letters of `US-TGL:HUAWEI-2019` that tell whose authorisation it is: `huawei`. */
function holderOf(reference: string): string {
  return foldName(reference.slice(reference.indexOf(':') + 1).replace(/[-\s]?\d{4}$/, ''));
}

/** Relevance of an authorisation relied on, in hundredths. */
export const AUTHORISATION_WEIGHT = 100;

/** @returns true when a declared authorisation is one that the change speaks of. */
export function isMeant(declared: string, facts: ChangeFacts): boolean {
  const { change } = facts;
  const ids = [
    change.subject.key,
    change.subject.label,
    ...textsOfChange(change, 'id', 'authorisation', 'exception', 'exceptions'),
  ];
  if (declared === change.instrumentId || ids.some((id) => foldName(id) === foldName(declared))) return true;
  if (!declared.includes(':')) return facts.regulatoryText.includes(` ${declared.toLowerCase()} `);
  if (!declared.startsWith(`${change.instrumentId}:`) && !declared.startsWith(`${change.jurisdiction}:`)) return false;
  const holder = holderOf(declared);
  const printed = [...ids, ...facts.parties.map(({ raw }) => raw)];
  return holder !== '' && printed.some((text) => foldName(text).includes(holder));
}

/** An authorisation the subscriber relies on: by id, by instrument and holder (`US-TGL:HUAWEI-2019`), or by name (`STA`). */
export function authorisationFacet(facts: ChangeFacts, { profile }: PreparedProfile): Facet | undefined {
  if (!isAboutAuthorisation(facts)) return undefined;
  const relied = profile.authorisationsInUse.find((declared) => isMeant(declared, facts));
  if (relied === undefined) return undefined;
  return {
    name: 'authorisation',
    weight: AUTHORISATION_WEIGHT,
    because: `you rely on ${relied}`,
    opens: true,
    implies: ['role'],
  };
}
