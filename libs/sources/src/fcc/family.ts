import type { SourceFamily } from '../source.ts';
import { readCoveredList } from './read.ts';

/**
 * The FCC's list of covered equipment and services (Secure and Trusted Communications Networks Act, 47 U.S.C. 1601) with
 * the Conditional Approvals that relieve from it: one HTML page.
 */
export const fccCoveredList: SourceFamily = {
  family: 'fcc-covered-list',
  plan: (source) => [{ url: source.url, accept: ['text/html', 'application/xhtml+xml'], purpose: 'capture' }],
  read: (_source, capture) => readCoveredList(capture),
  link: (source) => source.link,
};
