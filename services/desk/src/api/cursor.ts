const FORM = /^c1:(\d{1,15})$/;

/** A place in the order of detection, opaque to callers so that its meaning may change. */
export function encodeCursor(position: number): string {
  return Buffer.from(`c1:${position}`).toString('base64url');
}

/** @returns undefined for text that {@link encodeCursor} did not make. */
export function decodeCursor(cursor: string): number | undefined {
  if (cursor.length > 64) return undefined;
  const digits = FORM.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1];
  return digits === undefined ? undefined : Number(digits);
}
