import { describe, expect, it } from 'vitest';
import { findOwnSubscription, listSubscriptions, saveApiKey } from '#store';
import { asAdmin, openDesk } from './desk-under-test.ts';

const OTHER_KEY = 'key-of-the-other-tenant';
const asOther = { authorization: `Bearer ${OTHER_KEY}` };
const yaml = { 'content-type': 'application/yaml' };

async function twoTenants() {
  const desk = await openDesk();
  const createdAt = '2026-11-01T00:00:00.000Z';
  const key = { keyId: 'k9', tenantId: 'other', name: 'other', scopes: ['admin'] as const, createdAt };
  await saveApiKey(desk.store.session, { ...key, token: OTHER_KEY });
  const body = { name: 'ours', profile: { instruments: ['*'] }, channel: { kind: 'digest' } };
  const { id } = await (await desk.send('POST', '/api/v1/subscriptions', body, asAdmin)).json();
  return { desk, id: String(id) };
}

describe('two tenants on one Redline', () => {
  it('subscribe for themselves', async () => {
    const { desk, id } = await twoTenants();
    expect(await (await desk.get('/api/v1/subscriptions', asOther)).json()).toEqual({ subscriptions: [] });
    expect((await desk.get(`/api/v1/subscriptions/${id}`, asOther)).status).toBe(404);
    expect((await desk.send('DELETE', `/api/v1/subscriptions/${id}`, undefined, asOther)).status).toBe(404);
    const { store, ports } = desk;
    expect((await findOwnSubscription(store.session, ports.sealer, 'default', id))?.status).toBe('active');
    await desk.close();
  });

  it('import a file of the other under new ids only, so that nothing of the other is overwritten', async () => {
    const { desk, id } = await twoTenants();
    const file = await (await desk.get('/api/v1/subscriptions/export?secrets=true', asAdmin)).text();
    const taken = await desk.send('POST', '/api/v1/subscriptions/import', file, { ...asOther, ...yaml });
    expect(await taken.json()).toMatchObject({ status: 409, type: 'urn:redline:problem:id_taken' });
    const renamed = file.replace(id, 'new-id');
    expect((await desk.send('POST', '/api/v1/subscriptions/import', renamed, { ...asOther, ...yaml })).status).toBe(
      200,
    );
    const list = (tenantId: string) => listSubscriptions(desk.store.session, desk.ports.sealer, tenantId);
    const ours = await list('default');
    expect(await list('other')).toEqual(ours.map((one) => ({ ...one, tenantId: 'other', subscriptionId: 'new-id' })));
    await desk.close();
  });
});
