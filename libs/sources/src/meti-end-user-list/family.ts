import { followNewest } from '../linked-files/follow-newest.ts';
import type { PageLink } from '../linked-files/links-of-page.ts';
import type { SourceFamily } from '../source.ts';
import { readEndUserList } from './read.ts';

const HEADERS = { 'Accept-Language': 'ja' };
const ACCEPT = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
  'application/pdf',
];

/** `20250929_4.xlsx`: the day of the edition and its number among the day's files. */
const WORKBOOK = /\/anpo\/(?:[^/]+\/)*(\d{8})_(\d{1,2})\.xlsx$/;

function editionOf({ url, text }: PageLink): string | undefined {
  const [, day, part = ''] = WORKBOOK.exec(url.pathname) ?? [];
  const isOther = /マトリクス|様式|申請/.test(text);
  return day === undefined || isOther ? undefined : `${day} ${part.padStart(2, '0')}`;
}

/**
 * The Foreign End User List of the Ministry of Economy, Trade and Industry: users of concern for weapons of mass
 * destruction or conventional arms. Reference for the catch-all control, not an embargo. Each edition has a new file name,
 * so the index of laws is asked for the newest workbook.
 */
export const metiEndUserList: SourceFamily = {
  family: 'meti-end-user-list',
  plan: (source) => [{ url: source.url, headers: HEADERS, accept: ['text/html'], purpose: 'probe' }],
  follow: (_source, request, answer) => followNewest(request, answer, editionOf, ACCEPT),
  read: (_source, capture) => readEndUserList(capture),
  link: (source) => source.link,
};
