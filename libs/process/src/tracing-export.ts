import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BasicTracerProvider, BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { StepName, Tracing, TracingOptions } from './tracing.ts';
import { formatTraceParent, parseTraceParent } from './tracing-parent.ts';

/** How long one hand-over may take; the queue beyond is bounded and drops. */
const EXPORT_TIMEOUT_MS = 5_000;
/** A collector that is away must not hold up the end of the process. */
const STOP_WITHIN_MS = 2_000;

/** What a step is to its neighbours. Source: OpenTelemetry semantic conventions for messaging spans. */
const KINDS: Readonly<Record<StepName, SpanKind>> = {
  poll: SpanKind.PRODUCER,
  replay: SpanKind.PRODUCER,
  compare: SpanKind.CONSUMER,
  release: SpanKind.PRODUCER,
  match: SpanKind.CONSUMER,
  deliver: SpanKind.CLIENT,
};

/** Exports each step as a span by OTLP over HTTP. Sampling follows `OTEL_TRACES_SAMPLER`; without it, all that begins here. */
export function exportTraces(options: TracingOptions & { readonly endpoint: string }): Tracing {
  const provider = new BasicTracerProvider({
    resource: resourceOf(options.serviceName),
    spanProcessors: [new BatchSpanProcessor(reporting(options), { exportTimeoutMillis: EXPORT_TIMEOUT_MS })],
  });
  const tracer = provider.getTracer('redline');
  return {
    step: async (name, parent, facts, work) => {
      const span = tracer.startSpan(name, { kind: KINDS[name], attributes: { ...facts } }, contextOf(parent));
      const { traceId, spanId, traceFlags } = span.spanContext();
      try {
        return await work({
          traceparent: formatTraceParent({ traceId, spanId, flags: traceFlags }),
          note: (more) => {
            span.setAttributes({ ...more });
          },
        });
      } catch (error) {
        // Its message may quote a profile.
        span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    },
    stop: async () => {
      // A refused hand-over was told where it happened.
      const handedOver = provider.shutdown().then(
        () => true,
        () => true,
      );
      const late = new Promise<boolean>((resolve) => setTimeout(resolve, STOP_WITHIN_MS, false).unref());
      if (!(await Promise.race([handedOver, late])))
        options.onExportFailure(new Error('the collector does not answer'));
    },
  };
}

function contextOf(parent: string | undefined) {
  const read = parent === undefined ? undefined : parseTraceParent(parent);
  if (!read) return ROOT_CONTEXT;
  const { traceId, spanId, flags } = read;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: flags, isRemote: true });
}

/** The exporter, but what it could not hand over is told rather than only dropped. */
function reporting({
  endpoint,
  onExportFailure,
}: Pick<TracingOptions, 'onExportFailure'> & { readonly endpoint: string }) {
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: EXPORT_TIMEOUT_MS });
  const reported: SpanExporter = {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        if (result.error) onExportFailure(result.error);
        done(result);
      }),
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush(),
  };
  return reported;
}

type Resource = NonNullable<NonNullable<ConstructorParameters<typeof BasicTracerProvider>[0]>['resource']>;

/** Who reports. Static, so that nothing about the machine is detected or told. */
function resourceOf(serviceName: string): Resource {
  const resource: Resource = {
    attributes: { 'service.name': serviceName },
    merge: (other) => other ?? resource,
    getRawAttributes: () => [['service.name', serviceName]],
  };
  return resource;
}
