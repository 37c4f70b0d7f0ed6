import type { ChangeDraft, Provision, TextReading } from '#domain';

/** A unit of a law as tests write it: label, words, and the parent it stands in. */
export type UnitInWords = readonly [label: string, text: string, parent?: string];

/** Units of one kind, in order. */
export function units(kind: 'item' | 'rule', ...words: readonly UnitInWords[]): readonly Provision[] {
  return words.map(([label, text, parent]) => ({ kind, label, text, locator: label, ...(parent && { parent }) }));
}

/** Countries of one list. Codes are given where the test needs two names of one country. */
export function countries(
  list: string,
  ...names: readonly (readonly [name: string, code?: string])[]
): readonly Provision[] {
  return names.map(([text, country]) => ({
    kind: 'country',
    label: `${list} ${text}`,
    list,
    text,
    locator: list,
    ...(country && { country }),
  }));
}

/** A law in force from 2026-02-14 with these units; written for tests, in the notation of the readers. */
export function law(...provisions: readonly (readonly Provision[])[]): TextReading {
  const revision = {
    revisionId: 'r',
    amendedBy: '令和7年政令第376号',
    enforcedOn: '2026-02-14',
    status: 'in_force',
  } as const;
  return { kind: 'text', title: '輸出貿易管理令', lang: 'ja', provisions: provisions.flat(), revision };
}

/** The changes somebody is told about, each as `type label`. */
export function told(changes: readonly ChangeDraft[]): readonly string[] {
  return changes
    .filter((change) => change.alerting !== false)
    .map((change) => `${change.type} ${change.subject.label}`);
}

/** The changes only recorded, each as `type label`. */
export function recorded(changes: readonly ChangeDraft[]): readonly string[] {
  return changes
    .filter((change) => change.alerting === false)
    .map((change) => `${change.type} ${change.subject.label}`);
}
