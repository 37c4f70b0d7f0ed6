import { readFileSync } from 'node:fs';
import { z } from 'zod';

const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

/** The four services; one process may run any of them. */
export const SERVICES = ['collector', 'differ', 'notifier', 'desk'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** Settings that hold a secret and may be given as a file instead: `NAME_FILE`, as container platforms mount them. */
const BY_FILE = ['DATABASE_URL', 'REDLINE_SMTP_URL', 'REDLINE_ADMIN_KEY', 'REDLINE_KAFKA_SASL_PASSWORD'] as const;

const Environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, 'must be sqlite:PATH or postgres://…')
    .default('sqlite:var/redline.sqlite'),
  REDLINE_HOST: z.string().min(1).default('127.0.0.1'),
  REDLINE_PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  REDLINE_PUBLIC_URL: z.url().optional(),
  REDLINE_ADMIN_KEY: z.string().min(16, 'must have at least 16 characters').optional(),
  REDLINE_SECRET_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits (32 bytes)')
    .optional(),
  REDLINE_SECRET_KEY_FILE: z.string().default('var/redline.key'),
  REDLINE_ATTESTATION_KEY_FILE: z.string().optional(),
  REDLINE_SOURCES_FILE: z.string().default('config/sources.yaml'),
  REDLINE_INSTRUMENTS_FILE: z.string().default('config/instruments.yaml'),
  REDLINE_ALLOW_PRIVATE_TARGETS: list.default([]),
  REDLINE_OPEN_READING: flag.optional(),
  REDLINE_REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).default(600),
  REDLINE_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  REDLINE_USER_AGENT: z
    .string()
    .min(1)
    .default('Redline/0.1 (export-control change monitor; set REDLINE_USER_AGENT to your contact)'),
  REDLINE_COLLECT: flag.default(true),
  REDLINE_DELIVERY_TIMEOUT_MS: z.coerce.number().int().min(1_000).max(30_000).default(20_000),
  REDLINE_DELIVERY_CONCURRENCY: z.coerce.number().int().min(1).max(500).default(64),
  REDLINE_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/.+/, 'must be smtp://host:port or smtps://user:password@host:port')
    .optional(),
  REDLINE_SMTP_FROM: z
    .string()
    .regex(/^[^\r\n]{1,200}$/, 'must be one line, such as Redline <redline@example.org>')
    .default('Redline <redline@localhost>'),
  REDLINE_SERVICES: list
    .pipe(z.array(z.enum(SERVICES, `must be among ${SERVICES.join(', ')}`)).min(1))
    .prefault(SERVICES.join(',')),
  REDLINE_KAFKA_BROKERS: list.default([]),
  REDLINE_KAFKA_TLS: flag.default(false),
  REDLINE_KAFKA_CA_FILE: z.string().optional(),
  REDLINE_KAFKA_SASL_MECHANISM: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).optional(),
  REDLINE_KAFKA_SASL_USERNAME: z.string().optional(),
  REDLINE_KAFKA_SASL_PASSWORD: z.string().optional(),
  REDLINE_KAFKA_SESSION_TIMEOUT_MS: z.coerce.number().int().min(1_000).max(300_000).default(30_000),
  REDLINE_KAFKA_PREFIX: z.string().default(''),
  REDLINE_HEARTBEAT_URL: z.url().optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Config = Readonly<z.infer<typeof Environment>>;

/**
 * Reads the configuration from an optional file of `NAME=value` lines (`REDLINE_CONFIG_FILE`) and the environment, which wins.
 * @throws Error naming every bad variable at once, and no value that could be a secret.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const file = env.REDLINE_CONFIG_FILE;
  const mistakes: string[] = [];
  const fromFile = file ? readConfigFile(file, mistakes) : {};
  const merged = withSecretFiles({ ...fromFile, ...definedOnly(env) }, mistakes);
  for (const name of Object.keys(merged)) {
    if (name.startsWith('REDLINE_') && !(name in Environment.shape) && !OUTSIDE.has(name)) {
      mistakes.push(`${name}: is not a setting of Redline; see config/example.env`);
    }
  }
  const parsed = Environment.safeParse(merged);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) mistakes.push(`${issue.path.join('.')}: ${issue.message}`);
  } else {
    mistakes.push(...contradictions(parsed.data));
  }
  if (mistakes.length > 0 || !parsed.success) throw new Error(`invalid configuration:\n  ${mistakes.join('\n  ')}`);
  return Object.freeze(parsed.data);
}

/** What no single setting can show to be wrong. */
function contradictions(config: z.infer<typeof Environment>): readonly string[] {
  const found: string[] = [];
  const kafka = config.REDLINE_KAFKA_BROKERS.length > 0;
  if (kafka && config.DATABASE_URL.startsWith('sqlite:')) {
    found.push('REDLINE_KAFKA_BROKERS: Kafka needs PostgreSQL; set DATABASE_URL to postgres://…');
  }
  if (!kafka && config.REDLINE_SERVICES.length < SERVICES.length && config.DATABASE_URL.startsWith('sqlite:')) {
    found.push('REDLINE_SERVICES: on SQLite one process runs all services');
  }
  const sasl = [
    config.REDLINE_KAFKA_SASL_MECHANISM,
    config.REDLINE_KAFKA_SASL_USERNAME,
    config.REDLINE_KAFKA_SASL_PASSWORD,
  ];
  if (sasl.some((part) => part !== undefined) && sasl.some((part) => part === undefined)) {
    found.push('REDLINE_KAFKA_SASL_MECHANISM, _USERNAME and _PASSWORD: set all three or none');
  }
  return found;
}

/** Names that belong to the command line or the tests, not to a running service. */
const OUTSIDE = new Set(['REDLINE_CONFIG_FILE', 'REDLINE_CORPUS', ...BY_FILE.map((name) => `${name}_FILE`)]);

function withSecretFiles(values: Record<string, string>, mistakes: string[]): Record<string, string> {
  const merged = { ...values };
  for (const name of BY_FILE) {
    const path = values[`${name}_FILE`];
    if (path === undefined) continue;
    try {
      merged[name] = readFileSync(path, 'utf8').trim();
    } catch {
      mistakes.push(`${name}_FILE: ${path} cannot be read`);
    }
  }
  return merged;
}

function definedOnly(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function readConfigFile(path: string, mistakes: string[]): Record<string, string> {
  const values: Record<string, string> = {};
  let text = '';
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    mistakes.push(`REDLINE_CONFIG_FILE: ${path} cannot be read`);
  }
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    const [, name, value] = /^\s*([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined || value === undefined) mistakes.push(`${path} line ${index + 1}: must read NAME=value`);
    else values[name] = value;
  }
  return values;
}
