import { forwardTraces } from './tracing-forward.ts';

/** The steps of Redline that a trace shows, each in the service that does it. */
export type StepName = 'poll' | 'replay' | 'compare' | 'release' | 'match' | 'deliver';

/** Facts of a step: our own ids, counts and outcomes only. Never fetched text, and nothing a subscriber declared. */
export type StepFacts = Readonly<Record<string, string | number | boolean>>;

/** A step under way. */
export interface Step {
  /**
   * What a later step names as its parent, in another process, too: `traceparent` of W3C Trace Context. Undefined where
   * nothing is traced and nothing came in.
   */
  readonly traceparent: string | undefined;
  /** Adds what became known on the way. */
  note(facts: StepFacts): void;
}

/** Joins what follows from one capture, across services and machines. */
export interface Tracing {
  /**
   * Runs one step. An error of `work` is marked on the step, by its name alone, and passed on.
   * @param parent `traceparent` of the step this one follows from; left out or not readable, a new trace begins
   */
  step<Result>(
    name: StepName,
    parent: string | undefined,
    facts: StepFacts,
    work: (step: Step) => Promise<Result>,
  ): Promise<Result>;
  /** Hands over what is not exported yet, for a few seconds at most. */
  stop(): Promise<void>;
}

export interface TracingOptions {
  /** Base address of an OTLP/HTTP collector, to which `/v1/traces` is added; without it nothing is exported. */
  readonly endpoint: string | undefined;
  readonly serviceName: string;
  /** Cryptographic strength is not needed; uniqueness is. */
  readonly randomBytes: (count: number) => Uint8Array;
  /** Told when the collector did not take spans. They are lost: a trace is never worth delaying an alert. */
  readonly onExportFailure: (error: unknown) => void;
}

/**
 * Traces are made and carried always, so that a receiver and the log lines of several services can be joined; they are
 * exported only to an `endpoint`, and only then is the exporter loaded, because most installations have none.
 */
export async function createTracing(options: TracingOptions): Promise<Tracing> {
  const { endpoint, ...rest } = options;
  if (endpoint === undefined) return forwardTraces(options.randomBytes);
  const { exportTraces } = await import('./tracing-export.ts');
  return exportTraces({ ...rest, endpoint });
}
