import { z } from 'zod';

/** Deepest tree and most nodes followed: title 15 has 8 levels and 3,063 nodes, the largest title about 60,000. */
const MAX_DEPTH = 20;
const MAX_NODES = 200_000;

const Node = z.object({
  type: z.string(),
  identifier: z.string(),
  label: z.string(),
  label_level: z.string(),
  label_description: z.string().nullish(),
  reserved: z.boolean(),
  size: z.number().int().nonnegative(),
  received_on: z.string().nullish(),
  children: z.array(z.unknown()).nullish(),
});

const LEAVES: ReadonlySet<string> = new Set(['section', 'appendix']);

/** One section or appendix of a title. */
export interface StructureLeaf {
  /** `744.11`, `Supplement No. 4 to Part 744`. Unique in a title. */
  readonly identifier: string;
  /** `§ 744.11`, `Supplement No. 4 to Part 744`. */
  readonly label: string;
  /** Heading, without the markup eCFR leaves in it. */
  readonly heading: string;
  /** Part it stands in; absent for an appendix of a chapter. */
  readonly part?: string;
  readonly reserved: boolean;
  /** Bytes of its XML. */
  readonly size: number;
  /** Instant at which eCFR received it, as served: `2025-04-28T17:30:15-0400`. */
  readonly receivedOn?: string;
  /** The node's own fields, without its children. */
  readonly quote: string;
}

export type StructureTree =
  | { readonly ok: true; readonly title: number; readonly leaves: readonly StructureLeaf[] }
  | { readonly ok: false; readonly because: string };

interface Open {
  readonly raw: unknown;
  readonly depth: number;
  readonly part?: string;
}

const plain = (text: string): string =>
  text
    .replace(/<[^<>]{0,200}>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

function leafOf(node: z.infer<typeof Node>, part: string | undefined): StructureLeaf {
  const { identifier, label_level: label, label_description: heading, reserved, size, received_on: receivedOn } = node;
  const { children: _, ...own } = node;
  return {
    identifier: plain(identifier),
    label: plain(label),
    heading: plain(heading ?? ''),
    ...(part === undefined ? {} : { part }),
    reserved,
    size,
    ...(receivedOn ? { receivedOn } : {}),
    quote: JSON.stringify(own),
  };
}

/**
 * Sections and appendices of a title's tree in their order. A node of another shape, a tree too deep or too large is refused
 * whole: half a tree would read as sections removed.
 */
export function leavesOf(tree: unknown): StructureTree {
  const root = Node.safeParse(tree);
  const title = root.success && root.data.type === 'title' ? Number(root.data.identifier) : Number.NaN;
  if (!root.success || !Number.isInteger(title)) return { ok: false, because: 'not the tree of a CFR title' };
  const leaves: StructureLeaf[] = [];
  const open: Open[] = [{ raw: tree, depth: 0 }];
  for (let seen = 0; open.length > 0; seen += 1) {
    const next = open.pop();
    if (!next) break;
    const node = Node.safeParse(next.raw);
    if (!node.success) return { ok: false, because: `a node of another shape: ${faultOf(node.error)}` };
    if (seen >= MAX_NODES || next.depth > MAX_DEPTH) return { ok: false, because: 'the tree is too large' };
    const part = node.data.type === 'part' ? node.data.identifier : next.part;
    if (LEAVES.has(node.data.type)) leaves.push(leafOf(node.data, part));
    const children = (node.data.children ?? []).map((raw) => ({
      raw,
      depth: next.depth + 1,
      ...(part === undefined ? {} : { part }),
    }));
    open.push(...children.reverse());
  }
  return { ok: true, title, leaves };
}

function faultOf(error: z.ZodError): string {
  const [issue] = error.issues;
  return `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim().slice(0, 200);
}
