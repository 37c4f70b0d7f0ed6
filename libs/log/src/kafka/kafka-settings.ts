import type { Topic } from '#events';

/** Trust and identity of TLS connections, as PEM text. Certificates are always verified; there is no switch against it. */
export interface KafkaTls {
  /** Left out: the certificate authorities that the runtime trusts. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

/** RFC 4616 (PLAIN, only over TLS) and RFC 5802 (SCRAM). */
export interface KafkaSasl {
  readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly username: string;
  readonly password: string;
}

/** Where the brokers are and how this process shows itself to them. */
export interface KafkaSettings {
  /** `host:port`; any part of the cluster, the rest is found through it. */
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly tls?: boolean | KafkaTls;
  readonly sasl?: KafkaSasl;
  /** Put before the names of topics and groups, so that one cluster can carry several Redlines. Default: nothing. */
  readonly prefix?: string;
  /** What the client library has to say, from `warn` up. */
  readonly onClientLog?: (line: { level: 'error' | 'warn'; message: string; details: Readonly<object> }) => void;
}

/** Name of a topic, or of its dead-letter twin, on the cluster. */
export function topicOnCluster(settings: KafkaSettings, topic: Topic | `${Topic}.dead-letters`): string {
  return `${settings.prefix ?? ''}${topic}`;
}
