import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PARTITIONS } from '#log';
import { readConfig, SERVICES } from '#process';
import { type Container, environmentOf, ROOT, readComposeFile, readText } from './deployment-files.ts';

const file = readComposeFile();
const containers = Object.entries(file.services);
const own = containers.filter(([, container]) => container.build !== undefined);
const service = (name: string): Container => {
  const found = file.services[name];
  if (!found) throw new Error(`docker-compose.yml has no ${name}`);
  return found;
};

/** The configuration a container would run with; its secrets are files of ours here. */
function configOf(container: Container) {
  const folder = mkdtempSync(join(tmpdir(), 'redline-compose-'));
  const secrets: Readonly<Record<string, string>> = {
    database_url: 'postgres://redline:x@postgres:5432/redline',
    admin_key: 'an-administrators-key',
    secret_key: 'ab'.repeat(32),
  };
  for (const name of container.secrets) writeFileSync(join(folder, name), secrets[name] ?? '');
  const environment = Object.entries(environmentOf(container)).map(([name, value]) => [
    name,
    value.replace('/run/secrets', folder),
  ]);
  return readConfig(Object.fromEntries(environment));
}

describe('docker-compose.yml', () => {
  it('runs each of the four services once, from one image', () => {
    const runs = SERVICES.map((name) => configOf(service(name)).REDLINE_SERVICES);
    expect(runs).toEqual(SERVICES.map((name) => [name]));
    expect(new Set(own.map(([, { image, build }]) => `${image} ${build}`)).size).toBe(1);
  });

  it('names only settings that exist, also those that it passes on', () => {
    const names = new Set(own.flatMap(([, { environment = {} }]) => Object.keys(environment)));
    const settings = readText('libs/process/src/config.ts');
    const known = [...names].filter((name) => settings.includes(`  ${name.replace(/_FILE$/, '')}`));
    // Read by the exporter of traces itself, as the OpenTelemetry specification names them.
    const exporters = ['OTEL_EXPORTER_OTLP_HEADERS', 'OTEL_TRACES_SAMPLER', 'OTEL_TRACES_SAMPLER_ARG'];
    expect([...names].filter((name) => !known.includes(name)).sort()).toEqual(exporters);
  });

  it('gives every service Kafka, PostgreSQL and the key that seals', () => {
    for (const [name, container] of own) {
      const config = configOf(container);
      expect([name, config.REDLINE_KAFKA_BROKERS]).toEqual([name, ['kafka:9092']]);
      expect(config.DATABASE_URL).toMatch(/^postgres:/);
      expect(config.REDLINE_SECRET_KEY_FILE).toMatch(/secret_key$/);
    }
  });

  it('holds no secret: all are files outside version control', () => {
    for (const [name, { environment = {} }] of containers) {
      const open = Object.keys(environment).filter((key) => /PASSWORD|KEY|SECRET|TOKEN|DATABASE_URL/.test(key));
      expect([name, open.filter((key) => !key.endsWith('_FILE'))]).toEqual([name, []]);
    }
    for (const { file: path } of Object.values(file.secrets)) expect(path).toMatch(/^\.\/var\/secrets\//);
    expect(readText('.gitignore').split('\n')).toContain('var/');
    expect(Object.keys(file.secrets)).toEqual(expect.arrayContaining(containers.flatMap(([, { secrets }]) => secrets)));
  });

  it('starts a service only after broker and database are healthy and the topics exist', () => {
    for (const name of SERVICES) {
      expect(service(name).depends_on).toMatchObject({
        kafka: { condition: 'service_healthy' },
        postgres: { condition: 'service_healthy' },
        topics: { condition: 'service_completed_successfully' },
      });
    }
    expect(service('topics').command).toEqual(['topics']);
    expect(PARTITIONS).toBeGreaterThanOrEqual(3);
    expect(service('kafka').environment?.KAFKA_AUTO_CREATE_TOPICS_ENABLE).toBe('false');
  });

  it('asks every container that stays up whether it is well', () => {
    const mute = containers.filter(([name, { healthcheck }]) => name !== 'topics' && healthcheck === undefined);
    expect(mute.map(([name]) => name)).toEqual([]);
    for (const name of SERVICES) expect(service(name).healthcheck?.test.join(' ')).toContain('/readyz');
  });

  it('takes from the services of ours what they do not need', () => {
    for (const [, container] of own) {
      expect(container.user).toBe(`\${CONTAINER_UID:-1000}:\${CONTAINER_GID:-1000}`);
      expect(container).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
    }
  });

  it('shows nothing beyond the machine, and lets broker and database reach nothing outside', () => {
    const published = containers.flatMap(([, { ports }]) => ports);
    expect(published.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
    expect(file.networks.inside).toEqual({ internal: true });
    expect([service('kafka').networks, service('postgres').networks]).toEqual([['inside'], ['inside']]);
  });

  it('leaves Prometheus to those who ask for it, and points it at all four services', () => {
    expect(service('prometheus').profiles).toEqual(['metrics']);
    const scraped = parse(readText('config/prometheus.yml'));
    expect(scraped.scrape_configs[0]).toMatchObject({
      metrics_path: '/metrics',
      authorization: { credentials_file: '/run/secrets/admin_key' },
      dns_sd_configs: [{ names: [...SERVICES], port: Number(configOf(service('desk')).REDLINE_PORT) }],
    });
  });

  const reason = composeMissing();
  if (reason) console.warn(`skipped: docker compose config, because ${reason}`);
  else {
    it('is accepted by docker compose itself', () => {
      const args = ['compose', '-f', 'docker-compose.yml', '--profile', 'metrics', 'config', '-q'];
      execFileSync('docker', args, { cwd: ROOT });
    });
  }
});

function composeMissing(): string | undefined {
  const asked = spawnSync('docker', ['compose', 'version'], { encoding: 'utf8' });
  if (asked.error) return 'there is no docker here';
  return asked.status === 0 ? undefined : 'docker has no compose here';
}

describe('the image', () => {
  const dockerfile = readText('Dockerfile');
  const manifest: { dependencies: Record<string, string>; devDependencies: Record<string, string> } = JSON.parse(
    readText('package.json'),
  );

  it('runs the Node version that developers use, as a user without rights', () => {
    const version = /\d+/.exec(manifest.devDependencies.node ?? '')?.[0];
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
    expect(bases).toEqual([`node:${version}-slim`, `node:${version}-slim`]);
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toContain('npm ci --omit=dev');
  });

  it('holds every library that running code imports', () => {
    const imported = ['libs', 'services']
      .flatMap((top) => readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' }).map((at) => join(top, at)))
      .filter((path) => path.endsWith('.ts') && !/\.(test|fixture)\.ts$|\/test\//.test(path))
      .flatMap((path) =>
        [...readText(path).matchAll(/(?:from |import\(|^import )'(@?[a-z][\w@/.:-]*)'/gm)].map(([, name = '']) => name),
      )
      .filter((name) => !name.startsWith('node:'))
      .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'));
    expect(imported.length).toBeGreaterThan(20);
    expect([...new Set(imported)].filter((name) => !(name in manifest.dependencies))).toEqual([]);
  });

  it('is built from what runs, and from nothing that a developer keeps beside it', () => {
    const [first, ...rest] = readText('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(first).toBe('*');
    const kept = rest.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) =>
      names.split(' '),
    );
    expect(kept.filter((name) => !name.startsWith('config/')).sort()).toEqual([...new Set(copied)].sort());
    for (const path of kept) expect(existsSync(join(ROOT, path))).toBe(true);
  });
});
