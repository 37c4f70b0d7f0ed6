import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { families, parseSources } from '#sources';
import { compareFiles, type Side } from '../../services/standalone/src/commands/compare-files.ts';
import { japaneseSamples } from './jp-samples.ts';
import type { Body, Sample } from './sample.ts';
import { US_SAMPLES } from './us-samples.ts';

const SAMPLES: Readonly<Record<string, Sample>> = { ...US_SAMPLES, ...(await japaneseSamples()) };
const NAMES = Object.keys(SAMPLES);
const REMOVAL = /removed|revoked|withdrawn/;

const BLOCK_PAGES: readonly string[] = [
  '<html><head><title>Access Denied</title></head><body><h1>Access Denied</h1><p>Reference #18.1</p></body></html>',
  '<!DOCTYPE html><html><head><title>Federal Register :: Request Access</title></head><body><form></form></body></html>',
  '<html><head><title>Just a moment...</title></head><body><div class="cf-challenge"></div></body></html>',
  '<html><head><title>メンテナンス</title></head><body><h1>ただいまメンテナンス中です</h1></body></html>',
];

const bytesOf = (body: Body): Uint8Array => (typeof body === 'string' ? new TextEncoder().encode(body) : body);
const isText = ({ good }: Sample): boolean => typeof good === 'string';

function sampleOf(name: string): Sample {
  const sample = SAMPLES[name];
  if (sample === undefined) throw new Error(`no fixture of ${name}`);
  return sample;
}

/** What a capture comes to after the sound one: held with a reason, or compared. */
async function outcomeOf({ source, url, mediaType, good }: Sample, body: Body) {
  const side = (content: Body, retrievedAt: string): Side => ({ bytes: bytesOf(content), mediaType, url, retrievedAt });
  const { changes, problems } = await compareFiles(
    source,
    side(good, '2026-06-19T00:00:00Z'),
    side(body, '2026-06-20T00:00:00Z'),
  );
  return {
    kind: problems.length > 0 ? ('held' as const) : ('read' as const),
    problems: problems.map(({ type }) => type),
    removals: changes.filter(({ type }) => REMOVAL.test(type)).map(({ type, subject }) => `${type} ${subject.label}`),
    types: changes.map(({ type }) => type),
  };
}

describe('bad sources', () => {
  it('have a fixture in every family that is watched', () => {
    const covered = new Set(Object.values(SAMPLES).map(({ source }) => source.family));
    expect([...families.keys()].filter((family) => !covered.has(family))).toEqual([]);
  });

  it('show their age in every family whose sources may go stale', async () => {
    const parsed = parseSources(readFileSync(join(import.meta.dirname, '../../config/sources.yaml'), 'utf8'), families);
    if (parsed.kind === 'mistaken') throw new Error(parsed.mistakes.join('; '));
    const limited = parsed.sources.filter(({ guard }) => guard.maxNewestAgeHours !== undefined);
    expect(limited.length).toBeGreaterThan(2);
    for (const family of new Set(limited.map((source) => source.family))) {
      // Of the Bureau's releases the list tells the age; its own test holds that.
      if (family === 'bis-press') continue;
      const { source, url, mediaType, good } = sampleOf(family);
      const read = await families
        .get(family)
        ?.read(source, { bytes: bytesOf(good), mediaType, url, retrievedAt: '2026-06-19T00:00:00Z' });
      expect(read, family).toMatchObject({ kind: 'read', reading: { newestOn: expect.stringMatching(/^20/) } });
    }
  });

  describe.each(NAMES)('%s', (name) => {
    const sample = sampleOf(name);

    it('is read, and the same bytes again announce nothing', async () => {
      expect(await outcomeOf(sample, sample.good)).toMatchObject({ kind: 'read', types: [] });
    });

    it.each([0.1, 0.4, 0.7, 0.95])('is never a shorter publication when it is cut at %f', async (share) => {
      const bytes = bytesOf(sample.good);
      const outcome = await outcomeOf(sample, bytes.slice(0, Math.floor(bytes.length * share)));
      expect(outcome.removals).toEqual([]);
      if (!sample.noEndMark) expect(outcome.kind).toBe('held');
    });

    it.each(BLOCK_PAGES)('is held when a page stands in for it: %s', async (page) => {
      expect(await outcomeOf(sample, page)).toMatchObject({ kind: 'held', removals: [] });
    });

    it('is held when nothing is served', async () => {
      expect(await outcomeOf(sample, '')).toMatchObject({ kind: 'held', removals: [] });
      expect(await outcomeOf(sample, '\n\n')).toMatchObject({ kind: 'held', removals: [] });
    });

    it.each(sample.own)('comes to what is stated: $name', async ({ body, stated }) => {
      const outcome = await outcomeOf(sample, body);
      expect(outcome.removals).toEqual([]);
      expect(outcome.kind).toBe(stated);
    });

    if (!isText(sample)) return;

    it('announces no removal when its bytes are of another charset', async () => {
      const bytes = bytesOf(sample.good);
      const half = Math.floor(bytes.length / 2);
      const spoilt = new Uint8Array([...bytes.slice(0, half), 0x81, 0xfe, 0xff, ...bytes.slice(half)]);
      const outcome = await outcomeOf(sample, spoilt);
      expect(outcome.removals).toEqual([]);
      if (!sample.anyCharset) expect(outcome.kind).toBe('held');
    });
  });
});
