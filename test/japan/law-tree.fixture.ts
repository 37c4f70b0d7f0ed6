import { load } from 'cheerio';

/** One node of the JSON form of API v2. */
interface TreeNode {
  readonly tag: string;
  readonly attr: Readonly<Record<string, string>>;
  readonly children: readonly (TreeNode | string)[];
}

type DomNode = ReturnType<ReturnType<typeof load>['root']>[0]['children'][number];

function nodesOf(node: DomNode): readonly (TreeNode | string)[] {
  if (node.type === 'text') return [node.data];
  if (node.type !== 'tag') return [];
  return [{ tag: node.name, attr: node.attribs, children: node.children.flatMap(nodesOf) }];
}

/** The same law as `law_full_text` in JSON: `{tag, attr, children}`, children text or nodes. */
export function treeOfXml(xml: string): unknown {
  const root = load(xml, { xml: true }).root()[0]?.children ?? [];
  return root.flatMap(nodesOf).find((node) => typeof node !== 'string');
}
