import type { Tracing } from './tracing.ts';
import { formatTraceParent, parseTraceParent } from './tracing-parent.ts';

/** Bit 0 clear: nobody recorded this trace so far. */
const NOT_SAMPLED = 0;

/**
 * Records nothing: hands on what came in, unchanged, and begins a trace where nothing did. Source: W3C Trace Context,
 * section 4.2, for what takes part without recording.
 */
export function forwardTraces(randomBytes: (count: number) => Uint8Array): Tracing {
  const begin = () =>
    formatTraceParent({ traceId: nonZero(randomBytes(16)), spanId: nonZero(randomBytes(8)), flags: NOT_SAMPLED });
  return {
    step: (_name, parent, _facts, work) => {
      const known = parent !== undefined && parseTraceParent(parent) ? parent : begin();
      return work({ traceparent: known, note: () => undefined });
    },
    stop: async () => undefined,
  };
}

/** For tests and one-off uses: no trace begins here, one that came in is handed on. */
export const UNTRACED: Tracing = {
  step: (_name, parent, _facts, work) => work({ traceparent: parent, note: () => undefined }),
  stop: async () => undefined,
};

/** All zeros would mean that there is no id. */
function nonZero(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex');
  return /^0+$/.test(hex) ? `${hex.slice(1)}1` : hex;
}
