import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createLogger, readConfig } from '#process';
import { createCommandLine } from '../../services/standalone/src/cli/command-line.ts';

const corpus = process.env.REDLINE_CORPUS ?? join(import.meta.dirname, '../../../shared/corpus');
const present = existsSync(corpus);
if (!present) console.log(`no corpus at ${corpus}: its changes are not derived again here`);

const folder = mkdtempSync(join(tmpdir(), 'redline-verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs one command on a store of its own. @returns its exit code and what it printed. */
async function redline(...args: string[]): Promise<{ readonly code: number; readonly out: readonly string[] }> {
  const out: string[] = [];
  const line = createCommandLine({
    readConfig: () =>
      readConfig({
        DATABASE_URL: `sqlite:${join(folder, 'redline.sqlite')}`,
        REDLINE_SECRET_KEY_FILE: join(folder, 'redline.key'),
      }),
    createLogger: () => createLogger({ level: 'silent', service: 'test' }),
    clock: { now: () => new Date('2026-09-01T00:00:00Z') },
    corpusDirectory: undefined,
    onFatal: () => undefined,
    print: (text) => out.push(text),
    printError: (text) => out.push(text),
  });
  return { code: await line.run(['node', 'redline', ...args]), out };
}

describe.runIf(present)('every change of the corpus', () => {
  it('is derived again, word for word, from the stored bytes', { timeout: 600_000 }, async () => {
    expect((await redline('replay', '--corpus', corpus)).code).toBe(0);
    const { code, out } = await redline('verify', '--all');
    expect(out).toEqual([expect.stringMatching(/^[1-9]\d{3,} changes verified, 0 not$/)]);
    expect(code).toBe(0);
  });
});
