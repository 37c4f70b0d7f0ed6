import type { Stage } from '#domain';
import { type Act, type ActReader, type Considered, factsOf, stageOr } from './acts.ts';
import { directionOfList } from './direction-of.ts';
import { type ListTotals, listTotals } from './list-totals.ts';
import { partiesOfTitle } from './printed-facts.ts';

const LISTS: ReadonlySet<string> = new Set(['US-EL', 'US-UVL', 'US-MEU', 'US-UFLPA', 'US-1260H']);
const CHANGES = /\b(?:add|remov|revis|modif|correct|delet|amend)\w*/i;
const CHANGE_OF_LIST = /\b(?:add|remov|revis|modif|correct|delet)\w*/i;

function listAct({ text, instruments, rulemaking }: Considered, totals: ListTotals, otherwise: Stage): Act {
  return {
    type: 'document.published',
    stage: stageOr(rulemaking, otherwise),
    direction: directionOfList(totals, text.title),
    facts: factsOf({ ...totals, otherInstrument: instruments.others.find((other) => LISTS.has(other)) }),
    proof: CHANGES,
  };
}

/**
 * Parties added to, revised on or removed from a list of the EAR or of the UFLPA. The document names counts; the parties
 * themselves come from the list, so this stays one published document.
 */
export const listChange: ActReader = (considered) => {
  const { text, instruments } = considered;
  if (!LISTS.has(instruments.main)) return undefined;
  const totals = listTotals(
    text.sentences.map((sentence) => sentence.text),
    instruments.main,
  );
  const isNotice = instruments.main === 'US-UFLPA' || instruments.main === 'US-1260H';
  const changesList = isNotice || Object.keys(totals).length > 0 || CHANGE_OF_LIST.test(text.title);
  return changesList ? listAct(considered, totals, isNotice ? 'in_force' : 'final') : undefined;
};

const OWNERSHIP =
  /\b(\d{1,3}) percent or more\b[^.]{0,60}\bown|\bat least (\d{1,3}) percent\b[^.]{0,60}\bown|\bowned\b[^.]{0,40}\b(\d{1,3}) percent/i;

/** A list that reaches companies owned by listed ones. */
export const ownershipScope: ActReader = ({ text, rulemaking }) => {
  const match = OWNERSHIP.exec(text.own) ?? undefined;
  const named = /\baffiliates of (?:certain )?listed entities/i.test(text.title);
  if (!named || /suspen|remov|rescin/i.test(text.title)) return undefined;
  const percent = match?.slice(1).find((group) => group !== undefined);
  return {
    type: 'list.ownership_scope_changed',
    stage: stageOr(rulemaking, 'final'),
    direction: 'tighten',
    facts: factsOf({ ownershipPercent: percent === undefined ? undefined : Number(percent) }),
    proof: /percent|affiliates/i,
  };
};

/** Debarment under the ITAR (22 CFR 127.7) and denial of export privileges (15 CFR 766.24, 766.25), or their end. */
export const enforcement: ActReader = ({ text, instruments }) => {
  if (instruments.main !== 'US-ITAR-DEBARRED' && instruments.main !== 'US-DPL') return undefined;
  const ends = /\b(?:rescission|rescinds|reinstatement|revocation|terminat\w+|vacat\w+|lifting)\b/i.test(text.title);
  const parties = partiesOfTitle(text.title);
  const what = ends
    ? 'rescission'
    : (/\b(?:statutory|administrative) debarment/i.exec(text.title)?.[0].toLowerCase() ?? 'order');
  return {
    type: 'enforcement.action',
    stage: 'in_force',
    direction: ends ? 'loosen' : 'tighten',
    facts: factsOf({ what, ...(parties.length > 0 ? { parties: parties.length, names: parties } : {}) }),
    proof: /debar|den(?:y|ied|ial)|rescind/i,
  };
};
