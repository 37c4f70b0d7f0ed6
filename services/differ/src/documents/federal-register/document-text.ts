import { comparableText, type RegulatoryDocument } from '#domain';
import { type Sentence, sentencesOf, tellsOfEarlierAct } from './sentences.ts';

/** The words of a document prepared for reading. */
export interface DocumentText {
  readonly document: RegulatoryDocument;
  readonly title: string;
  /** Parts of the title between semicolons, in printed order: the first names the main subject. */
  readonly segments: readonly string[];
  readonly sentences: readonly Sentence[];
  /** Sentences about this document, joined; what earlier documents did is left out. */
  readonly own: string;
  /** Whole abstract in comparable form. */
  readonly all: string;
  /** ACTION line in comparable form, lower case; empty when the publisher gave none. */
  readonly action: string;
}

export function documentText(document: RegulatoryDocument): DocumentText {
  const title = comparableText(document.title);
  const sentences = sentencesOf(document.summary ?? '');
  return {
    document,
    title,
    segments: title.split(/;\s+/),
    sentences,
    own: sentences
      .filter((sentence) => !tellsOfEarlierAct(sentence))
      .map(({ text }) => text)
      .join(' '),
    all: sentences.map(({ text }) => text).join(' '),
    action: comparableText(document.action ?? '').toLowerCase(),
  };
}

/** The first sentence that `pattern` is found in, for a quote. */
export function sentenceWith(text: DocumentText, pattern: RegExp): Sentence | undefined {
  return text.sentences.find((sentence) => pattern.test(sentence.text));
}
