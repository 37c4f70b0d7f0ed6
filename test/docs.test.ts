import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DISCLAIMERS } from '#domain';
import { ALL_TOPICS } from '#events';
import { RETRY_SCHEDULE_MS } from '#notifier';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const PAGES = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Headings as GitHub makes anchors of them. */
function anchorsOf(page: string): readonly string[] {
  return [...read(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Local links that lead nowhere. */
function brokenLinks(page: string): readonly string[] {
  const targets = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets
    .filter((target) => !/^https?:/.test(target))
    .filter((target) => {
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? page : join(dirname(page), path);
      if (!existsSync(join(ROOT, file))) return true;
      return anchor !== undefined && !anchorsOf(file).includes(anchor);
    });
}

/** `code` words of a page that name a file of the repository, down from the root. */
function filesNamed(page: string): readonly string[] {
  const words = [...read(page).matchAll(/`([^`\s]+)`/g)].map(([, word = '']) => word);
  return words.filter((word) => /^(libs|services|test|config|docs)\//.test(word) && !/[<>*{}…]/.test(word));
}

describe('the documents', () => {
  it.each(PAGES)('%s links and names only what is there', (page) => {
    expect(brokenLinks(page)).toEqual([]);
    expect(filesNamed(page).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('walk through a source in words that stand in its files', () => {
    const boxes = [...read('docs/adding-a-source.md').matchAll(/From `([^`]+)`:\n\n```\w+\n(.*?)```/gs)];
    expect(boxes.length).toBeGreaterThan(5);
    const astray = boxes.filter(([, path = '', code = '']) => !read(path).includes(code));
    expect(astray.map(([, path, code]) => `${path}: ${code}`)).toEqual([]);
  });

  it('call as proof of a failure mode only tests that exist', () => {
    const proofs = [...read('docs/failure-modes.md').matchAll(/\| `([^`]+)` › (.+) \|$/gm)];
    expect(proofs.length).toBeGreaterThan(30);
    const missing = proofs.filter(([, path = '', title = '']) => !read(path).includes(title));
    expect(missing.map(([, path, title]) => `${path} › ${title}`)).toEqual([]);
  });

  it('name every table with its writer, and every topic', () => {
    const page = read('docs/architecture.md');
    const files = ['schema', 'development-tables', 'review-tables']
      .map((name) => read(`libs/store/src/${name}.ts`))
      .join('\n');
    const interfaces = files.matchAll(/export interface (?:Schema|DevelopmentTables|ReviewTables)\b[^{]*\{(.*?)\n\}/gs);
    const schema = [...interfaces].map(([, body = '']) => body).join('\n');
    const tables = [...schema.matchAll(/^ {2}(\w+):/gm)].map(([, name = '']) =>
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    );
    expect(tables).toEqual(expect.arrayContaining(['event_log', 'review_items', 'audit_trail']));
    expect(tables.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
    expect(ALL_TOPICS.filter((topic) => !page.includes(`| \`${topic}\` |`))).toEqual([]);
  });

  it('state the retry schedule that is kept', () => {
    const row = /^\| wait before it \| (.*) \|$/m.exec(read('docs/webhooks.md'))?.[1]?.split(' | ') ?? [];
    const unit: Readonly<Record<string, number>> = { s: 1_000, min: 60_000, h: 3_600_000 };
    const waits = row.map((cell) => Number.parseInt(cell, 10) * (unit[cell.split(' ')[1] ?? ''] ?? Number.NaN));
    expect(waits).toEqual(RETRY_SCHEDULE_MS);
  });

  it('name in the README every family of sources that is watched, every command, and every disclaimer', () => {
    const page = read('README.md');
    const { sources } = parse(read('config/sources.yaml')) as { sources: readonly { family: string }[] };
    const commandFiles = readdirSync(join(ROOT, 'services/standalone/src/cli')).filter((name) =>
      name.endsWith('-commands.ts'),
    );
    const commands = commandFiles.flatMap((name) => [
      ...read(`services/standalone/src/cli/${name}`).matchAll(/program\s*\.command\('([\w-]+)/g),
    ]);
    expect(commands.length).toBeGreaterThan(10);
    expect(sources.map(({ family }) => family).filter((family) => !page.includes(`| \`${family}\` |`))).toEqual([]);
    expect(commands.map(([, name]) => name).filter((name) => !page.includes(`\`${name}`))).toEqual([]);
    expect(DISCLAIMERS.filter((disclaimer) => !page.includes(`- ${disclaimer}`))).toEqual([]);
  });
});
