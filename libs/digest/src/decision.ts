import type { Change } from '#domain';

function decisionOnEntity({ type, instrumentId }: Change): string {
  if (type === 'entity.removed')
    return 'Check whether holds on this party can be lifted, and under which other lists it stands.';
  if (instrumentId === 'JP-EUL')
    return 'Check end use and end user before dealing with this party; the list is a reference, not an embargo.';
  return 'Check open orders, shipments and payments with this party, and whether a license is needed.';
}

function decisionOnAuthorisation({ type }: Change): string {
  if (type === 'authorisation.issued' || type === 'authorisation.broadened') {
    return 'Check whether your transactions meet its conditions, and note its end.';
  }
  if (type === 'authorisation.extended') return 'Check the new end date and whether its conditions changed.';
  return 'Check what relies on this authorisation and what replaces it when it ends.';
}

function decisionOnRulemaking({ dates }: Change): string {
  if (dates.commentClose !== undefined) return `Decide whether to comment by ${dates.commentClose}.`;
  return 'Check what would change for you, and from when.';
}

const BY_FAMILY: readonly (readonly [prefix: string, decide: (change: Change) => string])[] = [
  ['entity.', decisionOnEntity],
  ['authorisation.', decisionOnAuthorisation],
  ['item.', () => 'Check the classification of affected products and technology, and open licenses.'],
  ['country.', () => 'Check shipments to this destination and the licenses or exceptions they rely on.'],
  ['threshold.', () => 'Check which of your cases fall between the old and the new value.'],
  ['list.', () => 'Check the declared ownership of your customers against the lists.'],
  ['lineage.anprm', decisionOnRulemaking],
  ['lineage.proposed', decisionOnRulemaking],
  ['comment.', decisionOnRulemaking],
  ['date.', () => 'Move your own dates.'],
  ['announcement.', () => 'Nothing binds yet; watch for the legal text.'],
];

/** What a reader has to decide about a change, without deciding it for them. */
export function decisionFor(change: Change): string {
  const row = BY_FAMILY.find(([prefix]) => change.type.startsWith(prefix));
  return row?.[1](change) ?? 'Check whether your procedures, contracts or licenses are affected.';
}
