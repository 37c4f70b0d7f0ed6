import { type ChangeDraft, type ChangeType, digestOf, type JsonObject, type RegulatoryDocument } from '#domain';
import type { Meaning } from '../classification.ts';
import { type Passage, passagesMissingIn, passagesOf } from './passage.ts';

/** Most places named of one change. */
const MAX_PLACES = 50;

interface Now {
  readonly document: RegulatoryDocument;
  readonly meaning: Meaning;
}

function draftOf(
  { document, meaning }: Now,
  type: ChangeType,
  subject: { readonly key: string; readonly label: string },
  said: {
    readonly passage?: Passage | undefined;
    readonly before?: JsonObject;
    readonly after: JsonObject;
  },
): ChangeDraft {
  const { passage } = said;
  return {
    type,
    subject: { kind: 'document', ...subject },
    direction: 'unknown',
    quotes: passage?.text
      ? [{ side: 'after', locator: passage.locator, quote: passage.text }]
      : [{ side: 'after', locator: document.locator, quote: document.quote }],
    ...(said.before ? { before: said.before } : {}),
    after: { ...said.after, url: document.url },
    instrumentId: meaning.instrumentId,
    stage: 'guidance',
    dates: meaning.dates,
    officialUrl: document.url,
  };
}

/** Words that came, went or were put otherwise in the running text: one change of the page or file. */
function textDraft(now: Now, old: readonly Passage[], own: readonly Passage[]): readonly ChangeDraft[] {
  const [came, went] = [passagesMissingIn(own, old), passagesMissingIn(old, own)];
  if (old.length === 0 || own.length === 0 || (came.length === 0 && went.length === 0)) return [];
  const { document } = now;
  const places = (passages: readonly Passage[]) => passages.slice(0, MAX_PLACES).map(({ locator }) => locator);
  const key = `${document.documentId} ${digestOf(...own.map(({ hash }) => hash))}`;
  return [
    draftOf(
      now,
      'guidance.changed',
      { key, label: document.title },
      {
        passage: came[0],
        before: { places: places(went), text: went[0]?.text ?? '' },
        after: { places: places(came), text: came[0]?.text ?? '', title: document.title },
      },
    ),
  ];
}

/** A part as it was and as it is. */
interface Rewritten {
  readonly before: Passage;
  readonly passage: Passage;
}

/** Parts whose words are new, told apart by their labels: those put otherwise, and those that came. Renumbered parts are neither. */
function newParts(old: readonly Passage[], own: readonly Passage[]) {
  const [was, is] = [new Set(old.map(({ hash }) => hash)), new Set(own.map(({ hash }) => hash))];
  const gone = new Map(old.filter(({ hash }) => !is.has(hash)).map((passage) => [passage.label, passage]));
  const rewritten: Rewritten[] = [];
  const came: Passage[] = [];
  for (const passage of own.filter(({ hash }) => !was.has(hash))) {
    const before = gone.get(passage.label);
    if (before === undefined) came.push(passage);
    else rewritten.push({ before, passage });
    gone.delete(passage.label);
  }
  return { rewritten, came, went: [...gone.values()] };
}

/** Parts that come and go as a whole: each is a change of its own. */
function partDrafts(now: Now, old: readonly Passage[], own: readonly Passage[]): readonly ChangeDraft[] {
  if (old.length === 0 || own.length === 0) return [];
  const { document } = now;
  const { rewritten, came, went } = newParts(old, own);
  const title = ({ label }: Passage) => `${document.title}: ${label}`;
  const subjectOf = ({ label }: Passage, mark: string) => ({
    key: `${document.documentId} ${label} ${mark}`,
    label: label ?? document.title,
  });
  const state = digestOf(...own.map(({ hash }) => hash));
  return [
    ...came.map((passage) =>
      draftOf(now, 'guidance.published', subjectOf(passage, passage.hash), {
        passage,
        after: { title: title(passage), text: passage.text },
      }),
    ),
    ...rewritten.map(({ before, passage }) =>
      draftOf(now, 'guidance.changed', subjectOf(passage, passage.hash), {
        passage,
        before: { text: before.text },
        after: { title: title(passage), text: passage.text },
      }),
    ),
    ...went.map((passage) =>
      draftOf(now, 'guidance.removed', subjectOf(passage, state), {
        before: { text: passage.text, locator: passage.locator },
        after: { title: title(passage) },
      }),
    ),
  ];
}

/** What changed in a watched page or file since it was last read. Pure. */
export function passageDrafts(before: RegulatoryDocument, now: Now): readonly ChangeDraft[] {
  const [old, own] = [passagesOf(before), passagesOf(now.document)];
  const isPart = ({ label }: Passage) => label !== undefined;
  const isText = (passage: Passage) => !isPart(passage);
  return [
    ...textDraft(now, old.filter(isText), own.filter(isText)),
    ...partDrafts(now, old.filter(isPart), own.filter(isPart)),
  ];
}
