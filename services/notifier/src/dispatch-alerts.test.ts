import { describe, expect, it } from 'vitest';
import { exampleProfile } from '../test/example-change.ts';
import { deliveryOf } from './dispatch-alerts.ts';

const now = new Date('2026-11-23T03:00:00.000Z');
const alert = { alertId: 'a1', band: 'high' };
const subscription = {
  subscriptionId: 's1',
  channel: { kind: 'webhook', url: 'https://example.org/hook' },
  cadence: 'immediate',
  status: 'active',
  profile: exampleProfile({ minBand: 'medium' }),
} as const;

describe('deliveryOf', () => {
  it('makes a delivery that is due at once, under ids that follow from the alert', () => {
    const delivery = deliveryOf(alert, subscription, now);
    expect(delivery).toMatchObject({ status: 'due', attempts: 0, nextAttemptAt: now.toISOString(), replayOf: null });
    expect(delivery?.webhookId).toMatch(/^msg_[0-9a-f]{40}$/);
    expect(deliveryOf(alert, subscription, new Date('2027-01-01T03:00:00Z'))).toMatchObject({
      deliveryId: delivery?.deliveryId,
      webhookId: delivery?.webhookId,
    });
    expect(deliveryOf({ ...alert, alertId: 'a2' }, subscription, now)?.webhookId).not.toBe(delivery?.webhookId);
  });

  it.each([
    ['a digest channel', { channel: { kind: 'digest' } as const }, 'high'],
    ['an e-mail channel', { channel: { kind: 'email', address: 'a@example.org' } as const }, 'high'],
    ['a daily cadence', { cadence: 'daily' as const }, 'high'],
    ['a weekly cadence', { cadence: 'weekly' as const }, 'critical'],
    ['a disabled subscription', { status: 'disabled' as const }, 'high'],
    ['a band below the threshold', {}, 'low'],
    ['a band nobody knows', {}, 'enormous'],
  ])('leaves %s to the digest', (_, parts, band) => {
    expect(deliveryOf({ ...alert, band }, { ...subscription, ...parts }, now)).toBeUndefined();
  });

  it('delivers at the threshold itself', () => {
    expect(deliveryOf({ ...alert, band: 'medium' }, subscription, now)).toBeDefined();
  });

  it('waits for the end of quiet hours', () => {
    const quietHours = { from: '09:00', to: '17:30', overrideBand: 'critical' } as const;
    const profile = exampleProfile({ quietHours });
    expect(deliveryOf(alert, { ...subscription, profile }, now)).toMatchObject({
      nextAttemptAt: '2026-11-23T08:30:00.000Z',
      lastOutcome: 'delayed by quiet hours',
    });
  });
});
