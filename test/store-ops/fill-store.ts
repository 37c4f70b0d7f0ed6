import { sql } from 'kysely';
import {
  closeSourceProblems,
  createSealer,
  enqueueDelivery,
  finishAttempt,
  keepCapture,
  openSourceProblem,
  type Store,
  saveAlert,
  saveApiKey,
  saveChange,
  saveKnownDocuments,
  saveReading,
  saveSubscription,
  saveToken,
  saveValidators,
} from '#store';
import { aCapture, aChange, aDelivery, aDocument, aProfile, aReading } from '../contract/samples.ts';

const AT = '2026-01-01T00:00:00.000Z';

/** Puts rows into every table, with the texts and bytes that copies tend to spoil. */
export async function fillStore(store: Store, size = 40): Promise<void> {
  const sealer = createSealer(new Uint8Array(32).fill(7));
  await store.transaction(async (tx) => {
    for (let index = 0; index < size; index += 1) {
      const bytes = new TextEncoder().encode(
        `<p>輸出貿易管理令 別表第一 ${index} 𠮷 "quoted" \\ \n line</p>`.repeat(1 + (index % 50)),
      );
      await keepCapture(tx, { ...aCapture(bytes), captureId: `capture-${index}`, baseline: index === 0 }, bytes);
      await saveReading(tx, aReading(`reading-${index}`, index % 7 === 0 ? 'held' : 'accepted'), {
        kind: 'documents',
        documents: [aDocument(`2026-${index}`)],
      });
      await saveChange(tx, aChange(`change-${index}`), { readingId: `reading-${index}`, previousReadingId: null });
      const impact = { score: index, band: 'critical' as const, reasons: [], labels: [] };
      await saveAlert(tx, { alertId: `a${index}`, changeId: `c${index}`, subscriptionId: 's', impact, raisedAt: AT });
      await enqueueDelivery(tx, aDelivery(`d${index}`, AT));
      await finishAttempt(
        tx,
        {
          deliveryId: `d${index}`,
          attempt: 1,
          startedAt: AT,
          durationMs: 3,
          outcome: 'status',
          status: index % 2 ? 200 : null,
          responseText: 'ok',
        },
        { status: 'delivered', nextAttemptAt: null, finishedAt: AT },
      );
      await appendRow(tx, index);
    }
    await saveKnownDocuments(
      tx,
      'space',
      'reading-1',
      Array.from({ length: size }, (_, index) => aDocument(`k${index}`)),
    );
    await saveValidators(tx, { url: 'https://a.test/', sourceId: 's', etag: '"1"', lastModified: null, sha256: 'x' });
    await openSourceProblem(tx, {
      problemId: 'p',
      sourceId: 's',
      problem: 'source.stale',
      openedAt: AT,
      closedAt: null,
      because: '',
    });
    await closeSourceProblems(tx, 's', ['source.stale'], AT);
    await saveSubscription(tx, sealer, {
      subscriptionId: 'sub',
      tenantId: 'default',
      name: '輸出管理',
      profile: aProfile(),
      channel: { kind: 'digest' },
      cadence: 'daily',
      status: 'active',
      createdAt: AT,
      hearsAfterPosition: 4,
    });
    const owner = { tenantId: 'default', name: 'CI' };
    await saveToken(tx, { ...owner, token: 'login', kind: 'login', role: 'admin', keyId: null, expiresAt: AT });
    await saveApiKey(tx, { ...owner, keyId: 'k', token: 'secret', scopes: ['read'], createdAt: AT });
  });
  await fillEmptyTables(store);
}

type Tx = Parameters<Parameters<Store['transaction']>[0]>[0];

async function appendRow(tx: Tx, index: number): Promise<void> {
  await tx
    .insertInto('eventLog')
    .values({
      topic: 'redline.changes',
      partition: index % 3,
      key: 's',
      eventId: `e${index}`,
      type: 't',
      body: '{}',
      recordedAt: AT,
    })
    .execute();
  await tx
    .insertInto('checks')
    .values({
      sourceId: 's',
      url: 'https://a.test/',
      checkedAt: AT,
      outcome: 'unchanged',
      detail: '',
      sha256: null,
      durationMs: index,
    })
    .execute();
}

/** One row of made-up values for each table that is still empty and not derived from others: a table that a later migration brings is copied in the tests, too. */
export async function fillEmptyTables(store: Store): Promise<void> {
  const session = store.session.withoutPlugins();
  for (const table of await session.introspection.getTables()) {
    if (/^(?:kysely|search)_/.test(table.name)) continue;
    const { rows } = await sql`select 1 from ${sql.table(table.name)} limit 1`.execute(session);
    if (rows.length > 0) continue;
    const columns = table.columns.filter((column) => !column.isAutoIncrementing);
    const values = columns.map(({ dataType }) =>
      /text/i.test(dataType) ? '何か' : /blob|bytea/i.test(dataType) ? new Uint8Array([0, 255]) : 7,
    );
    await sql`insert into ${sql.table(table.name)} (${sql.join(columns.map((column) => sql.ref(column.name)))})
      values (${sql.join(values)})`.execute(session);
  }
}
