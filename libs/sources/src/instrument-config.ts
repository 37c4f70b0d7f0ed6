import { parse } from 'yaml';
import { z } from 'zod';

/** A policy tool of the catalogue: what it is, and which instrument of the other country answers to it. */
export interface Instrument {
  readonly id: string;
  readonly jurisdiction: 'US' | 'JP' | 'ML';
  readonly title: string;
  readonly description: string;
  /** Sources that watch it, or `manual` where no machine-readable publication exists. */
  readonly watch: readonly string[] | 'manual';
  /** Why only a person can watch it; given where `watch` is `manual`, and only there. */
  readonly because?: string;
  /** Counterparts on the other side, or `none`. */
  readonly counterpart: readonly string[] | 'none';
}

const InstrumentsFile = z.strictObject({
  instruments: z.array(
    z
      .strictObject({
        id: z.string().min(1),
        jurisdiction: z.enum(['US', 'JP', 'ML']),
        title: z.string().min(1),
        description: z.string().min(1),
        watch: z.union([z.literal('manual'), z.array(z.string()).min(1)]),
        because: z.string().min(20).optional(),
        counterpart: z.union([z.literal('none'), z.array(z.string()).min(1)]),
      })
      .refine(({ watch, because }) => (watch === 'manual') === (because !== undefined), {
        message: 'must be given where watch is manual, and only there',
        path: ['because'],
      }),
  ),
});

export type InstrumentsParsed =
  | { readonly kind: 'parsed'; readonly instruments: readonly Instrument[] }
  | { readonly kind: 'mistaken'; readonly mistakes: readonly string[] };

type Entry = z.infer<typeof InstrumentsFile>['instruments'][number];

function instrumentOf({ because, ...entry }: Entry): Instrument {
  return { ...entry, ...(because === undefined ? {} : { because }) };
}

/** Reads `config/instruments.yaml`. Pure, never throws. */
export function parseInstruments(yamlText: string): InstrumentsParsed {
  try {
    const parsed = InstrumentsFile.safeParse(parse(yamlText));
    if (parsed.success) return { kind: 'parsed', instruments: parsed.data.instruments.map(instrumentOf) };
    return {
      kind: 'mistaken',
      mistakes: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    };
  } catch (error) {
    return { kind: 'mistaken', mistakes: [`not YAML: ${error instanceof Error ? error.message : 'unreadable'}`] };
  }
}
