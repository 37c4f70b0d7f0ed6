import { RedlineError } from '#domain';

/** The cluster does not answer, or refuses us. */
export class KafkaUnavailableError extends RedlineError {
  readonly code = 'kafka_unavailable';
  readonly retriable = true;
}

/** A topic is missing or has other partitions than keys are mapped to. A person must run `redline topics`. */
export class KafkaTopicsError extends RedlineError {
  readonly code = 'kafka_topics';
  readonly retriable = false;
}

/** Several machines cannot share a SQLite file: Kafka asks for PostgreSQL. */
export class KafkaNeedsPostgresError extends RedlineError {
  readonly code = 'kafka_needs_postgres';
  readonly retriable = false;
}

/** A consumer ended for good; only a new process consumes again. */
export class KafkaConsumerCrashedError extends RedlineError {
  readonly code = 'kafka_consumer_crashed';
  readonly retriable = false;
}
