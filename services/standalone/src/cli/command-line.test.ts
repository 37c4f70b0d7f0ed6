import { copyFileSync, cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLogger, readConfig } from '#process';
import { createCommandLine } from './command-line.ts';

const CORPUS = 'test/replay/corpus';

describe('the command line', () => {
  let folder: string;
  let out: string[];
  let err: string[];
  /** Where the corpus was replayed once: tests that read it begin with a copy. */
  let replayed: string;
  const takeReplayed = () => cpSync(replayed, folder, { recursive: true });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'redline-cli-'));
    out = [];
    err = [];
  });

  const run = (...args: string[]): Promise<number> =>
    createCommandLine({
      readConfig: () =>
        readConfig({
          DATABASE_URL: `sqlite:${join(folder, 'redline.sqlite')}`,
          REDLINE_SECRET_KEY_FILE: join(folder, 'redline.key'),
          REDLINE_SOURCES_FILE: join(CORPUS, 'sources.yaml'),
        }),
      createLogger: () => createLogger({ level: 'silent', service: 'test' }),
      clock: { now: () => new Date('2026-07-01T00:00:00Z') },
      corpusDirectory: undefined,
      onFatal: () => undefined,
      print: (line) => out.push(line),
      printError: (line) => err.push(line),
    }).run(['node', 'redline', ...args]);

  beforeAll(async () => {
    replayed = mkdtempSync(join(tmpdir(), 'redline-cli-'));
    [folder, out, err] = [replayed, [], []];
    expect(await run('replay', '--corpus', CORPUS)).toBe(0);
    expect(out.at(-1)).toContain('27 captures replayed');
  });

  it('keeps what a replay of a corpus found and proves every change from the stored bytes', async () => {
    takeReplayed();
    expect(await run('documents', '--state', 'missing')).toBe(0);
    expect(out).toEqual([expect.stringMatching(/^\d+ \w+/)]);
    out = [];
    expect(await run('changes', '--json')).toBe(0);
    const changes = out.map((line) => JSON.parse(line));
    expect(changes.length).toBeGreaterThan(20);
    out = [];
    expect(await run('verify', '--all')).toBe(0);
    expect(out).toEqual([`${changes.length} changes verified, 0 not`]);
    out = [];
    expect(await run('verify', changes[0].changeId)).toBe(0);
    expect(out[0]).toMatch(/^verified: /);
  });

  it('tries a profile against what is stored, and says why one change did or did not matter', async () => {
    takeReplayed();
    const file = join(folder, 'profile.yaml');
    writeFileSync(file, 'profile: { instruments: ["*"], minBand: critical }\n');
    out = [];
    expect(await run('match', '--profile', file, '--since', '2000-01-01', '--json')).toBe(0);
    const [first] = out.map((line) => JSON.parse(line));
    expect(first.impact.reasons.length).toBeGreaterThan(4);
    const found = out.length;
    out = [];
    expect(await run('match', '--profile', file, '--since', '2000-01-01')).toBe(0);
    expect(out.at(-1)).toContain(`${found} match`);
    out = [];
    expect(await run('why', first.changeId, '--profile', file)).toBe(0);
    expect(out).toContain(`  + instrument     you subscribe to ${first.instrumentId}`);
    expect(await run('why', first.changeId)).toBe(1);
    expect(await run('match', '--profile', file, '--since', 'yesterday')).toBe(1);
    expect(err.join(' ')).toContain('--since');
  });

  it('lists what is held, sets it against the last good reading, and releases it with a reason', async () => {
    const good = readFileSync(join(CORPUS, 'us-csl', '2024-12-06T1340Z.json'), 'utf8');
    writeFileSync(join(folder, 'good.json'), good);
    const { results, ...rest } = JSON.parse(good);
    writeFileSync(join(folder, 'half.json'), JSON.stringify({ ...rest, results: results.slice(0, 5) }));
    const line = (path: string, retrievedAt: string) =>
      JSON.stringify({
        sourceId: 'us-csl',
        url: 'https://x.example',
        retrievedAt,
        mediaType: 'application/json',
        path,
      });
    const lines = [line('good.json', '2024-12-06T00:00:00Z'), line('half.json', '2024-12-07T00:00:00Z')];
    writeFileSync(join(folder, 'captures-half.jsonl'), lines.join('\n'));
    expect(await run('replay', '--corpus', folder)).toBe(0);
    out = [];
    expect(await run('held', 'list')).toBe(0);
    const [id = '', source] = out[0]?.split(/\s+/) ?? [];
    expect(source).toBe('us-csl');
    out = [];
    expect(await run('held', 'compare', id)).toBe(0);
    expect(out).toContain('Entries: 13 -> 5');
    expect(out.filter((one) => one.startsWith('[-'))).toHaveLength(8);
    out = [];
    expect(await run('held', 'release', id, '--reason', 'the department cut the file')).toBe(0);
    expect(out[0]).toMatch(/^released: \d+ changes$/);
    expect(await run('held', 'list')).toBe(0);
    expect(out.at(-1)).toBe('nothing is held');
    expect(await run('held', 'compare', id)).toBe(1);
  });

  it('repeats nothing when the same corpus is replayed again', async () => {
    takeReplayed();
    await run('changes', '--json');
    const first = out.filter((line) => line.startsWith('{'));
    out = [];
    await run('replay', '--corpus', CORPUS);
    await run('changes', '--json');
    expect(out.filter((line) => line.startsWith('{'))).toEqual(first);
  });

  it('prints every source with its freshness, also as JSON', async () => {
    expect(await run('sources', '--json')).toBe(0);
    const ids = out.map((line) => JSON.parse(line).sourceId);
    expect(ids).toContain('us-ecfr-15-744-supp4');
    out = [];
    await run('sources');
    expect(out[0]).toContain('never checked');
  });

  it('prints instrument by instrument what is watched, by which source and how fresh, or why by a person', async () => {
    takeReplayed();
    out = [];
    expect(await run('sources', '--coverage', '--json')).toBe(0);
    const coverage = new Map(out.map((line) => JSON.parse(line)).map((one) => [one.instrumentId, one]));
    expect(coverage.get('US-EL').counterpart).toEqual(['JP-EUL']);
    const watching = coverage.get('US-EL').sources;
    expect(watching.find((source: { sourceId: string }) => source.sourceId === 'us-ecfr-15-744-supp4')).toMatchObject({
      lastSuccessAt: expect.stringMatching(/^20/),
    });
    expect(coverage.get('JP-COURT')).toMatchObject({ sources: [], because: expect.stringContaining('no publication') });
    out = [];
    await run('sources', '--coverage');
    expect(out.at(-1)).toMatch(/^\d+ instruments: \d+ watched, \d+ of them fresh in every source, \d+ by a person$/);
    expect(out.join('\n')).toContain('US-EL  Entity List (15 CFR 744, Supplement No. 4); counterpart JP-EUL');
  });

  it('compares two files of a source without a store', async () => {
    const captures = readFileSync(join(CORPUS, 'captures-demo.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))
      .filter((capture) => capture.sourceId === 'us-ecfr-15-744-supp4')
      .map((capture) => join(CORPUS, capture.path));
    const [before = '', after = ''] = captures;
    expect(await run('diff', '--source', 'us-ecfr-15-744-supp4', '--before', before, '--after', after, '--json')).toBe(
      0,
    );
    expect(out.map((line) => JSON.parse(line).type)).toContain('entity.added');
  });

  it('ends with 1 and says which field is wrong and what to do', async () => {
    expect(await run('diff', '--source', 'no-such-source', '--after', 'x')).toBe(1);
    expect(err.join()).toContain('--source');
    err = [];
    expect(await run('replay', '--corpus', join(folder, 'nowhere'))).toBe(1);
    expect(err.join()).toContain('nowhere');
    err = [];
    const file = join(folder, 'subscriptions.yaml');
    writeFileSync(file, 'format: redline-subscriptions/1\nsubscriptions:\n  - id: x\n    nmae: typo\n');
    expect(await run('import', file)).toBe(1);
    expect(err.join()).toMatch(/nmae|name/);
    expect(await run('verify', 'not-a-change')).toBe(1);
    expect(await run('verify')).toBe(1);
  });

  it('prints a new sign-in link whenever it is asked, also where a key for programs is set', async () => {
    expect(await run('login-link')).toBe(0);
    expect(await run('login-link')).toBe(0);
    expect(out[0]).toMatch(/^http:\/\/127\.0\.0\.1:8080\/login\/[\w-]{43}$/);
    expect(out[1]).not.toBe(out[0]);
  });

  it('makes, lists and revokes keys of one tenant, and shows each once', async () => {
    expect(await run('tenants', 'create', 'optics', '--name', 'Optics KK')).toBe(0);
    expect(await run('keys', 'create', '--name', 'CI', '--scope', 'read', 'deliveries', '--tenant', 'optics')).toBe(0);
    const key = /redline_[\w-]{43}$/.exec(out.at(-1) ?? '')?.[0] ?? 'none';
    const [id = ''] = out.at(-2)?.split(' ') ?? [];
    out = [];
    expect(await run('keys', 'list', '--tenant', 'optics')).toBe(0);
    expect(out).toEqual([expect.stringMatching(new RegExp(`^${id}  read,deliveries never used +CI$`))]);
    expect(out.join()).not.toContain(key);
    expect(await run('keys', 'revoke', id)).toBe(1);
    expect(await run('keys', 'revoke', id, '--tenant', 'optics')).toBe(0);
    out = [];
    await run('keys', 'list', '--tenant', 'optics');
    expect(out[0]).toContain('revoked 2026-07-01T00:00');
    expect(await run('keys', 'create', '--name', 'CI', '--scope', 'everything')).toBe(1);
  });

  it('works on what one tenant owns, and refuses a tenant that was never made', async () => {
    await run('tenants', 'create', 'optics');
    expect(await run('import', 'config/demo-subscriptions.yaml', '--tenant', 'optics')).toBe(0);
    const file = join(folder, 'default.yaml');
    expect(await run('export', file)).toBe(0);
    expect(out.at(-1)).toMatch(/^0 subscriptions/);
    expect(await run('login-link', '--role', 'reviewer', '--name', 'Aiko', '--tenant', 'optics')).toBe(0);
    expect(await run('login-link', '--tenant', 'optcis')).toBe(1);
    expect(err.join()).toContain('there is no tenant "optcis"');
    expect(await run('tenants', 'create', 'optics')).toBe(1);
    out = [];
    expect(await run('tenants', 'list')).toBe(0);
    expect(out.map((line) => line.split(' ')[0])).toEqual(['default', 'optics']);
    out = [];
    expect(await run('audit', 'list')).toBe(0);
    expect(out.filter((line) => line.includes('tenant.created'))).toEqual([
      expect.stringMatching(/\(command line\) tenant\.created tenant optics/),
    ]);
  });

  it('gives back what it exports, row for row', async () => {
    expect(await run('import', 'config/demo-subscriptions.yaml')).toBe(0);
    const first = join(folder, 'first.yaml');
    const second = join(folder, 'second.yaml');
    expect(await run('export', first)).toBe(0);
    folder = mkdtempSync(join(tmpdir(), 'redline-cli-'));
    expect(await run('import', first)).toBe(0);
    expect(await run('export', second)).toBe(0);
    expect(readFileSync(second, 'utf8')).toBe(readFileSync(first, 'utf8'));
  });

  it('backs the store up, restores it elsewhere and moves it, and every change still proves itself', async () => {
    takeReplayed();
    const file = join(folder, 'redline.backup');
    expect(await run('backup', file)).toBe(0);
    expect(await run('backup', file)).toBe(1);
    const key = join(folder, 'redline.key');
    folder = mkdtempSync(join(tmpdir(), 'redline-cli-'));
    copyFileSync(key, join(folder, 'redline.key'));
    expect(await run('restore', file)).toBe(0);
    out = [];
    expect(await run('verify', '--all')).toBe(0);
    expect(out.at(-1)).toMatch(/^\d\d+ changes verified, 0 not$/);
    const moved = `sqlite:${join(folder, 'moved.sqlite')}`;
    expect(await run('migrate-store', '--from', `sqlite:${join(folder, 'redline.sqlite')}`, '--to', moved)).toBe(0);
    expect(out.at(-1)).toBe('moved');
  });

  it('prints a digest that names what was checked', async () => {
    takeReplayed();
    out = [];
    expect(await run('digest', '--date', '2024-12-06')).toBe(0);
    expect(out.join('\n')).toContain('Entity List');
  });
});
