import { diffArrays } from 'diff';
import { comparableText } from '#domain';
import { markMoves } from './moved-text.ts';
import type { RedlinePart } from './redline-part.ts';
import { isWord, type RedlineLang, wordsOf } from './words.ts';

/** Beyond so many single edits two texts are not versions of each other, and are shown as one replaced by the other. */
const MAX_EDITS = 3_000;

interface Cluster {
  deleted: string;
  inserted: string;
}

interface Run {
  readonly kind: 'same' | 'deleted' | 'inserted';
  readonly text: string;
}

function runsOf(before: readonly string[], after: readonly string[]): readonly Run[] {
  const chunks = diffArrays([...before], [...after], { maxEditLength: MAX_EDITS });
  if (chunks === undefined) {
    return [
      { kind: 'deleted', text: before.join('') },
      { kind: 'inserted', text: after.join('') },
    ];
  }
  return chunks.map(({ added, removed, value }) => ({
    kind: added ? 'inserted' : removed ? 'deleted' : 'same',
    text: value.join(''),
  }));
}

/** A space or comma between a replacement and the next change reads better as part of the replacement than as an island. */
function isIsland(runs: readonly Run[], at: number, { deleted, inserted }: Cluster): boolean {
  const next = runs[at + 1]?.kind ?? 'same';
  return deleted !== '' && inserted !== '' && next !== 'same' && !isWord(runs[at]?.text ?? '');
}

function partsOfCluster({ deleted, inserted }: Cluster): RedlinePart[] {
  return [
    ...(deleted === '' ? [] : [{ kind: 'deleted', text: deleted } as const]),
    ...(inserted === '' ? [] : [{ kind: 'inserted', text: inserted } as const]),
  ];
}

function clustered(runs: readonly Run[]): RedlinePart[] {
  const parts: RedlinePart[] = [];
  let open: Cluster = { deleted: '', inserted: '' };
  runs.forEach((run, at) => {
    if (run.kind === 'same' && isIsland(runs, at, open)) {
      open = { deleted: open.deleted + run.text, inserted: open.inserted + run.text };
    } else if (run.kind === 'same') {
      parts.push(...partsOfCluster(open), { kind: 'same', text: run.text });
      open = { deleted: '', inserted: '' };
    } else {
      open[run.kind] += run.text;
    }
  });
  return [...parts, ...partsOfCluster(open)];
}

/**
 * Every word of both texts, in comparable form, as what stayed, went, came or moved. Without what came it is the before
 * text, without what went the after text. Raw words are in a change's evidence, not here.
 */
export function fullRedline(before: string, after: string, lang: RedlineLang): readonly RedlinePart[] {
  const runs = runsOf(wordsOf(comparableText(before), lang), wordsOf(comparableText(after), lang));
  return markMoves(clustered(runs), lang);
}
