/** One way of being wrong about a publication. */
export interface Trap {
  readonly trap: string;
  /** What Redline does. */
  readonly does: string;
  /** Where else it is proven, beside the run from end to end: a test file and words of a test's name. */
  readonly provenIn: readonly (readonly [file: string, test: string])[];
}

const LIST = 'services/differ/src/list/diff-lists.test.ts';
const CFR = 'services/differ/src/text/cfr/diff-cfr.test.ts';
const REGISTER = 'services/differ/src/documents/federal-register';
const JOINED = 'services/differ/src/development/join-changes.test.ts';
const JAPAN = 'test/japan/named-cases.test.ts';

/** Every known way of being wrong, by the number under which it is discussed. */
export const TRAPS: Readonly<Record<string, Trap>> = {
  T1: {
    trap: 'a whole table is published again with its rows in another order',
    does: 'nothing: rows are known by what they say, not by where they stand',
    provenIn: [
      [LIST, '(T1)'],
      ['services/differ/src/list/jp-lists.corpus.test.ts', 'T1, T25'],
    ],
  },
  T2: {
    trap: 'only the citation column of a row gains a citation',
    does: 'records entity.citation_changed and tells nobody',
    provenIn: [[LIST, '(T2)']],
  },
  T3: {
    trap: 'an alias becomes the name, the name an alias',
    does: 'tells entity.name_changed, not a removal and an addition',
    provenIn: [[LIST, '(T3)']],
  },
  T4: {
    trap: 'affiliates are merged into the entry of their parent (84 FR 43493)',
    does: 'tells entity.moved_or_merged, not a removal',
    provenIn: [
      [LIST, '(T4)'],
      [`${REGISTER}/historical-lists.test.ts`, '(T4)'],
    ],
  },
  T5: {
    trap: 'paragraphs or 号 are renumbered',
    does: 'records item.redesignated and follows limits to the new label',
    provenIn: [
      [CFR, '(T5)'],
      [JAPAN, 'T5, N8'],
    ],
  },
  T6: {
    trap: 'a rule that adds entities also mends typing errors (87 FR 51876)',
    does: 'tells the additions and records correction.editorial with its count; a mended entry is no addition and no removal',
    provenIn: [[`${REGISTER}/historical-lists.test.ts`, '(T6)']],
  },
  T7: {
    trap: 'a correction changes what binds (87 FR 21011)',
    does: 'tells correction.substantive with the day from which it applies',
    provenIn: [[`${REGISTER}/classify-document.test.ts`, 'calls a correction of what binds substantive']],
  },
  T8: {
    trap: 'two entities stand under seven entries (89 FR 14403)',
    does: 'counts both, and keeps one name under two countries two entries',
    provenIn: [
      [LIST, '(T8)'],
      [`${REGISTER}/historical-lists.test.ts`, '(T8)'],
      [`${REGISTER}/announced-of.test.ts`, '(T8)'],
    ],
  },
  T9: {
    trap: 'a supplement number is given to another instrument (Supplement No. 7 to part 744)',
    does: 'tells one instrument as removed and the other as added',
    provenIn: [[CFR, '(T9)']],
  },
  T10: {
    trap: 'a summary says "except Canada"',
    does: 'takes the country for an exception, never for the scope',
    provenIn: [
      [`${REGISTER}/traps.test.ts`, '(T10)'],
      [`${REGISTER}/historical-rules.test.ts`, '(T10)'],
    ],
  },
  T11: {
    trap: 'a document is filed for public inspection and printed days later',
    does: 'tells it once, when it is filed; its print sets dates silently',
    provenIn: [[`${REGISTER}/traps.test.ts`, '(T11)']],
  },
  T12: {
    trap: 'eCFR notes an amendment that is not in force yet',
    does: 'nothing: a note is not the text',
    provenIn: [[CFR, '(T12)']],
  },
  T13: {
    trap: 'suspended text disappears and later returns',
    does: 'tells rule.suspended and rule.reinstated, not a removal and an addition',
    provenIn: [[CFR, '(T13)']],
  },
  T14: {
    trap: '[Reserved], * * * * * or 削除 stands in place of text',
    does: 'never takes an empty place or words left out for a deletion; 削除 takes away what it replaced, nothing else',
    provenIn: [
      [CFR, '(T14)'],
      ['services/differ/src/text/cfr/guard-cfr.test.ts', '(T14)'],
      [JAPAN, 'T14'],
    ],
  },
  T15: {
    trap: 'a temporary general license ends without any document',
    does: 'the calendar tells authorisation.expired on the day',
    provenIn: [['services/differ/src/calendar/fire-calendar.test.ts', 'has expired without any document']],
  },
  T16: {
    trap: 'an extension takes effect before the old end',
    does: 'tells authorisation.extended; the old end is told by nobody',
    provenIn: [
      ['services/differ/src/calendar/fire-calendar.test.ts', '(T16)'],
      [`${REGISTER}/historical-licenses.test.ts`, '(T16)'],
    ],
  },
  T17: {
    trap: 'a press release rescinds a rule that no document rescinds',
    does: 'tells announcement.unlegislated, never that the rule is gone',
    provenIn: [
      ['services/differ/src/documents/bis/classify-release.test.ts', '(T17)'],
      [`${REGISTER}/traps.test.ts`, '(T17)'],
    ],
  },
  T18: {
    trap: 'letters to single companies and visa cables are never published',
    does: 'says in every digest and message that they are out of sight',
    provenIn: [],
  },
  T19: {
    trap: 'quotes, dashes, widths, soft hyphens, page marks inside sentences',
    does: 'nothing: texts are compared in one form and quoted as printed',
    provenIn: [
      [LIST, '(T19)'],
      [CFR, '(T19)'],
      [JAPAN, 'T19, N3'],
    ],
  },
  T20: {
    trap: 'documents share a page',
    does: 'reads each from its own element of the issue',
    provenIn: [['libs/sources/src/federal-register-issue/read.test.ts', '(T20)']],
  },
  T21: {
    trap: 'two documents of one day have one RIN',
    does: 'tells two acts, each by its document number',
    provenIn: [
      [`${REGISTER}/traps.test.ts`, '(T21)'],
      [JOINED, '(T21)'],
    ],
  },
  T22: {
    trap: 'a section is moved and a word is lost on the way (87 FR 6022)',
    does: 'tells rule.relocated with the words that changed; without any, records it',
    provenIn: [
      [CFR, '(T22)'],
      [`${REGISTER}/historical-rules.test.ts`, '(T22)'],
    ],
  },
  T23: {
    trap: 'a party leaves the Unverified List because it goes on the Entity List (87 FR 77505)',
    does: 'tells two changes that are one development',
    provenIn: [
      [JOINED, '(T23)'],
      [`${REGISTER}/historical-lists.test.ts`, '(T23)'],
    ],
  },
  T24: {
    trap: 'Co.,Ltd. and CO., LTD., romanisations, names in two scripts',
    does: 'knows a name by its letters; likeness alone is a possible match for a person',
    provenIn: [
      [LIST, '(T24)'],
      ['services/differ/src/list/partial-readings.test.ts', 'T24'],
    ],
  },
  T25: {
    trap: 'the End User List is issued anew with other row numbers',
    does: 'nothing: a number is shown and never compared',
    provenIn: [
      ['libs/sources/src/meti-end-user-list/read.test.ts', 'T25'],
      ['services/differ/src/list/jp-lists.corpus.test.ts', 'T1, T25'],
    ],
  },
  T26: {
    trap: 'a proposal or a report is taken for a rule (10 % de minimis)',
    does: 'tells a request for comments, never threshold.changed',
    provenIn: [[`${REGISTER}/historical-rules.test.ts`, '(T26)']],
  },
};
