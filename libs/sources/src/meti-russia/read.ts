import { compactText, type ListEntry, type ReadOutcome } from '#domain';
import { linesOf, readPdf } from '../pdf-text/index.ts';
import type { CapturedBytes } from '../source.ts';
import { type DesignatedEntity, designatedEntityOf } from './designated-entity.ts';
import { type NumberedBlock, numberedBlocks } from './numbered-blocks.ts';

/** Titles of the lists, the most particular first: the third-country title names Russia and Belarus, too. */
const LISTS: readonly (readonly [list: string, title: RegExp])[] = [
  ['第三国の特定団体', /ロシア連邦及びベラルーシ共和国以外の国の(?:特定)?団体/],
  ['ベラルーシ共和国の特定団体', /ベラルーシ共和国の(?:特定)?団体/],
  ['ロシア連邦の特定団体', /ロシア連邦の(?:特定)?団体/],
];

function entryOf(entity: DesignatedEntity, block: NumberedBlock, list: string): ListEntry {
  return {
    kind: 'entity',
    list,
    name: entity.nameEn,
    nativeName: entity.nameJa,
    ...(entity.country === undefined ? {} : { country: entity.country }),
    aliases: entity.aliases,
    addresses: entity.addresses,
    footnotes: [],
    citations: [],
    details: { nameJa: entity.nameJa },
    noted: { number: entity.number },
    locator: `page ${block.page}, No. ${entity.number}`,
    quote: block.lines.join('\n'),
  };
}

/**
 * Reads a list of designated entities (特定団体) to which exports are prohibited: of Russia, of Belarus, or of third
 * countries. A file is either the whole list, numbered from 1, or holds only the numbers that one designation adds. Never
 * rejects.
 */
export async function readDesignatedEntities(capture: CapturedBytes): Promise<ReadOutcome> {
  const document = await readPdf(capture.bytes);
  if (!document.ok) {
    const isPdf = document.because !== 'not a PDF';
    return { kind: isPdf ? 'implausible' : 'structure_changed', because: document.because };
  }
  const cut = numberedBlocks(document.pages.map(({ words }) => linesOf(words)));
  if (!cut.ok) return { kind: 'implausible', because: cut.because };
  const { head, blocks } = cut;
  const title = compactText(head.join(''));
  const list = LISTS.find(([, pattern]) => pattern.test(title))?.[0];
  if (list === undefined) return { kind: 'structure_changed', because: 'no title of a list of 特定団体' };
  const read = blocks.map((block) => ({ block, entity: designatedEntityOf(block) }));
  const unread = read.find(({ entity }) => entity === undefined);
  if (unread) return { kind: 'structure_changed', because: `No. ${unread.block.number} has not both names` };
  const entries = read.flatMap(({ block, entity }) => (entity ? [entryOf(entity, block, list)] : []));
  if (entries.length === 0) return { kind: 'implausible', because: 'the document names no entity' };
  const isWhole = blocks[0]?.number === 1;
  return {
    kind: 'read',
    reading: {
      kind: 'list',
      form: 'pdf',
      entries,
      sections: [{ section: list, entries: entries.length }],
      ...(isWhole ? {} : { extent: 'additions' }),
    },
  };
}
