import { trimTail } from './trim-tail.ts';

/**
 * Splits a cell of Federal Register citations: `84 FR 22963, 5/21/19. 85 FR 29853, 5/19/20.` is two. What does not begin
 * like a citation (`Vol. 88, No. 151, 08/08/2023`) stays whole.
 */
export function splitCitations(cell: string): readonly string[] {
  return cell
    .split(/(?=\b\d{2,3}\s+FR\s+\d)/)
    .map((citation) => trimTail(citation).trimStart())
    .filter((citation) => citation !== '');
}
