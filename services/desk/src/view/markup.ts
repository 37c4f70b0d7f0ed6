import { html } from 'hono/html';

/** Escaped HTML. Every value put into the template is text unless it is markup itself. */
export type Markup = ReturnType<typeof html>;

export { html };

/** Nothing, where markup is expected. */
export const nothing: Markup = html``;

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** The language a screen reader should speak a text in; Chinese characters alone are read as Japanese, as our sources print them. */
export function langOf(text: string): 'en' | 'ja' {
  return JAPANESE.test(text) ? 'ja' : 'en';
}

/** Fetched words, in a span that names their language where it is not the page's. */
export function words(text: string): Markup {
  return langOf(text) === 'ja' ? html`<span lang="ja">${text}</span>` : html`${text}`;
}
