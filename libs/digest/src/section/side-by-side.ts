import type { Change } from '#domain';
import type { SidePair } from '../digest.ts';
import { sentenceOf } from '../sentence/sentence.ts';
import { type Impacts, lineOf } from './line.ts';

interface Topic {
  readonly topic: string;
  readonly us: readonly string[];
  readonly jp: readonly string[];
  /** A standing difference in kind that a reader must not overlook. */
  readonly note?: string;
}

const TOPICS: readonly Topic[] = [
  {
    topic: 'Control lists',
    us: ['US-CCL', 'US-0Y521', 'US-USML', 'US-USML-SAT', 'US-ECRA-1758'],
    jp: ['JP-EXPORT-T1', 'JP-FX-TABLE', 'JP-GOODS', 'JP-WA2020'],
  },
  { topic: 'Catch-all controls', us: ['US-EAR-CATCHALL'], jp: ['JP-CATCHALL'] },
  {
    topic: 'Listed end users',
    us: ['US-EL', 'US-UVL', 'US-MEU', 'US-EL-ZTE', 'US-EL-HUAWEI', 'US-EL-SURV'],
    jp: ['JP-EUL'],
    note: 'The US list carries a license duty, the Japanese one is a reference for end-user checks.',
  },
  { topic: 'Country lists', us: ['US-EAR-COUNTRY'], jp: ['JP-COUNTRY', 'JP-KOREA'] },
  { topic: 'Inward investment', us: ['US-CFIUS'], jp: ['JP-FDI'] },
  {
    topic: 'Excepted foreign investors',
    us: ['US-CFIUS-EXC'],
    jp: [],
    note: 'The US side names excepted states, and Japan is none of them; Japan has tiers of investors and no list of countries.',
  },
  { topic: 'Industrial security', us: ['US-NISPOM', 'US-FOCI-SSA'], jp: ['JP-SECCLR', 'JP-DEF-INDSEC'] },
  { topic: 'Contractor cybersecurity', us: ['US-CMMC'], jp: ['JP-DEF-INDSEC'] },
  { topic: 'Classified information', us: ['US-CLASSINFO'], jp: ['JP-SDS'] },
  { topic: 'Patent secrecy', us: ['US-PATENT'], jp: ['JP-PATENT'] },
  { topic: 'Procurement and networks', us: ['US-889', 'US-FCC-RR'], jp: ['JP-GOVPROC'] },
  { topic: 'Research security and visas', us: ['US-RESEARCH', 'US-VISA'], jp: ['JP-RESEARCH'] },
  {
    topic: 'Security of supply and the industrial base',
    us: ['US-SOSA', 'US-NTIB'],
    jp: [],
    note: 'Agreements bind nobody outside the governments that sign them.',
  },
];

function gapOf(us: number, jp: number, note: string | undefined): string {
  const missing =
    jp === 0 ? 'No change on the Japanese side in this period.' : 'No change on the US side in this period.';
  const both = 'Both sides changed in this period.';
  return [us > 0 && jp > 0 ? both : missing, note].filter((part) => part !== undefined).join(' ');
}

/** Where a side stands, by the newest change noticed there. */
function statusOf(ids: readonly string[], changes: readonly Change[]): string {
  if (ids.length === 0) return 'No counterpart instrument.';
  const newest = changes.filter(({ instrumentId }) => ids.includes(instrumentId)).at(-1);
  if (newest === undefined) return 'Nothing noticed since watching began.';
  return `Last noticed ${newest.detectedAt.slice(0, 10)}: ${sentenceOf(newest)}`;
}

function pairOf({ topic, us, jp, note }: Topic, { changes, earlier, impacts }: Sides): SidePair[] {
  const lines = (ids: readonly string[]) =>
    changes.filter(({ instrumentId }) => ids.includes(instrumentId)).map((change) => lineOf(change, impacts));
  const [usLines, jpLines] = [lines(us), lines(jp)];
  if (usLines.length + jpLines.length === 0) return [];
  const all = [...earlier, ...changes];
  return [
    {
      topic,
      us: usLines,
      jp: jpLines,
      usStatus: statusOf(us, all),
      jpStatus: statusOf(jp, all),
      gap: gapOf(usLines.length, jpLines.length, note),
    },
  ];
}

interface Sides {
  readonly changes: readonly Change[];
  /** Changes before the period, oldest first. */
  readonly earlier: readonly Change[];
  readonly impacts: Impacts;
}

/** Topics that changed on either side, with what the other side did and where both stand. "No change" speaks of the period, not of the law. */
export function sideBySide(sides: Sides): readonly SidePair[] {
  return TOPICS.flatMap((topic) => pairOf(topic, sides));
}
