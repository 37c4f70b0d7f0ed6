import type { CheerioAPI } from '../markup/index.ts';
import { loadXml } from '../markup/index.ts';
import type { LawNode } from './law-node.ts';

type DomNode = ReturnType<CheerioAPI['root']>[0]['children'][number];

/** A tree read from a body, or why it could not be. */
export type ParsedLaw =
  | { readonly ok: true; readonly root: LawNode }
  | { readonly ok: false; readonly because: string };

function lawNode(node: DomNode): LawNode | string | undefined {
  if (node.type === 'text') return node.data;
  if (node.type === 'cdata') return node.children.map((child) => ('data' in child ? child.data : '')).join('');
  if (node.type !== 'tag') return undefined;
  return {
    tag: node.name,
    attr: node.attribs,
    children: node.children.map(lawNode).filter((child) => child !== undefined),
  };
}

/** Root element of an XML file as a tree. Refuses what is not one whole well-formed document. Never throws. */
export function parseLawXml(text: string): ParsedLaw {
  const loaded = loadXml(text);
  if (!loaded.ok) return loaded;
  for (const node of loaded.$.root()[0]?.children ?? []) {
    const root = lawNode(node);
    if (root !== undefined && typeof root !== 'string') return { ok: true, root };
  }
  return { ok: false, because: 'XML without a root element' };
}
