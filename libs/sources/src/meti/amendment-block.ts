import { compactText, type JsonObject } from '#domain';
import { eraDatesIn } from '#time';
import type { CheerioAPI } from '../markup/index.ts';

/** Longest text and most links kept of one block. */
const MAX_TEXT = 8_000;
const MAX_LINKS = 200;

/** One amendment as its block on the page tells it: text, files, and the dates printed in its boxes. */
export interface AmendmentBlock {
  readonly heading: string;
  readonly text: string;
  readonly links: readonly { readonly text: string; readonly url: string }[];
  readonly decidedOn?: string;
  readonly promulgatedOn?: string;
  /** Every day of entry into force that is printed, in order. */
  readonly enforcedOn: readonly string[];
}

function readable(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT);
}

/** The first day printed before a word such as `公布`, within one box. */
function dayBefore(box: string, word: string): string | undefined {
  const at = box.indexOf(word);
  return at < 0 ? undefined : eraDatesIn(box.slice(Math.max(0, at - 40), at)).at(-1);
}

function boxDates(boxes: readonly string[]): Pick<AmendmentBlock, 'decidedOn' | 'promulgatedOn' | 'enforcedOn'> {
  const first = (word: string) => boxes.map((box) => dayBefore(box, word)).find((day) => day !== undefined);
  const enforced = boxes.flatMap((box) =>
    /同日\s*施行/.test(box) ? (dayBefore(box, '公布') ?? []) : (dayBefore(box, '施行') ?? []),
  );
  const decidedOn = first('閣議決定');
  const promulgatedOn = first('公布');
  return {
    ...(decidedOn ? { decidedOn } : {}),
    ...(promulgatedOn ? { promulgatedOn } : {}),
    enforcedOn: [...new Set(enforced)],
  };
}

/** A block of the page before it is read. */
type BlockElement = ReturnType<CheerioAPI>;

/** Elements of the main contents by their id, the first of each. */
export function blocksById($: CheerioAPI): ReadonlyMap<string, BlockElement> {
  const blocks = new Map<string, BlockElement>();
  for (const element of $('#__main_contents [id]').toArray()) {
    const id = $(element).attr('id') ?? '';
    if (!blocks.has(id)) blocks.set(id, $(element));
  }
  return blocks;
}

/** Reads one block; its links are resolved against the address of the page. */
export function readBlock($: CheerioAPI, block: BlockElement, pageUrl: string): AmendmentBlock {
  const heading = readable(block.find('h2').first().text());
  const links = block
    .find('a[href]')
    .toArray()
    .slice(0, MAX_LINKS)
    .flatMap((anchor) => {
      const href = $(anchor).attr('href') ?? '';
      const url = URL.canParse(href, pageUrl) ? new URL(href, pageUrl) : undefined;
      return url !== undefined && /^https?:$/.test(url.protocol)
        ? [{ text: readable($(anchor).text()), url: url.href }]
        : [];
    });
  const boxes = block
    .find('.boxNormal')
    .toArray()
    .map((box) => $(box).text());
  return { heading, text: readable(block.text()), links, ...boxDates(boxes) };
}

/** True when the heading of a block is the title of a row, blanks and widths aside. */
export function isHeadedBy(block: AmendmentBlock, title: string): boolean {
  return compactText(block.heading) === compactText(title);
}

/** The block as details of a document. */
export function blockDetails(block: AmendmentBlock): JsonObject {
  return {
    heading: block.heading,
    text: block.text,
    links: block.links.map(({ text, url }) => ({ text, url })),
    ...(block.decidedOn ? { decidedOn: block.decidedOn } : {}),
    ...(block.promulgatedOn ? { promulgatedOn: block.promulgatedOn } : {}),
    enforcedOn: [...block.enforcedOn],
  };
}
