import { createRequire } from 'node:module';

interface RequestQueue {
  readonly pending: readonly unknown[];
}

interface RequestQueuePrototype {
  scheduleCheckPendingRequests(this: RequestQueue): void;
}

const MENDED = new WeakSet<object>();

/**
 * kafkajs 2.2.4 arms a timer of `-1 - Date.now()` ms after each answer, also with nothing to send, and again when it
 * fires: each connection wakes a thousand times a second, and Node 24 prints TimeoutNegativeWarning (kafkajs issue 1751).
 * With nothing pending there is nothing to check. Mended here, so that no warning of anything else need be hidden.
 * @returns false when kafkajs has another shape than the one mended; it is then left as it is.
 */
export function mendRequestQueue(): boolean {
  const prototype = findPrototype();
  if (!prototype) return false;
  if (MENDED.has(prototype)) return true;
  const original = prototype.scheduleCheckPendingRequests;
  prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.pending.length > 0) original.call(this);
  };
  MENDED.add(prototype);
  return true;
}

function findPrototype(): RequestQueuePrototype | undefined {
  try {
    return parsePrototype(createRequire(import.meta.url)('kafkajs/src/network/requestQueue'));
  } catch {
    return undefined;
  }
}

function parsePrototype(loaded: unknown): RequestQueuePrototype | undefined {
  if (typeof loaded !== 'function') return undefined;
  const prototype: unknown = loaded.prototype;
  const fits =
    typeof prototype === 'object' &&
    prototype !== null &&
    'scheduleCheckPendingRequests' in prototype &&
    typeof prototype.scheduleCheckPendingRequests === 'function';
  return fits ? (prototype as RequestQueuePrototype) : undefined;
}
