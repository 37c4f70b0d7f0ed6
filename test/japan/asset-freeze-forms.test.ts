import { describe, expect, it } from 'vitest';
import { compareReadings } from '#differ';
import type { ListReading } from '#domain';
import { families, type Source } from '#sources';
import { FREEZE_CSV, freezeWorkbook, SHEETS } from '../../libs/sources/src/mof/asset-freeze.fixture.ts';

const source = {
  id: 'jp-mof',
  family: 'mof-asset-freeze',
  jurisdiction: 'JP',
  guard: { minEntries: 1, maxLossShare: 1, confirmAfterMinutes: 0 },
} as unknown as Source;

async function read(bytes: Uint8Array, mediaType: string): Promise<ListReading> {
  const capture = { bytes, mediaType, url: '', retrievedAt: '' };
  const outcome = await families.get('mof-asset-freeze')?.read(source, capture);
  if (outcome?.kind !== 'read' || outcome.reading.kind !== 'list') throw new Error(JSON.stringify(outcome));
  return outcome.reading;
}

/** The two parties that both fixtures hold. */
const workbook = async () => {
  const reading = await read(await freezeWorkbook(SHEETS), '');
  return { ...reading, entries: reading.entries.slice(0, 2) };
};
const csv = (text = FREEZE_CSV) => read(new TextEncoder().encode(text), 'text/csv');

function told(before: ListReading, after: ListReading): readonly string[] {
  const compared = compareReadings(source, before, after);
  if (compared.kind !== 'compared') throw new Error(compared.because);
  return compared.drafts
    .filter(({ alerting }) => alerting !== false)
    .map(({ type, subject }) => `${type} ${subject.label}`);
}

describe('the asset-freeze list as a workbook and as CSV', () => {
  it('tells nothing when the same parties come in the other form, either way', async () => {
    expect(told(await workbook(), await csv())).toEqual([]);
    expect(told(await csv(), await workbook())).toEqual([]);
  });

  it('tells the one party that came with the other form', async () => {
    const more = FREEZE_CSV.replace(
      /\r\n$/,
      `\r\n16,016-000036,2017.11.7,36,団体,コリョ・コマーシャル・バンク,KORYO COMMERCIAL BANK${','.repeat(25)}\r\n`,
    );
    expect(told(await workbook(), await csv(more))).toEqual(['entity.added KORYO COMMERCIAL BANK']);
  });

  it('tells nothing when the numbers of the parts shift, in the CSV as in the workbook', async () => {
    const shifted = FREEZE_CSV.replace('\r\n2,002-', '\r\n5,005-').replace('\r\n16,016-', '\r\n19,019-');
    expect(told(await csv(), await csv(shifted))).toEqual([]);
  });

  it('tells a detail that changed within one form', async () => {
    expect(told(await csv(), await csv(FREEZE_CSV.replace('1968/02/01', '1969/02/01')))).toEqual([
      'entity.detail_changed AMIR KHAN MOTAQI',
    ]);
  });
});
