import type { Change, Impact } from '#domain';
import { citationsOf } from '../citation.ts';
import type { DigestLine } from '../digest.ts';
import { sentenceOf } from '../sentence/sentence.ts';

/** Impacts of the period by change id. */
export type Impacts = ReadonlyMap<string, Impact>;

/** A change as one line, with its band where it was scored for the profile. */
export function lineOf(change: Change, impacts: Impacts): DigestLine {
  const band = impacts.get(change.changeId)?.band;
  return {
    changeId: change.changeId,
    sentence: sentenceOf(change),
    ...(band !== undefined && { band }),
    citations: citationsOf(change),
  };
}
