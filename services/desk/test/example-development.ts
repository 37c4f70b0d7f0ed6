import type { Change } from '#domain';
import { openObligation, openReviewItem, placeChanges, type Store, saveDevelopments } from '#store';

export const DEVELOPMENT_ID = 'd'.repeat(64);

/** Stores a development of the given changes, the later ones as confirming the first, with something owed and disputed. */
export async function exampleDevelopment(store: Store, changes: readonly Change[]): Promise<void> {
  const [first] = changes;
  if (!first) throw new Error('a development has changes');
  const proof = { sourceId: first.sourceId, locator: 'row 14', quote: 'Hikvision', sha256: 'e'.repeat(64) };
  await store.transaction(async (tx) => {
    for (const { changeId, sourceId } of changes) {
      const confirmsChangeId = changeId === first.changeId ? null : first.changeId;
      const place = { changeId, developmentId: DEVELOPMENT_ID, sourceId, confirmsChangeId, differs: [] };
      await placeChanges(tx, [{ ...place, keys: [{ kind: 'citation', value: '84 FR 54002' }] }]);
    }
    await saveDevelopments(tx, [
      {
        developmentId: DEVELOPMENT_ID,
        anchor: '0 document 2019-22210',
        title: 'Addition of Certain Entities to the Entity List',
        jurisdiction: 'US',
        instruments: ['US-EL'],
        stage: 'final',
        openedAt: first.detectedAt,
        lastChangeAt: first.detectedAt,
        changeCount: changes.length,
        sourceCount: changes.length,
      },
    ]);
    await openObligation(tx, {
      obligationId: 'o1',
      developmentId: DEVELOPMENT_ID,
      changeId: first.changeId,
      kind: 'listed',
      instrumentId: 'US-EL',
      sourceId: 'us-csl',
      expected: { added: 28, addedAre: 'entities' },
      dueOn: '2019-10-09',
      openedAt: '2026-11-20T09:00:00.000Z',
      state: 'open',
      closedAt: null,
      because: '',
      proof: [{ ...proof, retrievedAt: first.detectedAt }],
    });
    await openReviewItem(tx, {
      reviewItemId: 'r1',
      developmentId: DEVELOPMENT_ID,
      kind: 'counts_differ',
      sourceId: 'us-csl',
      because: 'announced: 28 entities added; on the list: 27 entries cite it',
      openedAt: '2026-11-21T09:00:00.000Z',
      state: 'open',
      closedAt: null,
      resolution: '',
    });
  });
}
