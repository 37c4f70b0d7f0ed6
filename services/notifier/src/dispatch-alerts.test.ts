import { describe, expect, it } from 'vitest';
import type { Correction } from '#store';
import { exampleProfile } from '../test/example-change.ts';
import { dispatchOf } from './dispatch-alerts.ts';

const now = new Date('2026-11-23T03:00:00.000Z');
const alert = { alertId: 'a1', band: 'high' };
const subscription = {
  subscriptionId: 's1',
  tenantId: 'default',
  channel: { kind: 'webhook', url: 'https://example.org/hook' },
  cadence: 'immediate',
  status: 'active',
  profile: exampleProfile({ minBand: 'medium' }),
} as const;

const deliveryOf = (...given: Parameters<typeof dispatchOf>) => {
  const dispatch = dispatchOf(...given);
  return dispatch.kind === 'alone' ? dispatch.delivery : undefined;
};
const correction: Correction = {
  correctionId: 'c1',
  subscriptionId: 's1',
  changeId: 'later',
  toldBand: 'high',
  statements: [],
  raisedAt: now.toISOString(),
};

describe('dispatchOf', () => {
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
    [
      'a band below the channel’s own threshold',
      { channel: { ...subscription.channel, minBand: 'critical' as const } },
      'high',
    ],
    ['a daily cadence', { cadence: 'daily' as const }, 'high'],
    ['a weekly cadence', { cadence: 'weekly' as const }, 'critical'],
    ['a disabled subscription', { status: 'disabled' as const }, 'high'],
    ['a band below the threshold', {}, 'low'],
    ['a band nobody knows', {}, 'enormous'],
  ])('leaves %s to the digest', (_, parts, band) => {
    expect(dispatchOf({ ...alert, band }, { ...subscription, ...parts }, now)).toEqual({ kind: 'left_to_digest' });
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

  it('gathers alerts for people and sends a program each alone, unless the owner says otherwise', () => {
    const email = { ...subscription, channel: { kind: 'email', address: 'a@example.org' } as const };
    expect(dispatchOf(alert, email, now).kind).toBe('with_others');
    expect(dispatchOf(alert, { ...email, collapse: false }, now).kind).toBe('alone');
    expect(dispatchOf(alert, { ...subscription, collapse: true }, now).kind).toBe('with_others');
  });

  it('tells a correction alone and as loudly as the old alert was', () => {
    expect(deliveryOf({ ...alert, band: 'info' }, { ...subscription, collapse: true }, now, correction)).toMatchObject({
      messageKind: 'correction',
      subjectId: 'c1',
      alertId: '',
    });
    const quietly = { ...correction, toldBand: 'low' as const };
    expect(dispatchOf({ ...alert, band: 'info' }, subscription, now, quietly).kind).toBe('left_to_digest');
  });
});
