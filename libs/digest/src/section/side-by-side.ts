import type { Change } from '#domain';
import type { SidePair } from '../digest.ts';
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
  { topic: 'Inward investment', us: ['US-CFIUS', 'US-CFIUS-EXC'], jp: ['JP-FDI'] },
  { topic: 'Industrial security', us: ['US-NISPOM', 'US-FOCI-SSA'], jp: ['JP-SECCLR', 'JP-DEF-INDSEC'] },
  { topic: 'Contractor cybersecurity', us: ['US-CMMC'], jp: ['JP-DEF-INDSEC'] },
  { topic: 'Classified information', us: ['US-CLASSINFO'], jp: ['JP-SDS'] },
  { topic: 'Patent secrecy', us: ['US-PATENT'], jp: ['JP-PATENT'] },
  { topic: 'Procurement and networks', us: ['US-889', 'US-FCC-RR'], jp: ['JP-GOVPROC'] },
  { topic: 'Research security and visas', us: ['US-RESEARCH', 'US-VISA'], jp: ['JP-RESEARCH'] },
];

function gapOf(us: number, jp: number, note: string | undefined): string {
  const missing =
    jp === 0 ? 'No change on the Japanese side in this period.' : 'No change on the US side in this period.';
  const both = 'Both sides changed in this period.';
  return [us > 0 && jp > 0 ? both : missing, note].filter((part) => part !== undefined).join(' ');
}

function pairOf({ topic, us, jp, note }: Topic, changes: readonly Change[], impacts: Impacts): SidePair[] {
  const lines = (ids: readonly string[]) =>
    changes.filter(({ instrumentId }) => ids.includes(instrumentId)).map((change) => lineOf(change, impacts));
  const [usLines, jpLines] = [lines(us), lines(jp)];
  if (usLines.length + jpLines.length === 0) return [];
  return [{ topic, us: usLines, jp: jpLines, gap: gapOf(usLines.length, jpLines.length, note) }];
}

/** Topics that changed on either side, with what the other side did. "No change" speaks of the period, not of the law. */
export function sideBySide(changes: readonly Change[], impacts: Impacts): readonly SidePair[] {
  return TOPICS.flatMap((topic) => pairOf(topic, changes, impacts));
}
