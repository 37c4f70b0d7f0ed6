import { titleState } from '../ecfr/title-state.ts';
import type { CapturedBytes, CaptureRequest, Source } from '../source.ts';

const XML = ['application/xml', 'text/xml'];

/**
 * Asks for the part as of the day that `titles.json` names; nothing while eCFR is importing, when the text may be half replaced.
 * `params.subpart` narrows the slice; sections are picked out by the reader. `chapter` would be answered with the whole title.
 */
export function followTitles(
  source: Source,
  request: CaptureRequest,
  answer: CapturedBytes,
): readonly CaptureRequest[] {
  if (request.purpose !== 'probe') return [];
  const { title, part, subpart } = source.params;
  const state = titleState(answer.bytes, Number(title));
  if (state.kind !== 'complete') return [];
  const query = new URLSearchParams({ part: String(part), ...(subpart !== undefined && { subpart: String(subpart) }) });
  const url = `${source.url}/versioner/v1/full/${state.upToDateAsOf}/title-${title}.xml?${query}`;
  return [{ url, accept: XML, purpose: 'capture' }];
}
