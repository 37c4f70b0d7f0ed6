import type { Change, Json } from '#domain';
import type { SearchEntry } from '#store';
import { factsOf, textFact, textsFact } from '../development/fact-texts.ts';
import { registerCitationsIn } from '../development/register-citation.ts';

/** A change as it can be found: by label, document number, citation or docket, and by what it quotes and compares. */
export function changeEntry(change: Change): SearchEntry {
  const { rin = [], docket = [], citation = [] } = change.lineage;
  const title = textFact(factsOf(change), 'title');
  const printed = textsFact(factsOf(change), 'frCitation');
  const cited = [...citation, ...change.evidence.flatMap((one) => one.citation ?? []), ...printed];
  const pages = cited.flatMap(registerCitationsIn).map((one) => one.page);
  return {
    kind: 'change',
    subjectId: change.changeId,
    sourceIds: [change.sourceId],
    instrumentIds: [change.instrumentId],
    at: change.detectedAt,
    label: change.subject.label,
    titles: title === undefined ? [] : [title],
    codes: [change.subject.label, change.documentNumber ?? '', ...rin, ...docket, ...cited, ...pages],
    texts: [
      ...change.evidence.map((one) => one.quote),
      ...[change.after, change.before].flatMap((side) => textsOf(side ?? null)),
      change.instrumentId,
      ...(change.lineage.supersedes ?? []),
      ...(change.lineage.corrects ?? []),
    ],
  };
}

/** Every text within a fact. */
function textsOf(fact: Json): readonly string[] {
  if (typeof fact === 'string') return [fact];
  if (typeof fact !== 'object' || fact === null) return [];
  return Object.values(fact).flatMap((one: Json) => textsOf(one));
}
