import type { CapturedBytes, CaptureRequest, Source } from '../source.ts';
import { titleState } from './title-state.ts';

const XML = ['application/xml', 'text/xml'];

/** First asks which day the title is complete for: a later day answers 404 and `current` is not accepted. */
export function planPart(source: Source): readonly CaptureRequest[] {
  return [{ url: `${source.url}/versioner/v1/titles.json`, accept: ['application/json'], purpose: 'probe' }];
}

/**
 * Asks for the part as of the day the probe named. Nothing while eCFR is importing: the text may be half replaced.
 * `params.title` and `params.part` name the part, e.g. 15 and 744.
 */
export function followTitles(
  source: Source,
  request: CaptureRequest,
  answer: CapturedBytes,
): readonly CaptureRequest[] {
  if (request.purpose !== 'probe') return [];
  const title = Number(source.params.title);
  const state = titleState(answer.bytes, title);
  if (state.kind !== 'complete') return [];
  const part = encodeURIComponent(String(source.params.part));
  const url = `${source.url}/versioner/v1/full/${state.upToDateAsOf}/title-${title}.xml?part=${part}`;
  return [{ url, accept: XML, purpose: 'capture' }];
}
