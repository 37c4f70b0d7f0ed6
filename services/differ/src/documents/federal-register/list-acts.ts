import type { Direction, JsonObject, Stage } from '#domain';
import { type Act, type ActReader, type Considered, factsOf, stageOr } from './acts.ts';
import { directionOfList } from './direction-of.ts';
import type { DocumentText } from './document-text.ts';
import { type ListTotals, listTotals } from './list-totals.ts';
import { partiesOfTitle } from './printed-facts.ts';

const LISTS: ReadonlySet<string> = new Set(['US-EL', 'US-UVL', 'US-MEU', 'US-UFLPA', 'US-1260H']);
const CHANGES = /\b(?:add|remov|revis|modif|correct|delet|amend)\w*/i;
const CHANGE_OF_LIST = /\b(?:add|remov|revis|modif|correct|delet)\w*/i;

/** Notices on lists of the Defense and Homeland Security Departments often name the parties and no count. */
function directionOfListDocument(totals: ListTotals, title: string): Direction {
  const byCounts = directionOfList(totals, title);
  if (byCounts !== 'unknown') return byCounts;
  const [adds, removes] = [/\b(?:add\w*|designation)\b/i.test(title), /\b(?:remov\w+|delet\w+)\b/i.test(title)];
  if (adds === removes || Object.keys(totals).length > 0) return 'unknown';
  return adds ? 'tighten' : 'loosen';
}

function listAct({ text, instruments, rulemaking }: Considered, totals: ListTotals, otherwise: Stage): Act {
  return {
    type: 'document.published',
    stage: stageOr(rulemaking, otherwise),
    direction: directionOfListDocument(totals, text.title),
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

const AFFILIATES = /\baffiliates of (?:certain )?listed entities/i;

/**
 * What ties a rule, its suspension and its return to whoever has declared owners of a customer: the share it speaks of, where
 * the document states it. `undefined` for any other rule.
 */
export function ownershipFacts({ title, own }: DocumentText): JsonObject | undefined {
  const match = OWNERSHIP.exec(own);
  if (match === null && !AFFILIATES.test(title)) return undefined;
  const percent = match?.slice(1).find((group) => group !== undefined);
  return { ownershipRule: true, ...(percent === undefined ? {} : { ownershipPercent: Number(percent) }) };
}

/** A list that reaches companies owned by listed ones. */
export const ownershipScope: ActReader = ({ text, rulemaking }) => {
  const match = OWNERSHIP.exec(text.own) ?? undefined;
  const named = AFFILIATES.test(text.title);
  if (!named || /suspen|remov|rescin/i.test(text.title)) return undefined;
  // The title of the rule is repeated by what only prolongs the license that came with it.
  if (match === undefined && /\bextension of\b/i.test(text.segments.at(-1) ?? '')) return undefined;
  const percent = match?.slice(1).find((group) => group !== undefined);
  return {
    type: 'list.ownership_scope_changed',
    stage: stageOr(rulemaking, 'final'),
    direction: 'tighten',
    facts: factsOf({ ownershipPercent: percent === undefined ? undefined : Number(percent) }),
    proof: /percent|affiliates/i,
  };
};

const ORDERS: ReadonlySet<string> = new Set(['US-ITAR-DEBARRED', 'US-DPL', 'US-ISN']);
const ENDS = /\b(?:rescission|rescinds|reinstatement|revocation|terminat\w+|vacat\w+|lifting|waiver)\b/i;
/** What an order is, in the words of its title; the first that stands in it. */
const ORDER =
  /\b(?:statutory|administrative) debarment|renew\w* (?:of )?(?:the )?(?:order )?temporar\w+ den\w+|temporar\w+ deny\w*|temporary denial|nonproliferation (?:measures|sanctions)|missile (?:proliferation )?sanctions/i;

function nameOfOrder(title: string): string {
  const printed = ORDER.exec(title)?.[0].toLowerCase() ?? 'order';
  if (printed.startsWith('renew')) return 'renewal of a temporary denial order';
  return printed.startsWith('temporar') ? 'temporary denial order' : printed;
}

/**
 * Debarment under the ITAR (22 CFR 127.7), denial of export privileges (15 CFR 766.24, 766.25), nonproliferation sanctions, or
 * their end.
 */
export const enforcement: ActReader = ({ text, instruments, rulemaking }) => {
  if (!ORDERS.has(instruments.main) || rulemaking !== undefined) return undefined;
  const ends = ENDS.test(text.title);
  const parties = partiesOfTitle(text.title);
  return {
    type: 'enforcement.action',
    stage: 'in_force',
    direction: ends ? 'loosen' : /\b(?:modif|amend|correct)\w*/i.test(text.title) ? 'unknown' : 'tighten',
    facts: factsOf({
      what: ends ? 'rescission' : nameOfOrder(text.title),
      ...(parties.length > 0 ? { parties: parties.length, names: parties } : {}),
    }),
    proof: /debar|den(?:y|ied|ial)|rescind|sanction/i,
  };
};

const BLOCKS = /\bblocked\b|\bplac(?:ed|ing)\b[^.]{0,60}\bSDN list\b|\badd(?:ed|ing)\b/i;
const UNBLOCKS = /\bunblock\w*|\bremov(?:ed|ing|al)\b|\bno longer (?:blocked|subject)\b/i;

/** Persons put on or taken off the lists of the Office of Foreign Assets Control; who they are the lists say. */
export const sanctionsNotice: ActReader = ({ text, instruments, rulemaking }) => {
  const isNotice = /\bsanctions actions?\b/i.test(text.title);
  if (instruments.main !== 'US-OFAC' || rulemaking !== undefined || !isNotice) return undefined;
  const [blocks, unblocks] = [BLOCKS.test(text.own), UNBLOCKS.test(text.own)];
  const direction = blocks && unblocks ? 'mixed' : blocks ? 'tighten' : unblocks ? 'loosen' : 'unknown';
  return { type: 'document.published', stage: 'in_force', direction, proof: /block|sanction/i };
};
