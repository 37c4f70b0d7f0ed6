import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readSubscriptionFile } from '#desk';
import { compareReadings, deriveChanges } from '#differ';
import { type Change, type ChangeDraft, type DocumentsReading, impactOf, type Reading, readingId } from '#domain';
import { families, parseSources, type Source } from '#sources';

const CORPUS = fileURLToPath(new URL('corpus/', import.meta.url));
const CONFIG = fileURLToPath(new URL('../../config/', import.meta.url));

const ManifestLine = z.object({
  sourceId: z.string(),
  url: z.url(),
  retrievedAt: z.iso.datetime(),
  mediaType: z.string(),
  path: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  kind: z.literal('written by us'),
  note: z.string().min(20),
});

const captures = readFileSync(`${CORPUS}captures-demo.jsonl`, 'utf8')
  .trim()
  .split('\n')
  .map((line) => ManifestLine.parse(JSON.parse(line)));

function parsedSources(): readonly Source[] {
  const parsed = parseSources(readFileSync(`${CORPUS}sources.yaml`, 'utf8'), families);
  if (parsed.kind === 'mistaken') throw new Error(parsed.mistakes.join('; '));
  return parsed.sources;
}
const sources = parsedSources();

function sourceOf(sourceId: string): Source {
  const source = sources.find(({ id }) => id === sourceId);
  if (!source) throw new Error(`no source ${sourceId}`);
  return source;
}

async function readingOf({ sourceId, path, mediaType, url, retrievedAt }: (typeof captures)[number]): Promise<Reading> {
  const source = sourceOf(sourceId);
  const bytes = readFileSync(`${CORPUS}${path}`);
  const outcome = await families.get(source.family)?.read(source, { bytes, mediaType, url, retrievedAt });
  if (outcome?.kind !== 'read') throw new Error(`${path}: ${outcome?.because ?? 'unknown family'}`);
  return outcome.reading;
}

/** What a space of documents knows once a further reading has been taken in. */
function withDocuments(known: Reading | undefined, reading: DocumentsReading): DocumentsReading {
  const documents = [...(known?.kind === 'documents' ? known.documents : []), ...reading.documents];
  return { kind: 'documents', documents: [...new Map(documents.map((one) => [one.documentId, one])).values()] };
}

type Compared = Extract<ReturnType<typeof compareReadings>, { readonly kind: 'compared' }>;

/** Every comparison of a replay in the order of time, by path; sources of one document space share what is known. */
async function replayed(): Promise<ReadonlyMap<string, Compared>> {
  const known = new Map<string, Reading>();
  const compared = new Map<string, Compared>();
  for (const capture of captures) {
    const source = sourceOf(capture.sourceId);
    const reading = await readingOf(capture);
    const before = known.get(source.documentSpace);
    const outcome = compareReadings(source, before, reading);
    if (outcome.kind !== 'compared') throw new Error(`${capture.path}: ${outcome.because}`);
    compared.set(capture.path, outcome);
    known.set(source.documentSpace, reading.kind === 'documents' ? withDocuments(before, reading) : reading);
  }
  return compared;
}

const comparisons = await replayed();

function told(path: string): readonly string[] {
  const found = comparisons.get(path);
  if (!found) throw new Error(`no capture ${path}`);
  return found.drafts.map(({ type, subject, alerting }: ChangeDraft) =>
    [type, subject.label, ...(alerting === false ? ['not told'] : [])].join(' · '),
  );
}

describe('the demo corpus', () => {
  it('says of every file what it is, by hash and size, and is small', () => {
    for (const { path, sha256, bytes } of captures) {
      const file = readFileSync(`${CORPUS}${path}`);
      expect({ path, bytes: file.length, sha256: createHash('sha256').update(file).digest('hex') }).toEqual({
        path,
        bytes,
        sha256,
      });
    }
    expect(captures.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(300_000);
  });

  it('stands in the order of time, with each of the ten sources', () => {
    const instants = captures.map(({ retrievedAt }) => retrievedAt);
    expect(instants).toEqual([...instants].sort());
    expect(new Set(captures.map(({ sourceId }) => sourceId))).toEqual(new Set(sources.map(({ id }) => id)));
    expect(sources).toHaveLength(10);
  });

  it('is replayed with the sources of the product, other than in their guards', () => {
    const Entries = z.object({ sources: z.array(z.looseObject({ id: z.string() })) });
    const product = Entries.parse(parse(readFileSync(`${CONFIG}sources.yaml`, 'utf8'))).sources;
    for (const { guard, ...demo } of Entries.parse(parse(readFileSync(`${CORPUS}sources.yaml`, 'utf8'))).sources) {
      const { guard: strict, ...same } = product.find(({ id }) => id === demo.id) ?? { id: 'missing' };
      expect(demo).toEqual(same);
      expect([guard, strict]).not.toContain(undefined);
    }
  });

  it('is read by every family as its kind, without a doubt', async () => {
    const kinds = new Map<string, string>();
    for (const capture of captures) {
      const reading = await readingOf(capture);
      kinds.set(capture.sourceId, reading.kind);
      if (reading.kind === 'text') expect(reading.provisions.filter(({ doubt }) => doubt !== undefined)).toEqual([]);
    }
    expect(Object.fromEntries(kinds)).toEqual({
      'us-federal-register': 'documents',
      'us-federal-register-public-inspection': 'documents',
      'us-ecfr-15-740': 'text',
      'us-ecfr-15-744-supp4': 'list',
      'us-ecfr-15-774': 'text',
      'us-csl': 'list',
      'us-fcc-covered-list': 'list',
      'jp-meti-news': 'documents',
      'jp-meti-anpo-amendments': 'documents',
      'jp-egov-324CO0000000378': 'text',
    });
  });
});

describe('the Federal Register of the demo corpus', () => {
  it('tells new documents, each once', () => {
    expect(told('us-federal-register/2024-12-05T1115Z.json')).toEqual([
      'document.published · 2024-28267',
      'lineage.interim_final · 2024-28270',
    ]);
  });

  it('tells an advance notice when it is filed, and not again when it is printed', () => {
    expect(told('us-federal-register-public-inspection/2025-01-02T1400Z.json')).toEqual([
      'lineage.proposed · 2024-30209',
    ]);
    expect(told('us-federal-register/2025-01-06T1115Z.json')).toEqual([
      'document.published · 2024-31468',
      'comment.opened · 2024-30209 · not told',
    ]);
  });

  it('tells Entity List rules when they are filed, and records their dates when they are printed', () => {
    expect(told('us-federal-register-public-inspection/2025-01-15T1400Z.json')).toEqual([
      'document.published · 2025-00704',
      'document.published · 2025-00480',
    ]);
    expect(told('us-federal-register/2025-01-16T1115Z.json')).toEqual([
      'date.effective_set · 2025-00704 · not told',
      'date.effective_set · 2025-00480 · not told',
    ]);
  });

  it('dismisses a rule that concerns no watched instrument', () => {
    const first = comparisons.get('us-federal-register-public-inspection/2024-12-30T1400Z.json');
    expect(first?.drafts).toEqual([]);
    expect(first?.dismissed.map(({ documentId }) => documentId)).toEqual(['2024-31396']);
  });
});

describe('the lists of the demo corpus', () => {
  it('announce nothing at their first capture', () => {
    expect(told('us-ecfr-15-744-supp4/2024-12-03T1020Z.xml')).toEqual([]);
    expect(told('us-csl/2024-12-04T1340Z.json')).toEqual([]);
    expect(told('us-fcc-covered-list/2026-06-19T0850Z.html')).toEqual([]);
  });

  it('show two parties added to the Entity List and what changed for those already on it', () => {
    const smic = 'Semiconductor Manufacturing International (Beijing) Corporation';
    const jhicc = 'Fujian Jinhua Integrated Circuit Company, Ltd.';
    const ymtc = 'Yangtze Memory Technologies Co., Ltd.';
    expect(told('us-ecfr-15-744-supp4/2024-12-06T1020Z.xml').toSorted()).toEqual(
      [
        'entity.added · ACM Research (Shanghai)',
        'entity.added · Beijing Naura Microelectronics Equipment Co., Ltd.',
        `entity.address_added · ${ymtc}`,
        `entity.alias_added · ${ymtc}`,
        `entity.footnote_changed · ${jhicc}`,
        `entity.footnote_changed · ${smic}`,
        `entity.license_requirement_changed · ${jhicc}`,
        `entity.license_requirement_changed · ${smic}`,
        `entity.review_policy_changed · ${smic}`,
      ].toSorted(),
    );
  });

  it('show the same rule in the Consolidated Screening List', () => {
    const smic = 'Semiconductor Manufacturing International (Beijing) Corporation';
    expect(told('us-csl/2024-12-06T1340Z.json').toSorted()).toEqual(
      [
        'entity.added · Beijing Naura Microelectronics Equipment Co., Ltd.',
        'entity.added · Kingsemi Japan K.K.',
        `entity.footnote_changed · ${smic}`,
        `entity.license_requirement_changed · ${smic}`,
        `entity.review_policy_changed · ${smic}`,
      ].toSorted(),
    );
  });

  it('show new Conditional Approvals, and nothing where only hidden tokens of the page changed', () => {
    expect(told('us-fcc-covered-list/2026-06-22T1250Z.html')).toEqual([]);
    const approvals = comparisons.get('us-fcc-covered-list/2026-06-23T1250Z.html')?.drafts ?? [];
    expect(approvals.map(({ type, dates }) => [type, dates?.effectiveFrom, dates?.effectiveTo])).toEqual([
      ['authorisation.issued', '2026-06-22', '2026-12-31'],
      ['authorisation.issued', '2026-06-22', '2027-12-18'],
    ]);
  });
});

describe('the rule text of the demo corpus', () => {
  it('shows the limit of 4A003.b raised, with both values and what that does', () => {
    expect(told('us-ecfr-15-774/2023-02-23T1020Z.xml')).toEqual([]);
    expect(comparisons.get('us-ecfr-15-774/2023-02-28T1020Z.xml')?.drafts).toMatchObject([
      {
        type: 'item.parameter_changed',
        subject: { label: '4A003.b' },
        instrumentId: 'US-CCL',
        direction: 'loosen',
        after: { operator: '>', oldValue: 29, newValue: 70, unit: 'Weighted TeraFLOPS' },
      },
    ]);
  });

  it('shows Nicaragua in other Country Groups, which tightens', () => {
    expect(comparisons.get('us-ecfr-15-740/2024-03-19T1025Z.xml')?.drafts).toMatchObject([
      {
        type: 'country.group_changed',
        subject: { label: 'Nicaragua' },
        direction: 'tighten',
        before: { group: 'B' },
        after: { group: 'D:1, D:5', country: 'NI' },
      },
    ]);
  });
});

describe('the Japanese sources of the demo corpus', () => {
  it('show a cabinet decision, and a release that concerns nobody as dismissed', () => {
    const path = 'jp-meti-news/2025-11-11T0605Z.xml';
    expect(told(path)).toEqual(['document.published · 輸出貿易管理令の一部を改正する政令が閣議決定されました']);
    expect(comparisons.get(path)?.dismissed).toHaveLength(1);
  });

  it('show one new row of the amendment log at a time, though two rows share an anchor', () => {
    expect(told('jp-meti-anpo-amendments/2025-11-14T0610Z.html')).toEqual([
      'document.published · 「輸出貿易管理令の一部を改正する政令」等の改正について',
    ]);
    expect(told('jp-meti-anpo-amendments/2026-01-16T0610Z.html')).toEqual([
      'document.published · 令和7年11月14日輸出貿易管理令の一部を改正する政令」等の改正に関するQ&Aの追加について',
    ]);
  });

  it('show Korea back in 別表第三, and then the three goods added to 別表第一', () => {
    const law = 'jp-egov-324CO0000000378';
    expect(told(`${law}/2023-04-09T1500Z.xml`)).toEqual([]);
    expect(told(`${law}/2023-07-20T1500Z.xml`)).toEqual(['country.added · 大韓民国']);
    expect(told(`${law}/2026-02-13T1500Z.xml`)).toEqual([
      'item.added · 3の2の項(2)10',
      'item.added · 5の項(20)',
      'item.added · 7の項(10の2)',
    ]);
  });

  it('show row 16 of 別表第一 rewritten by the reform of the catch-all controls', () => {
    const drafts = comparisons.get('jp-egov-324CO0000000378/2025-10-08T1500Z.xml')?.drafts ?? [];
    expect(new Set(drafts.map(({ instrumentId }) => instrumentId))).toEqual(new Set(['JP-CATCHALL']));
    expect(drafts.map(({ subject }) => subject.label)).toContain('16の項');
  });
});

/** Every change of a replay with its proof, as the log would carry it. */
async function changesOfReplay(): Promise<readonly Change[]> {
  const known = new Map<string, { readonly reading: Reading; readonly origin: ReturnType<typeof originOf> }>();
  const changes: Change[] = [];
  for (const capture of captures) {
    const source = sourceOf(capture.sourceId);
    const family = families.get(source.family);
    if (!family) throw new Error(`no family ${source.family}`);
    const reading = await readingOf(capture);
    const before = known.get(source.documentSpace);
    const after = { reading, origin: originOf(capture) };
    const baseline = captures.find(({ sourceId }) => sourceId === capture.sourceId) === capture;
    const derived = deriveChanges({
      source,
      family,
      before: { reading: before?.reading, origin: before?.origin },
      after,
      baseline,
      confirmed: false,
      detectedAt: new Date(capture.retrievedAt).toISOString(),
    });
    if (derived.kind !== 'derived') throw new Error(`${capture.path}: ${derived.because}`);
    changes.push(...derived.changes);
    known.set(
      source.documentSpace,
      reading.kind === 'documents' ? { ...after, reading: withDocuments(before?.reading, reading) } : after,
    );
  }
  return changes;
}

function originOf({ sourceId, sha256, url, retrievedAt }: (typeof captures)[number]) {
  return { readingId: readingId({ sourceId, sha256, retrievedAt }), sha256, url, retrievedAt };
}

describe('the changes of the demo corpus', async () => {
  const changes = await changesOfReplay();

  it('carry ids of their own and words that stand in the files', () => {
    expect(new Set(changes.map(({ changeId }) => changeId)).size).toBe(changes.length);
    const texts = new Map(captures.map(({ sha256, path }) => [sha256, readFileSync(`${CORPUS}${path}`, 'utf8')]));
    for (const { evidence, subject } of changes) {
      expect(evidence.length, subject.label).toBeGreaterThan(0);
      for (const { sha256 } of evidence) expect(texts.has(sha256), subject.label).toBe(true);
    }
  });

  it('matter to each of the example subscriptions, none of which sends anything', () => {
    const subscriptions = readSubscriptionFile(readFileSync(`${CONFIG}demo-subscriptions.yaml`, 'utf8'));
    const heard = subscriptions.map(({ id, channel, profile }) => ({
      id,
      channel: channel.kind,
      alerts: changes
        .filter(({ alerting }) => alerting)
        .filter((change) => impactOf(change, profile, new Date(change.detectedAt)).kind === 'matched').length,
    }));
    expect(heard).toEqual([
      { id: 'demo-tool-maker', channel: 'digest', alerts: expect.toSatisfy((count: number) => count >= 10) },
      { id: 'demo-rural-carrier', channel: 'digest', alerts: expect.toSatisfy((count: number) => count >= 2) },
      { id: 'demo-university', channel: 'digest', alerts: expect.toSatisfy((count: number) => count >= 2) },
    ]);
  });

  it('reach a critical band for the tool maker whose customer is listed', () => {
    const [toolMaker] = readSubscriptionFile(readFileSync(`${CONFIG}demo-subscriptions.yaml`, 'utf8'));
    const listed = changes.find(
      ({ type, subject, sourceId }) =>
        type === 'entity.added' && subject.label.includes('Naura') && sourceId === 'us-ecfr-15-744-supp4',
    );
    if (!toolMaker || !listed) throw new Error('the example is incomplete');
    const outcome = impactOf(listed, toolMaker.profile, new Date(listed.detectedAt));
    expect(outcome).toMatchObject({ kind: 'matched', impact: { band: 'critical' } });
  });
});
