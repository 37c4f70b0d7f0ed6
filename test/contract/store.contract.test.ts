import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Change } from '#domain';
import {
  claimDueDeliveries,
  closeSourceProblems,
  createSealer,
  type Delivery,
  dropExpiredTokens,
  endToken,
  enqueueDelivery,
  type FinishedAttempt,
  findApiKey,
  findChange,
  findDelivery,
  findKnownDocuments,
  findOwnAlert,
  findOwnDelivery,
  findOwnSubscription,
  findReading,
  findSubscription,
  findToken,
  findValidators,
  finishAttempt,
  finishAttempts,
  hasAdminKey,
  keepCapture,
  lastAcceptedReading,
  listApiKeys,
  listAttempts,
  listChanges,
  listDeliveries,
  listHeldReadings,
  listOwnAlertsOfChange,
  listOwnDeliveries,
  listSubscriptions,
  listTokens,
  loadReading,
  noteKeyUse,
  openSourceProblem,
  readCaptureBytes,
  revokeApiKey,
  type Store,
  type StoredReading,
  saveAlert,
  saveApiKey,
  saveChange,
  saveKnownDocuments,
  saveReading,
  saveSubscription,
  saveToken,
  saveValidators,
  spendLoginToken,
  supersedeHeldReadings,
} from '#store';
import { describeOverStores } from './adapters.ts';
import { aCapture, aChange, aDelivery, aDocument, aProfile, aReading, aSubscription } from './samples.ts';

await describeOverStores('the store', (open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  it('keeps bytes once per sha256 and gives them back unaltered', async () => {
    const bytes = new TextEncoder().encode('<p>輸出貿易管理令</p>');
    const capture = aCapture(bytes);
    await keepCapture(store.session, capture, bytes);
    await keepCapture(store.session, { ...capture, captureId: 'second' }, bytes);
    expect(Uint8Array.from(await readCaptureBytes(store.session, capture.sha256))).toEqual(bytes);
    const kept = await store.session.selectFrom('captureBytes').select('sha256').execute();
    expect(kept).toHaveLength(1);
  });

  it('refuses to hand out bytes that no longer match their hash', async () => {
    const bytes = new TextEncoder().encode('as served');
    const capture = aCapture(bytes);
    await keepCapture(store.session, capture, bytes);
    const other = aCapture(new TextEncoder().encode('tampered'));
    await keepCapture(store.session, { ...other, captureId: 'other' }, new TextEncoder().encode('tampered'));
    const tampered = await store.session
      .selectFrom('captureBytes')
      .select('body')
      .where('sha256', '=', other.sha256)
      .executeTakeFirstOrThrow();
    await store.session
      .updateTable('captureBytes')
      .set({ body: tampered.body })
      .where('sha256', '=', capture.sha256)
      .execute();
    await expect(readCaptureBytes(store.session, capture.sha256)).rejects.toMatchObject({
      code: 'stored_bytes_damaged',
    });
  });

  it('keeps nothing of a transaction that fails', async () => {
    const failing = store.transaction(async (tx) => {
      await saveValidators(tx, { url: 'https://a.test/', sourceId: 's', etag: '"1"', lastModified: null, sha256: 'x' });
      throw new Error('crash');
    });
    await expect(failing).rejects.toThrow('crash');
    expect(await findValidators(store.session, 's', 'https://a.test/')).toBeUndefined();
  });

  it('tells listeners after a commit and not after a rollback', async () => {
    let commits = 0;
    store.onCommit(() => {
      commits += 1;
    });
    await store.transaction(async () => undefined);
    await store.transaction(async () => Promise.reject(new Error('no'))).catch(() => undefined);
    expect(commits).toBe(1);
  });

  it('takes the reading accepted last as the base, and never a held one', async () => {
    const first: StoredReading = aReading('r1', 'accepted');
    await saveReading(store.session, first, { kind: 'documents', documents: [] });
    await saveReading(store.session, aReading('r2', 'held'), { kind: 'documents', documents: [] });
    expect((await lastAcceptedReading(store.session, 'source'))?.readingId).toBe('r1');
    expect((await listHeldReadings(store.session)).map((reading) => reading.readingId)).toEqual(['r2']);
    await supersedeHeldReadings(store.session, ['source']);
    await saveReading(store.session, aReading('r3', 'accepted'), { kind: 'list', entries: [], sections: [] });
    expect((await lastAcceptedReading(store.session, 'source'))?.readingId).toBe('r3');
    expect(await listHeldReadings(store.session)).toEqual([]);
    expect((await findReading(store.session, 'r2'))?.status).toBe('superseded');
    expect(await loadReading(store.session, 'r3')).toEqual({ kind: 'list', entries: [], sections: [] });
  });

  it('remembers documents as last seen, whatever their number', async () => {
    const documents = Array.from({ length: 1_200 }, (_, index) => aDocument(`2026-${index}`));
    await saveKnownDocuments(store.session, 'space', 'r1', documents);
    await saveKnownDocuments(store.session, 'space', 'r2', [{ ...aDocument('2026-7'), title: 'amended' }]);
    const found = await findKnownDocuments(
      store.session,
      'space',
      documents.map((document) => document.documentId),
    );
    expect(found).toHaveLength(1_200);
    expect(found.find((document) => document.documentId === '2026-7')?.title).toBe('amended');
    expect(await findKnownDocuments(store.session, 'other space', ['2026-7'])).toEqual([]);
  });

  it('stores a change once and pages through changes in order of detection', async () => {
    const changes = Array.from({ length: 5 }, (_, index) => aChange(`c${index}`));
    for (const change of changes) {
      expect(await saveChange(store.session, change, { readingId: 'r', previousReadingId: null })).toBe(true);
    }
    expect(await saveChange(store.session, changes[0] as Change, { readingId: 'r', previousReadingId: null })).toBe(
      false,
    );
    const first = await listChanges(store.session, {}, 2);
    expect(first.map(({ change }) => change.changeId)).toEqual(['c0', 'c1']);
    const rest = await listChanges(store.session, { afterPosition: first[1]?.position ?? 0 }, 10);
    expect(rest.map(({ change }) => change.changeId)).toEqual(['c2', 'c3', 'c4']);
    expect((await listChanges(store.session, {}, 1, 'newestFirst'))[0]?.change.changeId).toBe('c4');
    expect((await findChange(store.session, 'c3'))?.change).toEqual(changes[3]);
    expect(await listChanges(store.session, { type: 'entity.removed' }, 10)).toEqual([]);
  });

  it('seals what a subscriber declares, and opens it only with the same key', async () => {
    const sealer = createSealer(new Uint8Array(32).fill(7));
    const subscription = {
      subscriptionId: 'sub',
      tenantId: 'default',
      name: 'Tools',
      profile: aProfile({ counterparties: [{ name: 'Secret Customer KK', aliases: [] }] }),
      channel: { kind: 'webhook' as const, url: 'https://hooks.example/redline' },
      cadence: 'immediate' as const,
      status: 'active' as const,
      createdAt: '2026-01-01T00:00:00.000Z',
      hearsAfterPosition: 4,
      secret: 'whsec_c2VjcmV0',
    };
    await saveSubscription(store.session, sealer, subscription);
    expect(await findSubscription(store.session, sealer, 'sub')).toEqual(subscription);
    const raw = JSON.stringify(await store.session.selectFrom('subscriptions').selectAll().execute());
    expect(raw).not.toContain('Secret Customer');
    expect(raw).not.toContain('hooks.example');
    const other = createSealer(new Uint8Array(32).fill(8));
    await expect(findSubscription(store.session, other, 'sub')).rejects.toThrow();
  });

  it('keeps what one tenant owns from every other', async () => {
    const sealer = createSealer(new Uint8Array(32).fill(7));
    const ours = aSubscription('ours', 'optics');
    await saveSubscription(store.session, sealer, ours);
    await saveSubscription(store.session, sealer, aSubscription('theirs', 'chips'));
    expect(await saveSubscription(store.session, sealer, { ...ours, tenantId: 'chips', name: 'taken over' })).toBe(
      false,
    );
    expect(await listSubscriptions(store.session, sealer, 'optics')).toEqual([ours]);
    expect(await findOwnSubscription(store.session, sealer, 'optics', 'ours')).toEqual(ours);
    expect(await findOwnSubscription(store.session, sealer, 'chips', 'ours')).toBeUndefined();

    const impact = { score: 80, band: 'critical' as const, reasons: [], labels: [] };
    const raised = { changeId: 'c', impact, raisedAt: '2026-01-01T00:00:00.000Z' };
    await saveAlert(store.session, { ...raised, alertId: 'a1', subscriptionId: 'ours' });
    await saveAlert(store.session, { ...raised, alertId: 'a2', subscriptionId: 'theirs' });
    const alerts = await listOwnAlertsOfChange(store.session, 'chips', 'c');
    expect(alerts.map((alert) => alert.alertId)).toEqual(['a2']);
    expect(await findOwnAlert(store.session, 'chips', 'a1')).toBeUndefined();

    const delivery = aDelivery('d1', raised.raisedAt);
    await enqueueDelivery(store.session, { ...delivery, subscriptionId: 'ours' });
    await enqueueDelivery(store.session, { ...delivery, deliveryId: 'd2', subscriptionId: 'theirs' });
    const deliveries = await listOwnDeliveries(store.session, 'optics', {}, 10);
    expect(deliveries.map((one) => one.deliveryId)).toEqual(['d1']);
    expect(await listOwnDeliveries(store.session, 'optics', { subscriptionId: 'theirs' }, 10)).toEqual([]);
    expect(await findOwnDelivery(store.session, 'optics', 'd2')).toBeUndefined();
    expect((await findOwnDelivery(store.session, 'chips', 'd2'))?.deliveryId).toBe('d2');
  });

  it('raises one alert a change and subscription, ever', async () => {
    const impact = { score: 80, band: 'critical' as const, reasons: [], labels: [] };
    const alert = { alertId: 'a', changeId: 'c', subscriptionId: 's', impact, raisedAt: '2026-01-01T00:00:00.000Z' };
    expect(await saveAlert(store.session, alert)).toBe(true);
    expect(await saveAlert(store.session, { ...alert, alertId: 'another' })).toBe(false);
  });

  it('gives a due delivery to one worker, and back once its claim has run out', async () => {
    const delivery: Delivery = aDelivery('d1', '2026-01-01T00:00:00.000Z');
    await enqueueDelivery(store.session, delivery);
    await enqueueDelivery(store.session, aDelivery('later', '2026-01-01T01:00:00.000Z'));
    const claim = (now: string, until: string) =>
      store.transaction((tx) => claimDueDeliveries(tx, store.dialect, { now, claimedUntil: until, limit: 10 }));
    const first = await claim('2026-01-01T00:00:01.000Z', '2026-01-01T00:01:00.000Z');
    expect(first.map((one) => one.deliveryId)).toEqual(['d1']);
    expect(await claim('2026-01-01T00:00:02.000Z', '2026-01-01T00:01:00.000Z')).toEqual([]);
    expect(await claim('2026-01-01T00:01:00.000Z', '2026-01-01T00:02:00.000Z')).toHaveLength(1);
  });

  it('records each attempt and where the delivery stands after it', async () => {
    await enqueueDelivery(store.session, aDelivery('d1', '2026-01-01T00:00:00.000Z'));
    const attempt = {
      deliveryId: 'd1',
      attempt: 1,
      startedAt: '2026-01-01T00:00:00.000Z',
      durationMs: 12,
      outcome: 'status',
      status: 200,
      responseText: 'ok',
    };
    await finishAttempt(store.session, attempt, {
      status: 'delivered',
      nextAttemptAt: null,
      finishedAt: attempt.startedAt,
    });
    expect(await listAttempts(store.session, 'd1')).toEqual([attempt]);
    expect((await listDeliveries(store.session, {}, 10))[0]).toMatchObject({ status: 'delivered', attempts: 1 });
  });

  it('records any number of attempts at once, and leaves alone what was recorded before', async () => {
    const at = '2026-01-01T00:00:00.000Z';
    const finished = Array.from({ length: 203 }, (_, number): FinishedAttempt => {
      const isDelivered = number % 2 === 0;
      const attempt = {
        deliveryId: `d${number}`,
        attempt: 1,
        startedAt: at,
        durationMs: number,
        outcome: isDelivered ? 'delivered (204)' : "answered 503 'soon'",
        status: isDelivered ? 204 : null,
        responseText: isDelivered ? '' : '輸出 "?" $1 \\ \n',
      };
      const after = isDelivered
        ? ({ status: 'delivered', nextAttemptAt: null, finishedAt: at } as const)
        : ({ status: 'due', nextAttemptAt: `later ${number}`, finishedAt: null } as const);
      return { attempt, after };
    });
    for (const { attempt } of finished) await enqueueDelivery(store.session, aDelivery(attempt.deliveryId, at));
    const [first, ...rest] = finished;
    if (!first) throw new Error('there are 203');
    await finishAttempts(store.session, [first]);
    const again = { ...first, after: { status: 'gave_up', nextAttemptAt: null, finishedAt: 'later' } } as const;
    const fresh = await finishAttempts(store.session, [again, ...rest]);
    expect([...fresh].sort()).toEqual(rest.map(({ attempt }) => attempt.deliveryId).sort());
    for (const { attempt, after } of finished) {
      expect(await listAttempts(store.session, attempt.deliveryId)).toEqual([attempt]);
      expect(await findDelivery(store.session, attempt.deliveryId)).toMatchObject({
        ...after,
        attempts: 1,
        lastOutcome: attempt.outcome,
      });
    }
  });

  it('keeps one open problem of a kind a source until it is closed', async () => {
    const problem = {
      problemId: 'p',
      sourceId: 's',
      problem: 'source.unavailable',
      openedAt: 't',
      closedAt: null,
      because: 'down',
    };
    expect(await openSourceProblem(store.session, problem)).toBe(true);
    expect(await openSourceProblem(store.session, { ...problem, problemId: 'again' })).toBe(false);
    expect(await closeSourceProblems(store.session, 's', ['source.unavailable'], 'u')).toHaveLength(1);
    expect(await openSourceProblem(store.session, { ...problem, problemId: 'again' })).toBe(true);
  });

  it('knows a key by its hash until it is revoked, and notes its use at most so often', async () => {
    const key = {
      keyId: 'k',
      tenantId: 'optics',
      name: 'CI',
      scopes: ['read', 'deliveries'] as const,
      createdAt: 't0',
    };
    expect(await saveApiKey(store.session, { ...key, token: 'secret' })).toBe(true);
    expect(await saveApiKey(store.session, { ...key, keyId: 'again', token: 'secret' })).toBe(false);
    const unused = { ...key, lastUsedAt: null, revokedAt: null };
    expect(await findApiKey(store.session, 'secret')).toEqual(unused);
    await noteKeyUse(store.session, 'k', 't2', 't1');
    await noteKeyUse(store.session, 'k', 't3', 't1');
    expect((await findApiKey(store.session, 'secret'))?.lastUsedAt).toBe('t2');
    await noteKeyUse(store.session, 'k', 't4', 't2');
    expect(await listApiKeys(store.session, 'optics')).toEqual([{ ...unused, lastUsedAt: 't4' }]);
    expect(await listApiKeys(store.session, 'chips')).toEqual([]);
  });

  it('ends with a key every session that was opened with it, for the tenant it belongs to alone', async () => {
    const owner = { tenantId: 'optics', name: 'Mika' };
    await saveApiKey(store.session, { ...owner, keyId: 'k', token: 'key', scopes: ['admin'], createdAt: 't0' });
    const person = { ...owner, role: 'admin', kind: 'session', expiresAt: 't9' } as const;
    await saveToken(store.session, { ...person, keyId: 'k', token: 'by key' });
    await saveToken(store.session, { ...person, keyId: null, token: 'by link' });
    expect(await hasAdminKey(store.session, 'optics')).toBe(true);
    expect(await revokeApiKey(store.session, 'chips', 'k', 't1')).toBe(false);
    expect(await revokeApiKey(store.session, 'optics', 'k', 't1')).toBe(true);
    expect(await revokeApiKey(store.session, 'optics', 'k', 't2')).toBe(true);
    expect((await listApiKeys(store.session, 'optics'))[0]?.revokedAt).toBe('t1');
    expect(await hasAdminKey(store.session, 'optics')).toBe(false);
    expect(await findApiKey(store.session, 'key')).toBeUndefined();
    const left = await listTokens(store.session, 'optics', 't0');
    expect(left.map(({ keyId }) => keyId)).toEqual([null]);
    const [one] = left;
    expect(await endToken(store.session, 'chips', one?.sessionHash ?? '')).toBe(false);
    expect(await endToken(store.session, 'optics', one?.sessionHash ?? '')).toBe(true);
  });

  it('clears away what has expired and nothing else', async () => {
    const person = { tenantId: 'optics', role: 'reader', name: 'Mika', keyId: null, kind: 'session' } as const;
    await saveToken(store.session, { ...person, token: 'old', expiresAt: 't1' });
    await saveToken(store.session, { ...person, token: 'new', expiresAt: 't2' });
    await dropExpiredTokens(store.session, 't1');
    expect(await findToken(store.session, 'old', 'session', 't0')).toBeUndefined();
    expect((await findToken(store.session, 'new', 'session', 't0'))?.name).toBe('Mika');
  });

  it('spends a one-time login once', async () => {
    const mika = { tenantId: 'optics', role: 'reviewer', name: 'Mika', keyId: null } as const;
    await saveToken(store.session, { ...mika, token: 'secret', kind: 'login', expiresAt: '2026-01-02' });
    expect(await spendLoginToken(store.session, 'secret', '2026-01-03')).toBeUndefined();
    expect(await spendLoginToken(store.session, 'secret', '2026-01-01')).toEqual(mika);
    expect(await spendLoginToken(store.session, 'secret', '2026-01-01')).toBeUndefined();
  });
});
