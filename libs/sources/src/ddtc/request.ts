import type { CapturedBytes, CaptureRequest, Source } from '../source.ts';
import { attachmentOf } from './attachment.ts';
import { debarredListOf } from './debarred-list.ts';

const ARTICLE = ['application/json'];
const FILE = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv',
  'text/plain',
  'application/vnd.ms-excel',
  'application/octet-stream',
];

/** First asks for the article: only it knows the attachment's address of the day. */
export function planArticle(source: Source): readonly CaptureRequest[] {
  return [{ url: source.url, accept: ARTICLE, purpose: 'probe' }];
}

/** Asks for the list's attachment. An article that names none is captured itself, so that this is told as a changed shape. */
export function followArticle(
  source: Source,
  request: CaptureRequest,
  answer: CapturedBytes,
): readonly CaptureRequest[] {
  if (request.purpose !== 'probe') return [];
  const sysId = attachmentOf(articleOf(answer), debarredListOf(source));
  if (sysId === undefined) return [{ ...request, purpose: 'capture' }];
  return [{ url: new URL(`/sys_attachment.do?sys_id=${sysId}`, source.url).href, accept: FILE, purpose: 'capture' }];
}

function articleOf(answer: CapturedBytes): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(answer.bytes));
  } catch {
    return undefined;
  }
}
