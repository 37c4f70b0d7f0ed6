import type { Direction } from '#domain';
import type { ListTotals } from './list-totals.ts';

const TIGHTENS =
  /\b(?:adds?|adding|impos\w+|expand\w*|new|additional)\b[^.]{0,40}\b(?:license requirements?|licensing requirements?|restrictions|sanctions|prohibitions?|controls on)\b|\bmore restrictive\b|presumption of denial|policy of denial|\bdeny licenses\b|\bincreas\w+ [^.]{0,40}\bfees\b|\bremov\w+ (?:license exception|provisions which authorize)/i;
const LOOSENS =
  /\b(?:remov\w+|reduc\w+|eliminat\w+|eas\w+|relax\w*)\b[^.]{0,40}\b(?:license requirements?|licensing requirements?|restrictions|sanctions|controls|reporting requirements?)\b|\bexpand\w* the availability of license exceptions?|\bexemption to the requirement|additional use of license exception/i;

/** Effect of changes of a list: only additions tighten, only removals loosen. A conforming removal follows an addition. */
export function directionOfList(totals: ListTotals, title: string): Direction {
  // A validated end user that is removed loses a relief, so that removal does not loosen.
  const ofLists = Object.entries(totals).filter(([name]) => !name.startsWith('veu'));
  const total = (verb: RegExp) => ofLists.reduce((sum, [name, count]) => (verb.test(name) ? sum + count : sum), 0);
  const added = total(/Added$/) > 0;
  const removed = total(/Removed$/) > 0;
  if (added && removed) return /conforming removal/i.test(title) ? 'tighten' : 'mixed';
  if (added) return 'tighten';
  return removed ? 'loosen' : 'unknown';
}

/** Effect of a rule as its own sentences put it; `unknown` when they do not settle it or say both. */
export function directionOfRule(own: string): Direction {
  const [tightens, loosens] = [TIGHTENS.test(own), LOOSENS.test(own)];
  if (tightens === loosens) return 'unknown';
  return tightens ? 'tighten' : 'loosen';
}
