import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ListReading } from '#domain';
import { consolidatedScreeningList, ecfr, fccCoveredList, type Source, type SourceFamily } from '#sources';
import { diffLists } from './diff-lists.ts';
import { guardList } from './guard-list.ts';

const corpus = process.env.REDLINE_CORPUS ?? join(import.meta.dirname, '../../../../../shared/corpus');
const present = existsSync(corpus);
if (!present) console.log(`no corpus at ${corpus}: real captures of US lists are not compared here`);

const guard = { minEntries: 1_500, maxLossShare: 0.1, confirmAfterMinutes: 0 };
const entityList: Source = {
  id: 'us-ecfr-15-744-supp4',
  family: 'ecfr',
  title: 'Entity List',
  jurisdiction: 'US',
  instrumentId: 'US-EL',
  url: '',
  link: '',
  schedule: '',
  timeZone: 'America/New_York',
  freshnessHours: 24,
  requestsPerSecond: 1,
  timeoutSeconds: 60,
  maxBodyBytes: 1,
  guard,
  firstCapture: 'history',
  documentSpace: 'us-ecfr-15-744-supp4',
  params: { title: 15, part: '744', appendix: 'Supplement No. 4 to Part 744', list: 'EL' },
};

async function reading(family: SourceFamily, path: string): Promise<ListReading> {
  const stored = readFileSync(join(corpus, path));
  const bytes = path.endsWith('.gz') ? gunzipSync(stored) : stored;
  const outcome = await family.read(entityList, { bytes, mediaType: '', url: '', retrievedAt: '' });
  if (outcome.kind !== 'read' || outcome.reading.kind !== 'list')
    throw new Error(`${path}: ${JSON.stringify(outcome)}`);
  return outcome.reading;
}

function typeCounts(before: ListReading, after: ListReading): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { type } of diffLists(before, after)) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

describe.runIf(present)('US lists of the corpus', () => {
  const supplement = (name: string) => reading(ecfr, `us-ecfr-15-744-supp4/${name}.xml`);

  it('finds in the Entity List what four Federal Register documents say, and nothing in another order', async () => {
    const before = await supplement('2023-10-30T0000Z');
    expect(typeCounts(before, await supplement('2023-12-07T0000Z'))).toEqual({
      'entity.added': 66,
      'entity.removed': 1,
    });
    expect(typeCounts(before, await supplement('2023-10-31T0000Z-reordered'))).toEqual({});
  });

  it('holds an Entity List cut after 40 % of its rows', async () => {
    const [before, after] = [await supplement('2023-10-30T0000Z'), await supplement('2023-11-01T0000Z-truncated')];
    expect(guardList(before, after, { ...guard, minEntries: 1 })).toMatchObject({ kind: 'implausible' });
  });

  it('finds the edits of a day in 25,921 rows of the Consolidated Screening List, none in new ids and order', async () => {
    const before = await reading(consolidatedScreeningList, 'us-csl/2026-07-31T1315Z.json.gz');
    const after = await reading(consolidatedScreeningList, 'us-csl/2026-08-01T1315Z-next-day.json.gz');
    expect(typeCounts(before, after)).toEqual({
      'entity.added': 12,
      'entity.removed': 5,
      'entity.license_requirement_changed': 4,
      'entity.review_policy_changed': 3,
      'entity.citation_changed': 9,
    });
  });

  it('finds five changes in eighteen days of the Covered List', async () => {
    const days = readdirSync(join(corpus, 'us-fcc-covered-list')).sort();
    const readings = await Promise.all(days.map((day) => reading(fccCoveredList, `us-fcc-covered-list/${day}`)));
    const drafts = readings.slice(1).flatMap((after, index) => diffLists(readings[index] ?? after, after));
    expect(drafts.map(({ type }) => type)).toEqual([
      'authorisation.issued',
      'authorisation.issued',
      'authorisation.issued',
      'entity.detail_changed',
      'rule.added',
    ]);
  });
});
