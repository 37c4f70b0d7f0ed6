import type { ChangeType } from '#domain';
import { instrumentName } from '../instrument-name.ts';
import { fromTo, type Sentence, subject, withFact } from './wording.ts';

/** Sentences about controlled items. */
export const ITEM_SENTENCES: Readonly<Record<Extract<ChangeType, `item.${string}`>, Sentence>> = {
  'item.added': (c) =>
    `Item ${subject(c)} was added to ${instrumentName(c.instrumentId)}${withFact(c, ': ', 'heading', 'text')}.`,
  'item.removed': (c) => `Item ${subject(c)} was removed from ${instrumentName(c.instrumentId)}.`,
  'item.text_changed': (c) => `The wording of item ${subject(c)} in ${instrumentName(c.instrumentId)} changed.`,
  'item.parameter_changed': (c) =>
    `${withFact(c, 'The parameter ', 'parameter') || 'A parameter'} of item ${subject(c)} changed${fromTo(c, 'value')}${withFact(c, ' ', 'unit')}.`,
  'item.reason_for_control_changed': (c) =>
    `The reasons for control of item ${subject(c)} changed${fromTo(c, 'reasons', 'reason')}.`,
  'item.exception_eligibility_changed': (c) =>
    `Eligibility of item ${subject(c)} for license exception${withFact(c, ' ', 'licenseException', 'exception')} changed${fromTo(c, 'eligibility')}.`,
  'item.redesignated': (c) => `Item ${subject(c)} has a new label${fromTo(c, 'label')}; its wording did not change.`,
  'item.jurisdiction_transferred': (c) => `Item ${subject(c)} moved${fromTo(c, 'list', 'jurisdiction')}.`,
};
