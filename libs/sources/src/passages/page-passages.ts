import { type CheerioAPI, textWithBreaks } from '../markup/index.ts';
import { MAX_PASSAGES, type Passage, passageOf } from './passage.ts';

/** Lines that say when the page was touched or how to share it, and nothing else. */
const SAYS_NOTHING =
  /^(?:(?:page )?(?:was )?last (?:updated|reviewed|modified|published)\b.{0,60}|(?:最終更新日|更新日).{0,40}|share(?: this)?(?: page)?|print(?: this)?(?: page)?|back to top|ページの先頭へ)$/i;

/** Lines of a part of a page as a reader sees them; cells of a table stay apart. */
export function linesOfPage($: CheerioAPI, part: ReturnType<CheerioAPI>): readonly string[] {
  part.find('td, th').append(' ');
  return part
    .toArray()
    .flatMap((element) => textWithBreaks($, element).split('\n'))
    .filter((line) => line !== '' && !SAYS_NOTHING.test(line));
}

/** Each line of the main content as a passage. Where a paragraph stands on the page is no part of it. */
export function pagePassages(lines: readonly string[]): readonly Passage[] {
  return lines.slice(0, MAX_PASSAGES).map((line, index) => passageOf(line, `paragraph ${index + 1}`));
}
