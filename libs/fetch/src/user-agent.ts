/**
 * A User-Agent by which a publisher can find us: product, version and a contact (mail address or page). The leading
 * `Mozilla/5.0 (compatible; ...)` is what crawlers customarily send; some publishers serve nothing without it.
 * Characters that a header cannot carry are dropped from the contact.
 */
export function contactableUserAgent(version: string, contact: string): string {
  const printable = contact.replace(/[^\x21-\x7e]|[()]/g, '');
  const reach = printable.includes('@') && !printable.includes('/') ? `mailto:${printable}` : printable;
  return `Mozilla/5.0 (compatible; Redline/${version}; +${reach})`;
}
