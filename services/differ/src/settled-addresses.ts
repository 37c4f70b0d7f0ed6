import type { Source, SourceFamily } from '#sources';
import { type Capture, findCapture, listHeldReadings, readCaptureBytes, type Session } from '#store';

/** What an address asks of its host: pages move between hosts of one publisher by redirects. */
function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return `${pathname.replace(/\/+$/, '')}${search}`;
}

/**
 * Addresses whose held readings an accepted capture settles; `undefined`: all of the source. Where each address stands for itself
 * it settles its own, and an index those to which it no longer leads: nobody will ask for them again.
 */
export async function settledAddresses(
  session: Session,
  { source, family, capture }: { readonly source: Source; readonly family: SourceFamily; readonly capture: Capture },
): Promise<readonly string[] | undefined> {
  if (!family.eachAddressApart) return undefined;
  const { url, mediaType, retrievedAt } = capture;
  const at = new Date(retrievedAt);
  const request = family.plan(source, at).find((planned) => planned.url === url);
  const held = request === undefined ? [] : await listHeldReadings(session, source.id);
  if (request === undefined || held.length === 0) return [url];
  const bytes = await readCaptureBytes(session, capture.sha256);
  const asked = [request, ...(family.follow?.(source, request, { bytes, mediaType, url, retrievedAt }, at) ?? [])];
  const kept = new Set(asked.map((one) => pathOf(one.url)));
  const captures = await Promise.all(held.map(({ captureId }) => findCapture(session, captureId)));
  const left = captures.flatMap((one) => (one === undefined || kept.has(pathOf(one.url)) ? [] : [one.url]));
  return [url, ...left];
}
