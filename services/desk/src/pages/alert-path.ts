/** Path of our page of an alert. */
export function alertPath(alertId: string): string {
  return `/alerts/${encodeURIComponent(alertId)}`;
}
