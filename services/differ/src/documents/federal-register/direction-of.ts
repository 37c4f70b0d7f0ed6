import type { Direction } from '#domain';
import type { DocumentText } from './document-text.ts';
import type { ListTotals } from './list-totals.ts';
import { tellsOfEarlierAct } from './sentences.ts';

const BURDEN =
  '(?:licen[cs](?:e|ing) requirements?|restrictions|sanctions|prohibitions?|end-user controls|(?:export |additional |new |nonproliferation )*controls (?:on|for)|new controls|export controls)';
const RELIEF = '(?:license exceptions?|exemptions?|exceptions?|general licenses?|authorizations?)';

const TIGHTENS = new RegExp(
  [
    `\\b(?:adds?|adding|add|impos\\w+|expand\\w*|expansion of|strengthen\\w*|broaden\\w*) [^.]{0,60}?\\b${BURDEN}\\b`,
    '\\b(?:these|additional|further) (?:new )?(?:export controls|sanctions)\\b|\\bnew (?:unilateral |multilateral |export )*(?:controls|licen[cs]e requirements|prohibitions?)\\b|\\bproposes (?:new )?controls\\b',
    `\\b(?:remov\\w+|eliminat\\w+|revo[ck]\\w+|suspen\\w+|restrict\\w+) (?:of )?(?:the |certain |use of |eligibility for )*(?:[\\w-]+ ){0,2}${RELIEF}`,
    '\\bmore restrictive\\b|\\bfurther restrict\\w*|\\bdeny licenses\\b|\\bremov\\w+ provisions which authorize',
    '(?<!from (?:a )?)\\b(?:presumption|policy) of denial\\b',
    '\\bincreas\\w+ [^.]{0,40}\\b(?:fees|penalt\\w+)\\b',
    '\\brequir\\w+ a license for\\b|\\bprohibit(?:s|ing)?\\b[^.]{0,60}\\b(?:authorization|marketing|import\\w*|export\\w*|procur\\w+|use|contracting|transactions?|providing|sale)\\b',
    '\\badditions? to the (?:covered )?list\\b',
  ].join('|'),
  'i',
);
const LOOSENS = new RegExp(
  [
    '\\b(?:remov\\w+|reduc\\w+|eliminat\\w+(?! act)|eas\\w+|relax\\w*|liberaliz\\w+|rescission of|rescind\\w*)\\b[^.]{0,40}\\b(?:licen[cs](?:e|ing) requirements?|restrictions|sanctions|controls|reporting requirements?)\\b',
    `\\b(?:expand\\w*|expansion of|broaden\\w*) (?:the )?(?:availability|eligibility|use|types of [^.]{3,60} that may be exported|[^.]{3,60} eligible)\\b`,
    '\\b(?:adds?|adding|add|creat\\w+|establish\\w*) (?:a |an )?(?:new )?(?:[\\w-]+ )?(?:license exceptions?|exemptions?)\\b',
    '\\bexemption to the requirement|additional use of license exception',
    '\\bauthoriz\\w+\\b[^.]{0,100}\\bwithout a licen[cs]e\\b',
    '\\bfrom (?:a )?(?:presumption|policy) of denial to\\b',
  ].join('|'),
  'i',
);
/** A sentence that says what the rule leaves as it is, or explains a word. */
const LEAVES_AS_IS =
  /\bcontinues? to apply\b|\bdoes not (?:change|affect|alter|impose|add)\b|\bclarif\w+ the (?:removal|addition)\b|\balready maintains\b/i;

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

/** Effect of a rule as its title and its own sentences put it; `unknown` when they do not settle it or say both. */
export function directionOfRule(text: DocumentText): Direction {
  const own = text.sentences.filter((sentence) => !tellsOfEarlierAct(sentence) && !LEAVES_AS_IS.test(sentence.text));
  const words = [text.title, ...own.map((sentence) => sentence.text)];
  const tightens = words.some((sentence) => TIGHTENS.test(sentence));
  const loosens = words.some((sentence) => LOOSENS.test(sentence));
  if (tightens === loosens) return 'unknown';
  return tightens ? 'tighten' : 'loosen';
}
