/** Hosts that exist to turn scripts away; a redirect there is a refusal, whatever status it ends in. */
const BOT_WALL_HOSTS = new Set(['geo.captcha-delivery.com', 'validate.perfdrive.com']);

/** Titles of pages that stand in for the publication, at any size. */
const WALL_TITLES = [
  'request access',
  'access denied',
  'access to this page has been denied',
  'attention required',
  'just a moment',
  'pardon our interruption',
  'are you a robot',
  'are you human',
  'robot check',
  'human verification',
  'captcha',
  'request rejected',
  'web page blocked',
  'request could not be satisfied',
  'ddos protection',
  'アクセスが拒否',
  'アクセス制限',
];

/** Titles of error pages. Only a small page is judged by them: a long one may be about such a thing. */
const ERROR_TITLES = [
  'forbidden',
  'not found',
  'bad gateway',
  'gateway time',
  'too many requests',
  'service unavailable',
  'temporarily unavailable',
  'internal server error',
  'maintenance',
  'メンテナンス',
  '混み合',
];

/** Traces of error pages and challenges. Whole pages carry some of them too, hence only for small ones. */
const SMALL_PAGE_MARKS = [
  '<center>nginx',
  'errors.edgesuite.net',
  '_incapsula_resource',
  '/cdn-cgi/challenge-platform',
  'awswafcookiedomainlist',
  'g-recaptcha',
  'h-captcha',
];

const SMALL_PAGE_BYTES = 16 * 1024;
const LONGEST_WALL_TITLE = 80;
const TITLE = /<title[^>]{0,200}>([^<]{0,300})/i;
const HTML_START =
  /^\uFEFF?\s{0,200}(?:<\?xml[^>]{0,200}\?>\s{0,200})?(?:<!--[^>]{0,1000}-->\s{0,200})?<(?:!doctype\s{1,20}html|html|head|body)[\s>]/i;

/** True for hosts such as `unblock.federalregister.gov`, where National Archives sites send scripts. */
export function isBotWallHost(hostname: string): boolean {
  return hostname.startsWith('unblock.') || BOT_WALL_HOSTS.has(hostname);
}

/** True when the bytes begin as a page of HTML, whatever their declared type. */
export function looksLikeHtml(bytes: Uint8Array): boolean {
  return HTML_START.test(headOf(bytes));
}

/**
 * The rule by which a page is a bot wall or an error page served in place of the publication, or undefined. Such pages
 * come with status 200 (`Federal Register :: Request Access`); read as the publication they would say everything was
 * removed. The answer names our rule and quotes nothing.
 */
export function blockPageRule(bytes: Uint8Array): string | undefined {
  const head = headOf(bytes).toLowerCase();
  const isSmall = bytes.byteLength <= SMALL_PAGE_BYTES;
  const title = (TITLE.exec(head)?.[1] ?? '').replace(/\s+/g, ' ').trim();
  const phrase = title.length <= LONGEST_WALL_TITLE ? titleRule(title, isSmall) : undefined;
  if (phrase !== undefined) return `title "${phrase}"`;
  const mark = isSmall ? SMALL_PAGE_MARKS.find((trace) => head.includes(trace)) : undefined;
  return mark === undefined ? undefined : `small page with "${mark}"`;
}

function titleRule(title: string, isSmall: boolean): string | undefined {
  const phrases = isSmall ? [...WALL_TITLES, ...ERROR_TITLES] : WALL_TITLES;
  return phrases.find((phrase) => title.includes(phrase));
}

function headOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, SMALL_PAGE_BYTES));
}
