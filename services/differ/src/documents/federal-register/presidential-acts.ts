import { type ActReader, factsOf, someOf } from './acts.ts';
import { countriesInTitle } from './countries-in-title.ts';
import { directionOfRule } from './direction-of.ts';

const CONTINUES = /^continuation of the national emergency\b/i;
const ENDS = /^(?:terminat|revok|revocation|rescind|rescission)\w*\b/i;
const ACQUISITION = /\bregarding the (?:proposed )?acquisition of (.{2,200}?) by (.{2,200})$/i;

/**
 * Executive orders, proclamations, orders and notices of the President (50 U.S.C. 1701, 4565; 8 U.S.C. 1182(f)): they bind when
 * signed, whatever day they are printed.
 */
export const presidentialAct: ActReader = ({ text }) => {
  const { document, title } = text;
  if (document.documentType !== 'Presidential Document') return undefined;
  const [, target, acquirer] = ACQUISITION.exec(title) ?? [];
  const facts = {
    order: textOf(document.details.order) ?? numberedOrder(document.details.executiveOrderNumber),
    signedOn: textOf(document.details.signedOn),
    countries: someOf(countriesInTitle(title)),
  };
  if (target !== undefined && acquirer !== undefined) {
    const parties = factsOf({ ...facts, what: 'order on an acquisition', target, acquirer });
    return { type: 'enforcement.action', stage: 'in_force', direction: 'unknown', facts: parties };
  }
  const what = CONTINUES.test(title) ? 'continuation of a national emergency' : undefined;
  const direction = what
    ? 'neutral'
    : ENDS.test(title)
      ? 'loosen'
      : suspendsEntry(title)
        ? 'tighten'
        : directionOfRule(text);
  return { type: 'document.published', stage: 'in_force', direction, facts: factsOf({ ...facts, what }) };
};

function suspendsEntry(title: string): boolean {
  return /\bsuspen\w+ of entry\b/i.test(title);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function numberedOrder(value: unknown): string | undefined {
  const number = textOf(value);
  return number === undefined ? undefined : `Executive Order ${number}`;
}
