import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** What came of looking for a browser. */
export type BrowserFound =
  | { readonly kind: 'open'; readonly browser: Browser }
  | { readonly kind: 'none'; readonly because: string };

const DEBIAN = '/usr/bin/chromium';

/** Chromium from CHROMIUM_PATH, else Debian's, else the packaged one. Never throws: a machine may have none. */
export async function openBrowser(): Promise<BrowserFound> {
  try {
    const { executablePath, args } = await findChromium();
    return { kind: 'open', browser: await chromium.launch({ executablePath, args, headless: true, timeout: 30_000 }) };
  } catch (error) {
    return { kind: 'none', because: error instanceof Error ? error.message.slice(0, 400) : 'unknown reason' };
  }
}

async function findChromium(): Promise<{ executablePath: string; args: string[] }> {
  const named = process.env.CHROMIUM_PATH ?? (existsSync(DEBIAN) ? DEBIAN : undefined);
  if (named) return { executablePath: named, args: ['--no-sandbox', '--disable-dev-shm-usage'] };
  const { default: packaged } = await import('@sparticuz/chromium');
  // One process for everything ends with the first closed context.
  const args = packaged.args.filter((arg) => arg !== '--single-process' && arg !== '--disable-web-security');
  return { executablePath: await packaged.executablePath(), args };
}
