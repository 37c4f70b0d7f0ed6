/** Types that RFC 7303 and practice treat as one. */
const SAME_AS: ReadonlyMap<string, string> = new Map([
  ['text/xml', 'application/xml'],
  ['text/json', 'application/json'],
  ['application/x-gzip', 'application/gzip'],
]);

/** `Text/HTML; charset=utf-8` to `text/html`. An empty or malformed declaration gives an empty text or itself. */
export function mediaTypeEssence(mediaType: string): string {
  const essence = (mediaType.split(';', 1)[0] ?? '').trim().toLowerCase();
  return SAME_AS.get(essence) ?? essence;
}

/** True when the declared type is one of those accepted; `text/*` and `*\/*` accept a family or all. */
export function isAcceptedType(mediaType: string, accept: readonly string[]): boolean {
  const essence = mediaTypeEssence(mediaType);
  return accept.some((range) => {
    const wanted = mediaTypeEssence(range);
    if (wanted === '*/*' || wanted === essence) return true;
    return wanted.endsWith('/*') && essence.startsWith(wanted.slice(0, -1));
  });
}

/** True when a page of HTML may carry the publication. */
export function acceptsHtml(accept: readonly string[]): boolean {
  return isAcceptedType('text/html', accept) || isAcceptedType('application/xhtml+xml', accept);
}
