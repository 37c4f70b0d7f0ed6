import { loadHtml } from './load-html.ts';

/** Titles of pages served instead of the publication, often with status 200. */
const BLOCK_TITLES: readonly RegExp[] = [
  /request access\s*$/i,
  /^\s*access (to this page )?(has been )?(denied|blocked|restricted)/i,
  /^\s*(just a moment|attention required|pardon our interruption|one moment, please|security check|please wait)/i,
  /(are you (a |not a )?(human|robot)|human verification|bot verification|captcha)/i,
  /^\s*(error )?(400|401|403|404|405|406|408|410|429|500|502|503|504)\b/i,
  /^\s*(forbidden|not found|too many requests|bad gateway|service unavailable|gateway time-?out|request rejected)/i,
  /アクセス(が|を)?(拒否|制限)|ただいまメンテナンス中/,
];

const CAPTCHA_MARKS =
  /g-recaptcha|h-captcha|hcaptcha\.com|cf-challenge|cf-turnstile|challenge-platform|_Incapsula_|awswaf|px-captcha/i;

/** A real publication says more than this many characters; a captcha shell says less. */
const SHELL_CHARS = 1_500;

/**
 * Recognises a page that stands in for the publication: "Request Access" (federalregister.gov, ecfr.gov), "Access Denied"
 * (Akamai), captcha shells, bare error pages of a server.
 * @returns what was recognised, or `undefined` for a page that may be the publication. Never throws.
 */
export function looksBlocked(html: string): string | undefined {
  const title = /<title[^>]{0,200}>([^<]{0,300})/i.exec(html.slice(0, 20_000))?.[1]?.trim() ?? '';
  if (BLOCK_TITLES.some((pattern) => pattern.test(title) || pattern.test(lastPartOf(title))))
    return `block page "${title}"`;
  const headline = shownAlone(html);
  if (headline !== undefined) return `block page "${headline}"`;
  if (!CAPTCHA_MARKS.test(html.slice(0, 200_000)) || html.length > 400_000) return undefined;
  return wordsOf(html) < SHELL_CHARS ? 'captcha shell' : undefined;
}

/** A page under an innocent title whose headline refuses and that says little else. */
function shownAlone(html: string): string | undefined {
  if (html.length > 40_000) return undefined;
  const headline = /<h1[^>]{0,200}>([^<]{0,200})<\/h1>/i.exec(html)?.[1]?.trim() ?? '';
  return headline !== '' && BLOCK_TITLES.some((pattern) => pattern.test(headline)) && wordsOf(html) < SHELL_CHARS
    ? headline
    : undefined;
}

/** Characters that a reader sees. */
function wordsOf(html: string): number {
  const loaded = loadHtml(html);
  if (!loaded.ok) return Number.POSITIVE_INFINITY;
  loaded.$('script, style, noscript, template').remove();
  return loaded.$('body').text().trim().length;
}

function lastPartOf(title: string): string {
  return title.split(/::|\|/).at(-1) ?? '';
}
