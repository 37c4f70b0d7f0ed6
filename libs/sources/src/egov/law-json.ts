import type { LawNode } from './law-node.ts';
import { type ParsedLaw, parseLawXml } from './law-xml.ts';

/** Deepest nesting accepted: 法令標準XML nests about 20 levels, a recursive walk survives thousands. */
const MAX_DEPTH = 200;

/** What the envelope of API v2 says about the revision, as far as it could be read. Every value is the publisher's text. */
export type RevisionInfo = Readonly<Record<string, string>>;

/** A body of API v2: the tree and the facts beside it. */
export type ParsedAnswer = ParsedLaw & { readonly info?: RevisionInfo };

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textFields(value: unknown): Readonly<Record<string, string>> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function lawNode(value: unknown, depth: number): LawNode | string | undefined {
  if (typeof value === 'string') return value;
  if (!isObject(value) || typeof value.tag !== 'string' || depth > MAX_DEPTH) return undefined;
  const children = Array.isArray(value.children) ? value.children : [];
  const nodes = children.map((child: unknown) => lawNode(child, depth + 1));
  if (nodes.includes(undefined)) return undefined;
  return { tag: value.tag, attr: textFields(value.attr), children: nodes.filter((node) => node !== undefined) };
}

function fullText(value: unknown): ParsedLaw {
  if (typeof value === 'string') return encodedText(value);
  const root = lawNode(value, 0);
  if (root === undefined || typeof root === 'string') return { ok: false, because: 'no {tag, attr, children} tree' };
  return { ok: true, root };
}

/** `law_full_text` is Base64 when the format of the answer differs from that of the text. */
function encodedText(base64: string): ParsedLaw {
  const text = Buffer.from(base64, 'base64')
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (text.startsWith('<')) return parseLawXml(text);
  const parsed = parseJson(text);
  return isObject(parsed) ? fullText(parsed) : { ok: false, because: 'law_full_text is neither a tree, XML nor JSON' };
}

/** The value of a JSON text, or undefined. Never throws. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads the JSON forms of API v2 `law_data` and `law_file/json`: the tree alone, or in an envelope with `revision_info`, there
 * also as Base64. JSON is the trial form of the API; both give the tree that the XML gives. Never throws.
 */
export function parseLawJson(text: string): ParsedAnswer {
  const body = parseJson(text);
  if (body === undefined) return { ok: false, because: 'JSON is malformed or cut short' };
  if (!isObject(body)) return { ok: false, because: 'JSON is no object' };
  if (!('law_full_text' in body)) return fullText(body);
  return { ...fullText(body.law_full_text), info: textFields(body.revision_info) };
}
