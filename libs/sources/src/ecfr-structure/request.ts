import { titleState } from '../ecfr/title-state.ts';
import type { CapturedBytes, CaptureRequest, Source } from '../source.ts';

const JSON_ONLY = ['application/json'];

/** First asks which day the title is complete for. */
export function planTitles(source: Source): readonly CaptureRequest[] {
  return [{ url: `${source.url}/versioner/v1/titles.json`, accept: JSON_ONLY, purpose: 'probe' }];
}

/**
 * Asks for the tree as of the day the probe named; nothing while eCFR is importing. A probe of another shape is captured itself,
 * so that it is told.
 */
export function followTitles(
  source: Source,
  request: CaptureRequest,
  answer: CapturedBytes,
): readonly CaptureRequest[] {
  if (request.purpose !== 'probe') return [];
  const title = Number(source.params.title);
  const state = titleState(answer.bytes, title);
  if (state.kind === 'complete') {
    const url = `${source.url}/versioner/v1/structure/${state.upToDateAsOf}/title-${title}.json`;
    return [{ url, accept: JSON_ONLY, purpose: 'capture' }];
  }
  return state.kind === 'importing' ? [] : [{ ...request, purpose: 'capture' }];
}
