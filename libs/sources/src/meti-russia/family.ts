import { followNewest } from '../linked-files/follow-newest.ts';
import type { PageLink } from '../linked-files/links-of-page.ts';
import type { Source, SourceFamily } from '../source.ts';
import { readDesignatedEntities } from './read.ts';

const HEADERS = { 'Accept-Language': 'ja' };

/**
 * `list_russia_tokutei.pdf`, overwritten in place, or `250912_list_…` and `20250912list_…`, issued anew: a dated file is the
 * newer. `params.list` is the word in the middle: `russia`, `belarus`, `daisangoku`.
 */
function editionOf(source: Source, { url }: PageLink): string | undefined {
  const name = url.pathname.split('/').at(-1) ?? '';
  const [, day = '', list] = /^(?:(\d{6}|\d{8})_?)?list_([a-z]{1,30})_tokutei\.pdf$/i.exec(name) ?? [];
  if (list === undefined || list.toLowerCase() !== source.params.list) return undefined;
  return day.length === 6 ? `20${day}` : day;
}

/**
 * Entities of Russia, Belarus and third countries to which exports are prohibited (特定団体), as METI lists them in one PDF
 * each. The page of the measures leads to the files.
 */
export const metiRussia: SourceFamily = {
  family: 'meti-russia',
  plan: (source) => [{ url: source.url, headers: HEADERS, accept: ['text/html'], purpose: 'probe' }],
  follow: (source, request, answer) =>
    followNewest(request, answer, (link) => editionOf(source, link), ['application/pdf']),
  read: (_source, capture) => readDesignatedEntities(capture),
  link: (source) => source.link,
};
