const DESIGNATION =
  /\b\d[A-EY]\d{3}(?:\.[a-z0-9]{1,4})*\b|\bCountry Groups?\s|\b[A-E]:\d\b|\bfootnote \d{1,2}\b|\bUSML Categor(?:y|ies) [IVX]+(?:\([a-z0-9]+\))*|\bEAR99\b/gu;
const JOINED = /#(?:\s*(?:[,;]\s*)?(?:(?:and|or|and\/or|through)\s+)?#)*/gu;

/** ECCNs, country groups and footnotes that a rule names, each once. */
export function designationsOf(text: string): ReadonlySet<string> {
  return new Set(
    [...text.matchAll(DESIGNATION)].map(([found]) => found.trim()).filter((found) => !/^Country/u.test(found)),
  );
}

function withoutDesignations(text: string): string {
  return text.replace(DESIGNATION, '#').replace(JOINED, '#');
}

/** What a rule names anew and no longer, where it says the same in all else; else `undefined`. */
export function movedDesignations(
  before: string,
  after: string,
): { readonly came: readonly string[]; readonly went: readonly string[] } | undefined {
  if (withoutDesignations(before) !== withoutDesignations(after)) return undefined;
  const [old, now] = [designationsOf(before), designationsOf(after)];
  return { came: [...now.difference(old)], went: [...old.difference(now)] };
}
