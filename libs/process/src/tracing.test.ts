import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTracing } from './tracing.ts';
import { UNTRACED } from './tracing-forward.ts';
import { formatTraceParent, parseTraceParent } from './tracing-parent.ts';

const PARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const COUNTING = (count: number) => Uint8Array.from({ length: count }, (_, index) => index + 1);

const forwarding = (randomBytes = COUNTING) =>
  createTracing({ endpoint: undefined, serviceName: 'redline', randomBytes, onExportFailure: () => undefined });

describe('tracing without a collector', () => {
  it('begins a trace that nobody has recorded, where none came in', async () => {
    const tracing = await forwarding();
    const made = await tracing.step('poll', undefined, {}, async (step) => step.traceparent);
    expect(made).toBe('00-0102030405060708090a0b0c0d0e0f10-0102030405060708-00');
  });

  it('hands on what came in, unchanged', async () => {
    const tracing = await forwarding();
    expect(await tracing.step('match', PARENT, {}, async (step) => step.traceparent)).toBe(PARENT);
    expect(await UNTRACED.step('match', PARENT, {}, async (step) => step.traceparent)).toBe(PARENT);
  });

  it('begins anew rather than hand on what is no traceparent', async () => {
    const tracing = await forwarding();
    const made = await tracing.step('match', '<script>', {}, async (step) => step.traceparent);
    expect(parseTraceParent(made ?? '')).toBeDefined();
  });

  it('makes an id even of random bytes that are all zero', async () => {
    const tracing = await forwarding((count) => new Uint8Array(count));
    const made = await tracing.step('poll', undefined, {}, async (step) => step.traceparent);
    expect(parseTraceParent(made ?? '')).toBeDefined();
  });

  it('passes on what the work throws', async () => {
    const tracing = await forwarding();
    await expect(tracing.step('poll', undefined, {}, () => Promise.reject(new Error('no answer')))).rejects.toThrow(
      'no answer',
    );
  });
});

describe('a traceparent', () => {
  const hex = (digits: number) =>
    fc
      .string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: digits, maxLength: digits })
      .filter((text) => !/^0+$/.test(text));

  it('is read as it was written', () => {
    fc.assert(
      fc.property(hex(32), hex(16), fc.integer({ min: 0, max: 255 }), (traceId, spanId, flags) => {
        expect(parseTraceParent(formatTraceParent({ traceId, spanId, flags }))).toEqual({ traceId, spanId, flags });
      }),
    );
  });

  it('of a later version is read by its first four parts', () => {
    expect(parseTraceParent(`${PARENT.replace(/^00/, 'cc')}-what-comes-later`)).toEqual(parseTraceParent(PARENT));
  });

  it.each([
    ['an id of zeros', PARENT.replace('0af7651916cd43dd8448eb211c80319c', '0'.repeat(32))],
    ['a parent of zeros', PARENT.replace('b7ad6b7169203331', '0'.repeat(16))],
    ['the version that never will be', PARENT.replace(/^00/, 'ff')],
    ['more than version 00 holds', `${PARENT}-00`],
    ['capitals', PARENT.toUpperCase()],
    ['half of one', PARENT.slice(0, 30)],
  ])('is not read from %s', (_name, text) => {
    expect(parseTraceParent(text)).toBeUndefined();
  });

  it('is never a reason to throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseTraceParent(text)).toBeUndefined();
      }),
    );
  });
});
