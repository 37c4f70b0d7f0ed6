import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const FILES = [
  'frame.css',
  'content.css',
  'redline.css',
  'charts.css',
  'calendar.css',
  'forms.css',
  'media.css',
] as const;

const text = FILES.map((file) => readFileSync(new URL(`style/${file}`, import.meta.url), 'utf8')).join('\n');
const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);

/** The one stylesheet, under an address that changes with its content so that browsers may keep it forever. */
export const STYLESHEET = { text, path: `/style-${hash}.css` } as const;

/** A struck and an underlined stroke: the product in one sign. */
export const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1d2230"/><path d="M6 12h20" stroke="#ff8a7a" stroke-width="4" stroke-linecap="round"/><path d="M6 22h20" stroke="#8ab8ff" stroke-width="4" stroke-linecap="round"/></svg>`;
