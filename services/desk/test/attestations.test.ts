import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepCapture, recordPoll } from '#store';
import { aCapture } from '../../../test/contract/samples.ts';
import { verifyAttestation } from '../src/attestation/verify-attestation.ts';
import { asReader, type DeskUnderTest, NOW, openDesk } from './desk-under-test.ts';
import { hikvision } from './example-changes.ts';

const LIST = 'us-ecfr-15-744-supp4';
const QUERY = `/api/v1/attestations?from=2026-11-01&to=2026-11-23&source=${LIST}`;
const SCRIPT = join(import.meta.dirname, '../../../docs/verify-attestation.mjs');
let desk: DeskUnderTest;
let file: Buffer;
let publicKey: string;

beforeAll(async () => {
  desk = await openDesk();
  const { session } = desk.store;
  for (let hours = 0; hours < 24 * 28; hours += 6) {
    const finishedAt = new Date(Date.parse('2026-10-27T00:00:00.000Z') + hours * 3_600_000).toISOString();
    const outcome = hours % 60 === 0 ? 'failed' : 'unchanged';
    const detail = outcome === 'failed' ? 'HTTP 503' : '';
    await recordPoll(session, { sourceId: LIST, startedAt: finishedAt, finishedAt, outcome, detail, requests: 1 });
  }
  const bytes = new TextEncoder().encode('<p>輸出</p>');
  await keepCapture(session, { ...aCapture(bytes), sourceId: LIST, retrievedAt: '2026-10-27T00:00:00.000Z' }, bytes);
  file = Buffer.from(await (await desk.get(QUERY)).arrayBuffer());
  publicKey = (await (await desk.get('/api/v1/attestation-key')).json()).publicKey;
});
afterAll(() => desk.close());

describe('a statement on a period', () => {
  it('says of a source what its ledger holds', async () => {
    const stated = JSON.parse(file.toString());
    expect(stated.period).toEqual({ from: '2026-11-01T00:00:00.000Z', to: '2026-11-24T00:00:00.000Z' });
    const [source, ...others] = stated.sources;
    expect(others).toEqual([]);
    expect(source).toMatchObject({
      source: { id: LIST },
      verdict: 'changed',
      checks: { count: 82, first: '2026-11-01T06:00:00.000Z', longest: { seconds: 12 * 3_600 } },
      failures: { count: 10 },
      atStart: { addresses: 1, captures: [{ url: 'https://publisher.test/list' }] },
    });
    expect(source.changes.map((one: { changeId: string }) => one.changeId)).toContain(hikvision.changeId);
    expect(stated.limits.join(' ')).toContain('does not say what the law is');
  });

  it('covers every source where none is named, and says of one never asked that nothing is established', async () => {
    const { sources } = await (await desk.get('/api/v1/attestations?from=2026-10-01&to=2026-10-02')).json();
    expect(sources.map((one: { source: { id: string } }) => one.source.id)).toEqual(
      desk.ports.sources.map(({ id }) => id),
    );
    const never = sources.find((one: { source: { id: string } }) => one.source.id === 'jp-meti-news');
    expect(never).toMatchObject({ verdict: 'not_established', checks: { count: 0, first: null } });
    expect(never.gaps).toEqual([
      { from: '2026-10-01T00:00:00.000Z', to: '2026-10-03T00:00:00.000Z', seconds: 2 * 86_400 },
    ]);
  });

  it.each([
    ['from=2026-11-01&to=2026-11-25', 'must not lie ahead'],
    ['from=2026-11-01&to=2026-11-24T09:00:01Z', 'must not lie ahead'],
    ['from=2026-11-02&to=2026-11-01', 'must lie before the end'],
    ['from=November&to=2026-11-01', 'a day such as 2026-03-31'],
    ['to=2026-11-01', 'from'],
  ])('is refused for %s', async (query, because) => {
    const answer = await desk.get(`/api/v1/attestations?${query}`);
    expect(answer.status).toBe(422);
    expect((await answer.json()).detail).toContain(because);
  });

  it('is not made of a source that is not watched', async () => {
    expect((await desk.get('/api/v1/attestations?from=2026-11-01&to=2026-11-02&source=nothing')).status).toBe(404);
  });

  it('reaches up to now where its last day is today', async () => {
    const { period } = await (await desk.get('/api/v1/attestations?from=2026-11-24&to=2026-11-24')).json();
    expect(period).toEqual({ from: '2026-11-24T00:00:00.000Z', to: NOW.toISOString() });
  });

  it('can be printed', async () => {
    const page = await (await desk.get(`/attestations?from=2026-11-01&to=2026-11-23&source=${LIST}`, asReader)).text();
    expect(page).toContain('<strong>Changed</strong>');
    expect(page).toContain('limit 24 h');
    expect(page).toContain(publicKey);
    expect(await (await desk.get('/attestations')).text()).toContain('State it');
  });
});

describe('the file of a statement', () => {
  it('is as it was signed, by the published key alone', () => {
    expect(verifyAttestation(file, publicKey)).toMatchObject({ kind: 'valid', publicKey });
    expect(verifyAttestation(file, '0'.repeat(64))).toEqual({ kind: 'invalid', because: 'another key signed it' });
  });

  it('fails with any byte altered, removed or added', () => {
    const place = fc.nat(file.length - 1);
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 255 }), fc.constantFrom('alter', 'remove', 'add'), (at, by, how) => {
        const byte = Buffer.from([((file[at] ?? 0) + by) % 256]);
        const added = Buffer.concat([file.subarray(0, at), byte, file.subarray(at)]);
        const removed = Buffer.concat([file.subarray(0, at), file.subarray(at + 1)]);
        const altered = Buffer.concat([file.subarray(0, at), byte, file.subarray(at + 1)]);
        const tampered = { alter: altered, remove: removed, add: added }[how];
        expect(verifyAttestation(tampered).kind).toBe('invalid');
        expect(verifyAttestation(tampered, publicKey).kind).toBe('invalid');
      }),
      { numRuns: 500 },
    );
  });

  it('fails in another writing of the same, and with the signature of another statement', async () => {
    const statement = JSON.parse(file.toString());
    expect(verifyAttestation(Buffer.from(`${JSON.stringify(statement, null, 2)}\n`)).kind).toBe('invalid');
    expect(verifyAttestation(file.subarray(0, -1)).kind).toBe('invalid');
    expect(verifyAttestation(Buffer.from(`\ufeff${file.toString()}`)).kind).toBe('invalid');
    const other = await (await desk.get('/api/v1/attestations?from=2026-11-01&to=2026-11-22')).json();
    const swapped = file.toString().replace(statement.signature, other.signature);
    expect(verifyAttestation(Buffer.from(swapped))).toMatchObject({ because: 'what it says is not what was signed' });
  });
});

describe('the verifier that ships', () => {
  const run = (bytes: Uint8Array, key: string): string => {
    const folder = mkdtempSync(join(tmpdir(), 'redline-'));
    try {
      const path = join(folder, 'statement.json');
      writeFileSync(path, bytes);
      return execFileSync(process.execPath, [SCRIPT, path, key], { encoding: 'utf8' });
    } catch (error) {
      return String((error as { stdout?: string }).stdout);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it('agrees with ours on a whole file, an altered one and another key', () => {
    expect(run(file, publicKey)).toContain(`changed\t${LIST}`);
    const altered = Buffer.from(file.toString().replace('"count":82', '"count":84'));
    expect(run(altered, publicKey)).toContain('INVALID: what it says is not what was signed');
    expect(run(file, '0'.repeat(64))).toContain('INVALID: another key signed it');
  });
});
