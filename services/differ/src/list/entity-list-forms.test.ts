import { describe, expect, it } from 'vitest';
import type { ListReading, ReadOutcome } from '#domain';
import { consolidatedScreeningList, ecfr } from '#sources';
import { entityListCsv, NAMED_ROWS } from '../../../../libs/sources/src/csl/entity-list-csv.fixture.ts';
import { appendixXml, ENTITY_LIST } from '../../../../libs/sources/src/ecfr/appendix.fixture.ts';
import { diffLists } from './diff-lists.ts';

async function listOf(outcome: ReadOutcome | Promise<ReadOutcome>): Promise<ListReading> {
  const read = await outcome;
  if (read.kind !== 'read' || read.reading.kind !== 'list') throw new Error(JSON.stringify(read));
  return read.reading;
}

const capture = (text: string, mediaType: string) => ({
  bytes: new TextEncoder().encode(text),
  mediaType,
  url: 'https://publisher.test/',
  retrievedAt: '2023-12-07T00:00:00Z',
});
const codified = () => listOf(ecfr.read(ENTITY_LIST, capture(appendixXml(), 'application/xml')));
const ownCsv = (text: string) => listOf(consolidatedScreeningList.read(ENTITY_LIST, capture(text, 'text/csv')));
const alerting = (before: ListReading, after: ListReading) =>
  diffLists(before, after)
    .map(({ type, subject }) => `${type} ${subject.label}`)
    .filter((change) => !change.startsWith('entity.citation_changed'));

describe('the Entity List of the Bureau’s CSV beside that of eCFR', () => {
  it('is the same list, either way', async () => {
    const [ecfrList, csvList] = [await codified(), await ownCsv(entityListCsv())];
    expect(alerting(ecfrList, csvList)).toEqual([]);
    expect(alerting(csvList, ecfrList)).toEqual([]);
  });

  it('shows a party that only one of them has', async () => {
    const without = await ownCsv(entityListCsv(NAMED_ROWS.filter(({ Name }) => !Name?.startsWith('4Paradigm'))));
    expect(alerting(await codified(), without)).toEqual(['entity.removed 4Paradigm Technology Co., Ltd.']);
  });
});
