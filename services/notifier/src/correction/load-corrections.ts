import { citationsOf } from '#digest';
import { type Correction, type Delivery, listChangesById, listCorrectionsById, type Session } from '#store';
import type { CorrectionContent } from '../message/message.ts';

/** What deliveries of corrections tell, by correction id. */
export async function loadCorrections(
  session: Session,
  deliveries: readonly Delivery[],
): Promise<ReadonlyMap<string, CorrectionContent>> {
  const corrections = await listCorrectionsById(
    session,
    deliveries.map((delivery) => delivery.subjectId),
  );
  const ids = corrections.flatMap(({ changeId, statements }) => [
    changeId,
    ...statements.map((one) => one.toldChangeId),
  ]);
  const changes = await listChangesById(session, [...new Set(ids)]);
  const stored = new Map(changes.map((one) => [one.change.changeId, one]));
  return new Map(
    corrections.flatMap((correction): [string, CorrectionContent][] => {
      const content = contentOf(correction, stored);
      return content ? [[correction.correctionId, content]] : [];
    }),
  );
}

type Stored = ReadonlyMap<string, Awaited<ReturnType<typeof listChangesById>>[number]>;

function contentOf({ changeId, toldBand, statements }: Correction, stored: Stored): CorrectionContent | undefined {
  const later = stored.get(changeId);
  const [first] = statements;
  if (!later || !first) return undefined;
  const told = [...new Set(statements.map((one) => one.toldChangeId))].flatMap((id) => stored.get(id)?.change ?? []);
  return {
    kind: 'correction',
    change: later.change,
    sequence: later.position,
    correctsChangeId: first.toldChangeId,
    band: toldBand,
    corrections: distinct(statements.map(({ fact, said, is }) => ({ fact, said, is }))),
    proofs: { said: told.flatMap(citationsOf), is: citationsOf(later.change) },
  };
}

/** Two alerts may have told the same old date; it is put right once. */
function distinct<Line>(lines: readonly Line[]): readonly Line[] {
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()];
}
