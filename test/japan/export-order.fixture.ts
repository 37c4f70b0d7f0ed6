import { diffTexts } from '#differ';
import type { ChangeDraft, TextReading } from '#domain';
import { families, type Source } from '#sources';

const source = { id: 'jp-order', link: '', params: {} } as unknown as Source;

/** A law read by the e-Gov family, as a capture of the revision with this id. */
export async function readLawText(
  body: string,
  revisionId = '324CO0000000378_20260214_507CO0000000376',
  mediaType = 'application/xml',
): Promise<TextReading> {
  const outcome = await families.get('egov-law')?.read(source, {
    bytes: new TextEncoder().encode(body),
    mediaType,
    url: `https://laws.e-gov.go.jp/api/2/law_file/xml/${revisionId}`,
    retrievedAt: '2026-06-30T15:00:00Z',
  });
  if (outcome?.kind !== 'read' || outcome.reading.kind !== 'text') throw new Error(JSON.stringify(outcome));
  return outcome.reading;
}

/** Changes from one XML of a law to the next. */
export async function changesBetween(before: string, after: string, revisionId?: string): Promise<ChangeDraft[]> {
  return diffTexts(await readLawText(before, revisionId), await readLawText(after, revisionId));
}

/** Changes somebody is told about, as `type label`. */
export function toldOf(changes: readonly ChangeDraft[]): readonly string[] {
  return changes.filter(({ alerting }) => alerting !== false).map(({ type, subject }) => `${type} ${subject.label}`);
}
