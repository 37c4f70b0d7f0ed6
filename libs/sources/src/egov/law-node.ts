/** One element of 法令標準XML, whichever way it came: the XML file or the `{tag, attr, children}` tree of API v2. */
export interface LawNode {
  readonly tag: string;
  readonly attr: Readonly<Record<string, string>>;
  readonly children: readonly (LawNode | string)[];
}

/** Child elements, all or those of one tag, in the order printed. */
export function childrenOf(node: LawNode, tag?: string): readonly LawNode[] {
  return node.children.filter(
    (child): child is LawNode => typeof child !== 'string' && (tag === undefined || child.tag === tag),
  );
}

/** First child element of that tag. */
export function childOf(node: LawNode, tag: string): LawNode | undefined {
  return childrenOf(node, tag)[0];
}

/** Elements of that tag at any depth, not inside an element of a tag in `except`. In document order. */
export function descendantsOf(node: LawNode, tag: string, except: readonly string[] = []): readonly LawNode[] {
  return childrenOf(node).flatMap((child) => {
    if (child.tag === tag) return [child];
    return except.includes(child.tag) ? [] : descendantsOf(child, tag, except);
  });
}

/** First element of that tag, the node itself included. */
export function firstDescendant(node: LawNode, tag: string): LawNode | undefined {
  return node.tag === tag ? node : descendantsOf(node, tag)[0];
}

/** Words of an element. The reading of a ruby (`Rt`) is no part of the law's text and is left out; so are line breaks of the file. */
export function wordsOf(node: LawNode | undefined): string {
  if (!node) return '';
  return node.children
    .map((child) => {
      if (typeof child === 'string') return child.replace(/[\r\n\t]+ */g, '');
      return child.tag === 'Rt' ? '' : wordsOf(child);
    })
    .join('');
}
