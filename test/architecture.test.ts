import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What each package may import of the others. Tests may import anything. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'libs/domain': [],
  'libs/time': ['domain'],
  'libs/events': ['domain'],
  'libs/process': [],
  'libs/fetch': ['domain'],
  'libs/sources': ['domain', 'time'],
  'libs/store': ['domain', 'events'],
  'libs/log': ['domain', 'events', 'store'],
  'libs/digest': ['domain', 'time'],
  'libs/webhook': [],
  'services/collector': ['domain', 'time', 'events', 'log', 'store', 'sources', 'fetch', 'process'],
  'services/differ': ['domain', 'time', 'events', 'log', 'store', 'sources', 'process'],
  'services/notifier': ['domain', 'time', 'events', 'log', 'store', 'process', 'digest', 'webhook'],
  'services/desk': ['domain', 'time', 'events', 'log', 'store', 'sources', 'fetch', 'process', 'digest', 'webhook'],
  'services/standalone': ['*'],
};

/** Libraries that one folder alone may import, so that they can be replaced there. */
const ONE_FOLDER: Readonly<Record<string, string>> = {
  kafkajs: 'libs/log/src/kafka',
  cheerio: 'libs/sources/src/markup',
  saxes: 'libs/sources/src/markup',
  'rss-parser': 'libs/sources/src/feed',
  hucre: 'libs/sources/src/spreadsheet',
  unpdf: 'libs/sources/src/pdf-text',
  undici: 'libs/fetch',
  nodemailer: 'services/notifier/src/channel/email',
  'node-cron': 'services/collector',
  'cron-parser': 'libs/time',
  'ical-generator': 'services/desk/src/calendar',
  feed: 'services/desk/src/feed',
  diff: 'libs/digest',
  pino: 'libs/process',
  'prom-client': 'libs/process',
  '@opentelemetry/api': 'libs/process',
  '@opentelemetry/sdk-trace-base': 'libs/process',
  '@opentelemetry/exporter-trace-otlp-http': 'libs/process',
  pg: 'libs/store',
};

/** Readers that look across tenants: the desk answers one caller, and takes the readers of one tenant. */
const ACROSS_TENANTS = [
  'findSubscription',
  'listActiveSealed',
  'findAlert',
  'listAlertsOfChange',
  'listAlertsById',
  'findDelivery',
  'listDeliveries',
];

const ROOT = join(import.meta.dirname, '..');
const LONGEST_FILE_LINES = 300;

interface SourceFile {
  readonly path: string;
  readonly package: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const files: readonly SourceFile[] = ['libs', 'services']
  .flatMap((top) =>
    readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' }).map((name) => join(ROOT, top, name)),
  )
  .filter((path) => path.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(path) && !path.includes('/test/'))
  .map((path) => {
    const text = readFileSync(path, 'utf8');
    const relativePath = relative(ROOT, path);
    const imports = [...text.matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'|^import '([^']+)'/gm)].map(
      (m) => m[1] ?? m[2] ?? '',
    );
    return { path: relativePath, package: relativePath.split('/').slice(0, 2).join('/'), text, imports };
  });

describe('the structure of the code', () => {
  it('is looked at: every package is found', () => {
    expect(new Set(files.map((file) => file.package))).toEqual(new Set(Object.keys(MAY_IMPORT)));
  });

  it('lets packages meet only in the directions allowed', () => {
    const wrong = files.flatMap((file) => {
      const allowed = MAY_IMPORT[file.package] ?? [];
      return file.imports
        .filter((name) => name.startsWith('#') && !allowed.includes('*') && !allowed.includes(name.slice(1)))
        .map((name) => `${file.path} imports ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps relative imports inside their package', () => {
    const wrong = files.flatMap((file) =>
      file.imports
        .filter((name) => name.startsWith('.'))
        .map((name) => relative(ROOT, join(ROOT, file.path, '..', name)))
        .filter((target) => !target.startsWith(`${file.package}/`))
        .map((target) => `${file.path} reaches into ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('imports each replaceable library in one folder only', () => {
    const wrong = files.flatMap((file) =>
      file.imports
        .filter((name) => name in ONE_FOLDER && !file.path.startsWith(`${ONE_FOLDER[name]}/`))
        .map((name) => `${file.path} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('reads the environment only in the composition root', () => {
    const wrong = files.filter(
      (file) => file.text.includes('process.env') && !file.path.startsWith('services/standalone/'),
    );
    expect(wrong.map((file) => file.path)).toEqual([]);
  });

  it(`has no file longer than ${LONGEST_FILE_LINES} lines, data tables excepted`, () => {
    const long = files.filter(
      (file) => file.text.split('\n').length > LONGEST_FILE_LINES && !file.path.endsWith('-table.ts'),
    );
    expect(long.map((file) => file.path)).toEqual([]);
  });

  it('lets the desk read of customers only what belongs to one tenant', () => {
    const wrong = files
      .filter((file) => file.package === 'services/desk')
      .flatMap((file) =>
        ACROSS_TENANTS.filter((name) => new RegExp(`\\b${name}\\b`).test(file.text)).map(
          (name) => `${file.path} uses ${name}`,
        ),
      );
    expect(wrong).toEqual([]);
  });

  it('has no dumping grounds and no escape hatches', () => {
    const dumps = files.filter((file) =>
      /\/(utils?|helpers?|common|misc|types|constants|interfaces)\.ts$/.test(file.path),
    );
    expect(dumps.map((file) => file.path)).toEqual([]);
    const hatches = files.filter((file) =>
      /: any\b|as any\b|@ts-ignore|@ts-expect-error|biome-ignore|\bTODO\b/.test(file.text),
    );
    expect(hatches.map((file) => file.path)).toEqual([]);
  });
});
