import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLaw } from './read-law.ts';

const corpus = process.env.REDLINE_CORPUS ?? join(import.meta.dirname, '../../../../../shared/corpus');
const present = existsSync(corpus);
if (!present) console.log(`no corpus at ${corpus}: real captures of e-Gov are not read here`);

function captures(): readonly string[] {
  const folders = readdirSync(corpus).filter((name) => /^jp-egov-\d{3}[A-Z]/.test(name));
  return folders.flatMap((folder) => readdirSync(join(corpus, folder)).map((file) => join(corpus, folder, file)));
}

describe.runIf(present)('readLaw on real captures', () => {
  it('reads every one, with every label once and nothing in doubt', () => {
    for (const path of captures()) {
      const outcome = readLaw({
        bytes: readFileSync(path),
        mediaType: '',
        url: '',
        retrievedAt: '2026-09-01T00:00:00Z',
      });
      if (outcome.kind !== 'read' || outcome.reading.kind !== 'text')
        throw new Error(`${path}: ${JSON.stringify(outcome)}`);
      expect(outcome.reading.provisions.filter((unit) => unit.doubt !== undefined)).toEqual([]);
    }
  });
});
