import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What an operator watches, in Prometheus form. Labels are our own ids only, never fetched text. */
export interface Metrics {
  readonly checks: Counter<'source' | 'outcome'>;
  readonly checkSeconds: Histogram<'source'>;
  readonly lastSuccess: Gauge<'source'>;
  readonly sourceProblems: Gauge<'source' | 'problem'>;
  readonly heldReadings: Gauge<'source'>;
  readonly changes: Counter<'source' | 'type'>;
  readonly alerts: Counter<'band'>;
  readonly deliveryAttempts: Counter<'outcome'>;
  readonly deliverySeconds: Histogram;
  readonly deliveries: Gauge<'status'>;
  readonly consumerLag: Gauge<'group'>;
  readonly deadLetters: Gauge<'group'>;
  text(): Promise<string>;
}

const DELIVERY_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers });
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Gauge({ name, help, labelNames, registers });
  const histogram = <Label extends string>(name: string, help: string, labelNames: Label[], buckets: number[]) =>
    new Histogram({ name, help, labelNames, buckets, registers });
  return {
    checks: counter('redline_source_checks_total', 'Checks of a source by outcome.', ['source', 'outcome']),
    checkSeconds: histogram(
      'redline_source_check_seconds',
      'Duration of one poll.',
      ['source'],
      [0.1, 0.5, 1, 5, 15, 60],
    ),
    lastSuccess: gauge('redline_source_last_success_timestamp_seconds', 'Last successful check.', ['source']),
    sourceProblems: gauge('redline_source_problem_open', '1 while a problem of a source is open.', [
      'source',
      'problem',
    ]),
    heldReadings: gauge('redline_source_held_readings', 'Readings held for a person.', ['source']),
    changes: counter('redline_changes_total', 'Typed changes detected.', ['source', 'type']),
    alerts: counter('redline_alerts_total', 'Alerts raised by band.', ['band']),
    deliveryAttempts: counter('redline_delivery_attempts_total', 'Delivery attempts by outcome.', ['outcome']),
    deliverySeconds: histogram(
      'redline_delivery_attempt_seconds',
      'Duration of one delivery attempt.',
      [],
      DELIVERY_BUCKETS,
    ),
    deliveries: gauge('redline_deliveries', 'Deliveries by status.', ['status']),
    consumerLag: gauge('redline_consumer_lag_records', 'Records appended and not yet applied.', ['group']),
    deadLetters: gauge('redline_dead_letters', 'Records set aside for a person.', ['group']),
    text: () => registry.metrics(),
  };
}
