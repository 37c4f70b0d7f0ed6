import type { SourceFamily } from '../source.ts';
import { readIssuers } from './read.ts';

const ACCEPT = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'application/octet-stream',
];

/**
 * Listed companies of Japan by whether an investment in them needs prior notice under the Foreign Exchange and Foreign Trade
 * Act (本邦上場会社の外為法における対内直接投資等事前届出該当性リスト), as the Ministry of Finance publishes them. Every edition
 * overwrites the same address.
 */
export const mofIssuers: SourceFamily = {
  family: 'mof-fdi-issuers',
  plan: (source) => [{ url: source.url, headers: { 'Accept-Language': 'ja' }, accept: ACCEPT, purpose: 'capture' }],
  read: (_source, capture) => readIssuers(capture),
  link: (source) => source.link,
};
