import { createHash, generateKeyPairSync } from 'node:crypto';
import { changeEntry } from '#differ';
import type { Reading } from '#domain';
import { createLogger, signingKeyOf } from '#process';
import {
  createSealer,
  hashOfToken,
  openSourceProblem,
  openStore,
  type Store,
  saveApiKey,
  saveChange,
  saveReading,
  saveSearchEntries,
  saveSourceState,
  saveSubscription,
  saveToken,
} from '#store';
import { newWebhookSecret } from '#webhook';
import { createDesk, type Desk, type DeskPorts } from '../index.ts';
import type { DeskLimits } from '../src/access/rate-limits.ts';
import { ProfileSchema } from '../src/schema/profile-schema.ts';
import { EXAMPLE_CHANGES } from './example-changes.ts';
import { EXAMPLE_INSTRUMENTS } from './example-instruments.ts';
import { EXAMPLE_SOURCES } from './example-sources.ts';

export const NOW = new Date('2026-11-24T09:00:00.000Z');
export const ADMIN_KEY = 'admin-key-for-tests';
export const READER_KEY = 'reader-key-for-tests';
export const ADMIN_SESSION = 'admin-session-for-tests';
/** Whom the tests' sessions let in. */
export const ADMINISTRATOR = { tenantId: 'default', role: 'admin', name: 'Mika', keyId: null } as const;
export const ORIGIN = 'http://desk.test';

/** Another one in each run: a private key does not belong into a repository. */
const TEST_SIGNING_KEY = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const UNLIMITED: DeskLimits = { requests: 1_000_000, signIns: 1_000_000, wrongKeys: 1_000_000 };

/** An answer whose JSON a test may look into freely. */
export type DeskAnswer = Omit<Response, 'json'> & { json(): Promise<ReturnType<typeof JSON.parse>> };

export interface DeskUnderTest {
  readonly ports: DeskPorts;
  readonly store: Store;
  readonly desk: Desk;
  /** Ids given to the notifier; ids and reasons given to the differ. */
  readonly replayed: string[];
  readonly released: string[];
  readonly logged: string[];
  get(path: string, headers?: Record<string, string>): Promise<DeskAnswer>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<DeskAnswer>;
  close(): Promise<void>;
}

export const asAdmin = { authorization: `Bearer ${ADMIN_KEY}` };
export const asReader = { authorization: `Bearer ${READER_KEY}` };
export const inBrowser = {
  cookie: `redline_session=${ADMIN_SESSION}`,
  origin: ORIGIN,
  'sec-fetch-site': 'same-origin',
};
export const FORM_TOKEN = hashOfToken(`form:${ADMIN_SESSION}`);

/** A desk over a real in-memory store, with ids and a clock that repeat. */
export async function openDesk(
  options: {
    readonly seeded?: boolean;
    readonly openReading?: boolean;
    readonly broken?: boolean;
    readonly limits?: DeskLimits;
    readonly publicUrl?: string;
    readonly now?: () => Date;
  } = {},
): Promise<DeskUnderTest> {
  const store = await openStore('sqlite::memory:');
  const replayed: string[] = [];
  const released: string[] = [];
  const logged: string[] = [];
  const logger = createLogger({ level: 'silent', service: 'desk' });
  logger.error = (_fields: unknown, message?: string) => void logged.push(message ?? '');
  let ids = 0;
  const id = (prefix: string) => `${prefix}${++ids}`;
  const ports: DeskPorts = {
    settings: {
      publicUrl: options.publicUrl ?? ORIGIN,
      openReading: options.openReading ?? true,
      timeZone: 'UTC',
      limits: options.limits ?? UNLIMITED,
      proxies: 0,
    },
    store,
    sealer: createSealer(createHash('sha256').update('key for tests').digest()),
    sources: EXAMPLE_SOURCES,
    instruments: EXAMPLE_INSTRUMENTS,
    logger,
    now: () => options.now?.() ?? NOW,
    newId: () => id('id-'),
    newToken: () => id('token-'),
    newSecret: (signing) => newWebhookSecret(() => createHash('sha256').update(id('secret')).digest(), signing),
    headPosition: async () => 41,
    addressAllowed: async (url) =>
      /10\.|127\.|localhost/.test(url) ? { kind: 'refused', because: 'blocked_address' } : { kind: 'permitted' },
    replayDelivery: async (deliveryId) => {
      if (deliveryId === 'unknown') return { kind: 'unknown_delivery' };
      if (deliveryId === 'disabled') return { kind: 'subscription_disabled' };
      replayed.push(deliveryId);
      return { kind: 'queued', delivery: { deliveryId: `${deliveryId}-again` } };
    },
    replayRange: async (subscriptionId) => {
      replayed.push(subscriptionId);
      return { kind: 'queued', deliveries: 2 };
    },
    sendTest: async (subscriptionId) => {
      replayed.push(subscriptionId);
      return { kind: 'queued', delivery: { deliveryId: `test-of-${subscriptionId}` } };
    },
    releaseReading: async (readingId, by, reason) => {
      if (readingId !== 'reading-held') return { kind: 'refused', because: 'no reading with this id is held' };
      released.push(`${readingId} by ${by.who}: ${reason}`);
      return { kind: 'released', changes: 3 };
    },
    signingKey: () => signingKeyOf(TEST_SIGNING_KEY),
    metrics: async () => '# HELP redline_changes_total Typed changes detected.\n',
    health: async () => [{ name: 'store', ok: !options.broken, detail: options.broken ? 'no answer' : 'answers' }],
  };
  await saveAccess(store);
  if (options.seeded ?? true) await seed(store);
  const desk = createDesk(ports);
  const send: DeskUnderTest['send'] = async (method, path, body, headers = {}) => {
    const isText = typeof body === 'string';
    const type = body === undefined || headers['content-type'] ? {} : { 'content-type': 'application/json' };
    const payload = body === undefined ? {} : { body: isText ? body : JSON.stringify(body) };
    return desk.fetch(new Request(`${ORIGIN}${path}`, { method, headers: { ...type, ...headers }, ...payload }));
  };
  return {
    ports,
    store,
    desk,
    replayed,
    released,
    logged,
    get: (path, headers) => send('GET', path, undefined, headers),
    send,
    close: () => store.close(),
  };
}

async function saveAccess({ session }: Store): Promise<void> {
  const createdAt = '2026-11-01T00:00:00.000Z';
  const expiresAt = '2026-11-24T20:00:00.000Z';
  const key = { tenantId: 'default', createdAt };
  await saveApiKey(session, { ...key, keyId: 'k1', name: 'admin', token: ADMIN_KEY, scopes: ['admin'] });
  await saveApiKey(session, { ...key, keyId: 'k2', name: 'reader', token: READER_KEY, scopes: ['read'] });
  await saveToken(session, { ...ADMINISTRATOR, token: ADMIN_SESSION, kind: 'session', expiresAt });
}

async function seed({ session }: Store): Promise<void> {
  for (const change of EXAMPLE_CHANGES) {
    await saveChange(session, change, { readingId: 'reading-2', previousReadingId: 'reading-1' });
  }
  await saveSearchEntries(session, EXAMPLE_CHANGES.map(changeEntry));
  await saveStates(session);
  await openSourceProblem(session, {
    problemId: 'p1',
    sourceId: 'us-federal-register',
    problem: 'source.unavailable',
    openedAt: '2026-11-22T10:00:00.000Z',
    closedAt: null,
    because: 'the publisher answered 503 five times in a row',
  });
  await saveReading(
    session,
    {
      readingId: 'reading-held',
      sourceId: 'jp-meti-news',
      captureId: 'capture-1',
      sha256: 'e'.repeat(64),
      status: 'held',
      reason: 'the list lost 412 of 835 entries at once',
      contentHash: 'f'.repeat(64),
      readAt: '2026-11-24T01:00:00.000Z',
    },
    HALF_A_LIST,
  );
}

/** What is left of a list whose page broke off. */
const HALF_A_LIST: Reading = {
  kind: 'list',
  entries: ['Alpha', 'Delta'].map((name) => ({
    kind: 'entity',
    list: 'EUL',
    name,
    aliases: [],
    addresses: [],
    footnotes: [],
    citations: [],
    details: {},
    locator: 'row',
    quote: name,
  })),
  sections: [],
};

async function saveStates(session: Store['session']): Promise<void> {
  const good = {
    lastCheckedAt: '2026-11-24T08:48:00.000Z',
    lastSuccessAt: '2026-11-24T08:48:00.000Z',
    lastChangedAt: '2026-11-23T12:00:00.000Z',
    consecutiveFailures: 0,
    lastOutcome: 'unchanged',
    lastDetail: '',
    nextRunAt: '2026-11-24T09:15:00.000Z',
  };
  await saveSourceState(session, { ...good, sourceId: 'us-ecfr-15-744-supp4' });
  await saveSourceState(session, { ...good, sourceId: 'jp-meti-news' });
  await saveSourceState(session, {
    ...good,
    sourceId: 'us-federal-register',
    lastSuccessAt: '2026-11-22T09:00:00.000Z',
    consecutiveFailures: 5,
    lastOutcome: 'unavailable',
    lastDetail: 'HTTP 503',
  });
}

/** A subscription that lies in the store, whoever made it. */
export async function subscribed({ store, ports }: DeskUnderTest, subscriptionId: string): Promise<void> {
  await saveSubscription(store.session, ports.sealer, {
    subscriptionId,
    tenantId: 'default',
    name: `Subscription ${subscriptionId}`,
    profile: ProfileSchema.parse({ instruments: ['*'] }),
    channel: { kind: 'digest' },
    cadence: 'daily',
    status: 'active',
    createdAt: '2026-11-01T00:00:00.000Z',
    hearsAfterPosition: 0,
  });
}

/** Opens a page with a form as a browser does. @returns what it sends back: the form's token and the cookie of the visit. */
export async function visit(
  desk: DeskUnderTest,
  path: string,
): Promise<{ readonly body: string; readonly headers: Record<string, string> }> {
  const page = await desk.get(path);
  const formToken = /name="formToken" value="([0-9a-f]{64})"/.exec(await page.text())?.[1] ?? '';
  const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return {
    body: `formToken=${formToken}`,
    headers: { cookie, origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
  };
}
