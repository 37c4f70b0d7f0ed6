import type { Change, ChangeType } from '#domain';
import { instrumentName } from '../instrument-name.ts';
import { fromTo, listOf, on, place, type Sentence, subject, valuesOf, withFact } from './wording.ts';

type RuleType = Extract<ChangeType, `rule.${string}` | `threshold.${string}` | `country.${string}` | `list.${string}`>;

function threshold(change: Change): string {
  const { from, to } = valuesOf(change, 'value');
  const unit = withFact(change, ' ', 'unit');
  const moved = from === undefined || to === undefined ? '' : ` from ${from} to ${to}${unit}`;
  return `The threshold in ${subject(change)} (${instrumentName(change.instrumentId)}) changed${moved}.`;
}

function span({ dates }: Change): string {
  return `${on(' from ', dates.effectiveFrom)}${on(' through ', dates.effectiveTo)}`;
}

/** Sentences about rules, thresholds, country lists and ownership rules. */
export const RULE_SENTENCES: Readonly<Record<RuleType, Sentence>> = {
  'rule.added': (c) => `${subject(c)} was added to ${instrumentName(c.instrumentId)}.`,
  'rule.removed': (c) => `${subject(c)} was removed from ${instrumentName(c.instrumentId)}.`,
  'rule.text_changed': (c) => `The wording of ${subject(c)} in ${instrumentName(c.instrumentId)} changed.`,
  'rule.scope_changed': (c) => `The scope of ${subject(c)} in ${instrumentName(c.instrumentId)} changed.`,
  'rule.relocated': (c) =>
    `${subject(c)} moved to another place${fromTo(c, 'label', 'location')}${c.after?.textDelta === undefined ? '' : ', and its words changed on the way'}.`,
  'rule.suspended': (c) => `${subject(c)} is suspended${span(c)}.`,
  'rule.reinstated': (c) => `${subject(c)} applies again${span(c)}.`,
  'rule.reinstatement_scheduled': (c) =>
    `${subject(c)} is scheduled to apply again${span(c)} unless the suspension is extended.`,
  'threshold.changed': threshold,
  'country.added': (c) => `${subject(c)}${place(c)} was added to ${listOf(c)}.`,
  'country.removed': (c) => `${subject(c)}${place(c)} was removed from ${listOf(c)}.`,
  'country.exemption_added': (c) => `${subject(c)} is now excepted under ${instrumentName(c.instrumentId)}.`,
  'country.exemption_removed': (c) => `${subject(c)} is no longer excepted under ${instrumentName(c.instrumentId)}.`,
  'country.group_changed': (c) => `The country group of ${subject(c)} changed${fromTo(c, 'group')}.`,
  'country.scope_extended': (c) => `${instrumentName(c.instrumentId)} now reaches ${subject(c)}.`,
  'list.ownership_scope_changed': (c) =>
    `The ownership rule ${subject(c)} changed${fromTo(c, 'ownershipPct')}${withFact(c, ' ', 'unit')}.`,
};
