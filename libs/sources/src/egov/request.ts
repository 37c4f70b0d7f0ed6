import type { CapturedBytes, CaptureRequest, Source } from '../source.ts';
import { parseJson } from './law-json.ts';

const LAW_ID = /^[0-9A-Z]{15}$/;
const XML_TYPES = ['application/xml', 'text/xml'];
const JSON_TYPES = ['application/json'];

/** Law id of a source (`324CO0000000378`), as `params.lawId` states it; empty when it is not one. */
export function lawIdOf(source: Source): string {
  const id = source.params.lawId;
  return typeof id === 'string' && LAW_ID.test(id) ? id : '';
}

function lawFile(source: Source, idOrRevision: string): CaptureRequest {
  return { url: `${base(source)}/law_file/xml/${idOrRevision}`, accept: XML_TYPES, purpose: 'capture' };
}

function base(source: Source): string {
  return source.url.replace(/\/+$/, '');
}

/**
 * First request of a poll: the list of revisions. It is small where the law is half a megabyte, and it names the revision now
 * in force, whose own address says what amended the law and from when. None for a source without a valid law id.
 * Source: e-Gov 法令API v2, `/law_revisions/{law_id}`.
 */
export function planLaw(source: Source): readonly CaptureRequest[] {
  const lawId = lawIdOf(source);
  return lawId === '' ? [] : [{ url: `${base(source)}/law_revisions/${lawId}`, accept: JSON_TYPES, purpose: 'probe' }];
}

/** So many revisions of one law wait for their day at once; more is another kind of answer. */
const MOST_PENDING = 12;

/**
 * The XML of the revision in force: of several enforced on one day the list puts the last first. A list that is not
 * understood, or names none in force, leads to the address of the law itself, which answers with the same text. A source
 * with `params.revisions: pending` asks for those that wait for their day instead, the nearest first; there may be none.
 */
export function followLaw(source: Source, request: CaptureRequest, answer: CapturedBytes): readonly CaptureRequest[] {
  if (request.purpose !== 'probe') return [];
  const lawId = lawIdOf(source);
  const revisions = revisionsIn(answer.bytes).filter(({ id }) =>
    new RegExp(`^${lawId}_[0-9]{8}_[0-9A-Z]{15}$`).test(id),
  );
  if (source.params.revisions === 'pending') return pendingOf(source, revisions);
  const current = revisions.find((revision) => revision.status === 'CurrentEnforced');
  return [current ? { ...lawFile(source, current.id), ...stateOf(lawId, current) } : lawFile(source, lawId)];
}

/** Text with its envelope: only there a date that an order has yet to name is told from one that is fixed. */
function pendingOf(source: Source, revisions: readonly ListedRevision[]): readonly CaptureRequest[] {
  return revisions
    .filter(({ status }) => status === 'UnEnforced')
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .slice(0, MOST_PENDING)
    .map((revision) => ({
      url: `${base(source)}/law_data/${revision.id}?law_full_text_format=xml&response_format=json`,
      accept: JSON_TYPES,
      purpose: 'capture',
      ...stateOf(revision.id, revision),
    }));
}

interface ListedRevision {
  readonly id: string;
  readonly status: string;
  /** When the publisher last touched it, a correction included; empty where the list does not say. */
  readonly updated: string;
}

/** A text of a megabyte is left unasked while the list of a few kilobytes says that it is the one we have. */
function stateOf(of: string, { id, updated }: ListedRevision): Pick<CaptureRequest, 'state'> {
  return updated === '' ? {} : { state: { of, mark: `${id} ${updated}` } };
}

function revisionsIn(bytes: Uint8Array): readonly ListedRevision[] {
  const body = parseJson(new TextDecoder().decode(bytes));
  const list = isRecord(body) && Array.isArray(body.revisions) ? body.revisions : [];
  return list.filter(isRecord).map((revision: Readonly<Record<string, unknown>>) => ({
    id: String(revision.law_revision_id ?? ''),
    status: String(revision.current_revision_status ?? ''),
    updated: typeof revision.updated === 'string' ? revision.updated : '',
  }));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
