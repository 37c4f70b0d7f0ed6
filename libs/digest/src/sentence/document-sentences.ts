import type { Change, ChangeType } from '#domain';
import { instrumentName } from '../instrument-name.ts';
import { clipped, fromTo, on, type Sentence, subject, valuesOf, withFact } from './wording.ts';

type DocumentType = Exclude<
  ChangeType,
  | `entity.${string}`
  | `item.${string}`
  | `rule.${string}`
  | `threshold.${string}`
  | `country.${string}`
  | `list.${string}`
  | `authorisation.${string}`
>;

/** A document by its title, with its number where it has one. */
function title(change: Change): string {
  const printed = withFact(change, '', 'title');
  const number = change.documentNumber === undefined ? '' : ` (${change.documentNumber})`;
  return printed === '' ? subject(change) : `“${clipped(printed)}”${number}`;
}

const published =
  (what: string): Sentence =>
  (change) =>
    `${what} for ${instrumentName(change.instrumentId)} was published: ${title(change)}${on(', effective ', change.dates.effectiveFrom)}.`;

const comments =
  (what: string): Sentence =>
  (change) =>
    `Comments on ${title(change)} ${what}${on(' until ', change.dates.commentClose)}.`;

const date =
  (what: string, key: 'effectiveFrom' | 'complianceBy' | 'appliesAsOf', verb: string): Sentence =>
  (change) => {
    const { from } = valuesOf(change, key, 'oldEffective');
    return `The ${what} of ${title(change)} ${verb}${from === undefined ? '' : ` from ${from}`}${on(' to ', change.dates[key])}.`;
  };

/** Sentences about documents: rulemaking steps, comment periods, dates, guidance, enforcement, agreements. */
export const DOCUMENT_SENTENCES: Readonly<Record<DocumentType, Sentence>> = {
  'lineage.anprm': published('An advance notice of proposed rulemaking'),
  'lineage.proposed': published('A proposed rule'),
  'lineage.interim_final': published('An interim final rule'),
  'lineage.final': published('A final rule'),
  'lineage.direct_final': published('A direct final rule'),
  'comment.opened': comments('are open'),
  'comment.extended': comments('were extended'),
  'comment.reopened': comments('were reopened'),
  'comment.closing': comments('are open only'),
  'comment.closed': (c) => `Comments on ${title(c)} closed${on(' on ', c.dates.commentClose)}.`,
  'date.effective_set': date('effective date', 'effectiveFrom', 'was set'),
  'date.effective_changed': date('effective date', 'effectiveFrom', 'moved'),
  'date.effective_tbd': (c) => `The effective date of ${title(c)} is still to be announced.`,
  'date.compliance_set': date('compliance date', 'complianceBy', 'was set'),
  'date.compliance_changed': date('compliance date', 'complianceBy', 'moved'),
  'date.applicable_as_of': date('date of application', 'appliesAsOf', 'was set'),
  'correction.substantive': (c) => `A correction that changes legal effect was published: ${title(c)}.`,
  'correction.editorial': (c) => `An editorial correction was published: ${title(c)}.`,
  'document.published': (c) => `A document on ${instrumentName(c.instrumentId)} was published: ${title(c)}.`,
  'document.withdrawn': (c) => `A document was withdrawn: ${title(c)}.`,
  'guidance.published': published('Guidance'),
  'guidance.changed': (c) => `Guidance changed: ${title(c)}.`,
  'guidance.removed': (c) => `Guidance was removed: ${title(c)}.`,
  'penalty.changed': (c) => `The penalty in ${subject(c)} changed${fromTo(c, 'value')}${withFact(c, ' ', 'unit')}.`,
  'enforcement.action': (c) => `An enforcement action was published: ${title(c)}.`,
  'agreement.signed': (c) => `An agreement was signed: ${title(c)}.`,
  'agreement.amended': (c) => `An agreement was amended: ${title(c)}.`,
  'agreement.terminated': (c) => `An agreement was ended: ${title(c)}.`,
  'announcement.unlegislated': (c) => `Announced, not law: ${title(c)}.`,
  'change.unclassified': (c) =>
    `A change of a kind not yet settled was found in ${instrumentName(c.instrumentId)}: ${title(c)}.`,
};
