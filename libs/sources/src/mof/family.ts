import { followNewest } from '../linked-files/follow-newest.ts';
import type { PageLink } from '../linked-files/links-of-page.ts';
import type { Source, SourceFamily } from '../source.ts';
import { readAssetFreeze } from './read.ts';

const HEADERS = { 'Accept-Language': 'ja' };
const ACCEPT = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'application/octet-stream',
  'text/csv',
];

/** `shisantouketsu20260305.xlsx`: the day may be tomorrow's. `params.form` says which of the two forms is read. */
function editionOf(source: Source, { url }: PageLink): string | undefined {
  const [, day, form] = /\/shisantouketsu(\d{8})[^/]*\.(xlsx|csv)$/i.exec(url.pathname) ?? [];
  return form?.toLowerCase() === (source.params.form ?? 'xlsx') ? day : undefined;
}

/**
 * Persons and groups whose assets are frozen under the Foreign Exchange and Foreign Trade Act, as the Ministry of Finance
 * publishes them. Each update has a new file name, which the page of the measures links.
 */
export const mofAssetFreeze: SourceFamily = {
  family: 'mof-asset-freeze',
  plan: (source) => [{ url: source.url, headers: HEADERS, accept: ['text/html'], purpose: 'probe' }],
  follow: (source, request, answer) => followNewest(request, answer, (link) => editionOf(source, link), ACCEPT),
  read: (_source, capture) => readAssetFreeze(capture),
  link: (source) => source.link,
};
