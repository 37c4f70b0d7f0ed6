import type { SourceFamily } from '../source.ts';
import { readUflpaList } from './read.ts';

/**
 * The UFLPA Entity List of the Forced Labor Enforcement Task Force (Public Law 117-78, section 2(d)(2)(B)): entities whose
 * goods are presumed made with forced labor. One HTML page of the Department of Homeland Security.
 */
export const uflpaEntityList: SourceFamily = {
  family: 'dhs-uflpa',
  plan: (source) => [{ url: source.url, accept: ['text/html', 'application/xhtml+xml'], purpose: 'capture' }],
  read: (_source, capture) => readUflpaList(capture),
  link: (source) => source.link,
};
