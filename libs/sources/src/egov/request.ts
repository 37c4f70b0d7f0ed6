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

/**
 * The XML of the revision in force. Of several revisions enforced on one day the list puts the last first. A list that is
 * not understood, or names none in force, leads to the address of the law itself, which answers with the same text.
 */
export function followLaw(source: Source, request: CaptureRequest, answer: CapturedBytes): readonly CaptureRequest[] {
  if (request.purpose !== 'probe') return [];
  const lawId = lawIdOf(source);
  const current = revisionsIn(answer.bytes).find((revision) => revision.status === 'CurrentEnforced');
  const usable = current && new RegExp(`^${lawId}_[0-9]{8}_[0-9A-Z]{15}$`).test(current.id);
  return [lawFile(source, usable ? current.id : lawId)];
}

function revisionsIn(bytes: Uint8Array): readonly { readonly id: string; readonly status: string }[] {
  const body = parseJson(new TextDecoder().decode(bytes));
  const list = isRecord(body) && Array.isArray(body.revisions) ? body.revisions : [];
  return list.filter(isRecord).map((revision: Readonly<Record<string, unknown>>) => ({
    id: String(revision.law_revision_id ?? ''),
    status: String(revision.current_revision_status ?? ''),
  }));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
