const PRESS = /^https?:\/\/www\.meti\.go\.jp\/press\/\d{4}\/\d{2}\/(\d{8})(\d{3})\/\1\2((?:_\d{1,2})?)\.html$/;

/**
 * Identity of a METI press release: the eleven digits of its address (day and serial). The folder before them is the
 * fiscal year, so it says nothing about the day. Both copies of the digits must agree.
 * @returns id and day `YYYY-MM-DD`, or `undefined` for another address.
 */
export function pressIdOf(url: string): { readonly id: string; readonly on: string } | undefined {
  const match = PRESS.exec(url);
  const [, day = '', serial = '', suffix = ''] = match ?? [];
  if (match === null) return undefined;
  return { id: `${day}${serial}${suffix}`, on: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}` };
}
