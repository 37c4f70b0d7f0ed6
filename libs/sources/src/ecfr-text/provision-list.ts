import type { Provision } from '#domain';

/** A provision while its lines are still being read. */
type Draft = Omit<Provision, 'text'> & { readonly lines: string[] };

/** Collects provisions in order, under labels that are unique; text is added line by line. */
export interface ProvisionList {
  /** Opens a provision and returns its label, which gains ` [2]` where the publisher uses one label twice. */
  open(provision: Omit<Provision, 'text' | 'locator'>, line?: string): string;
  /** Adds a line to the text of an open provision; an unknown label is passed over. */
  add(label: string, line: string): void;
  /** Notes that words are left out of an open provision. */
  elide(label: string): void;
  close(): readonly Provision[];
}

/** More lines than any rule has under one designation: a hostile document must not grow one text without end. */
const MOST_LINES = 4_000;

/** @param locate turns a label into the place a reader would cite, `15 CFR 734.4(a)` */
export function provisionList(locate: (label: string) => string): ProvisionList {
  const drafts = new Map<string, Draft>();
  const unique = (label: string): string => {
    let candidate = label;
    for (let times = 2; drafts.has(candidate); times += 1) candidate = `${label} [${times}]`;
    return candidate;
  };
  return {
    open(provision, line) {
      const label = unique(provision.label);
      drafts.set(label, { ...provision, label, locator: locate(label), lines: line ? [line] : [] });
      return label;
    },
    add(label, line) {
      const draft = drafts.get(label);
      if (draft && draft.lines.length < MOST_LINES) draft.lines.push(line);
    },
    elide(label) {
      const draft = drafts.get(label);
      if (draft) drafts.set(label, { ...draft, isElided: true });
    },
    close: () => [...drafts.values()].map(({ lines, ...rest }) => ({ ...rest, text: lines.join('\n') })),
  };
}
