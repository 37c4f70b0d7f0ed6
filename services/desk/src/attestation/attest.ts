import { canonicalJson, type Json, type JsonObject } from '#domain';
import {
  countUnreadCaptures,
  firstGoodPollFrom,
  lastGoodPollBefore,
  listCaptureMarks,
  listCaptureMarksAt,
  listChangeMarks,
  listDoubtedReadings,
  listPolls,
  listProblemsDuring,
  type Session,
} from '#store';
import type { DeskPorts } from '../ports.ts';
import { notFound } from '../problem/problem.ts';
import type { Period } from './period.ts';
import { type SourceLedger, type SourceStatement, type StatedSource, statementOf } from './source-statement.ts';

export const ATTESTATION_FORMAT = 'redline-attestation/1';

/** What is said, and what is not: stands in every statement, under its signature. */
export const ATTESTATION_LIMITS: readonly string[] = [
  'This says what the publishers served to this Redline and what it noticed in that. It does not say what the law is or was.',
  'A source is said not to have changed only where every check came within its limit, every answer could be read and none was held in doubt.',
  'What a publisher altered and put back between two checks was not seen. What it altered after the last check of the period was noticed, if at all, after the period.',
  'The instants are those of the machine that asked.',
];

/** A statement before its signature. */
export interface Attestation {
  readonly format: typeof ATTESTATION_FORMAT;
  readonly limits: readonly string[];
  /** Where it was made. */
  readonly issuer: string;
  readonly issuedAt: string;
  readonly key: { readonly algorithm: 'ed25519'; readonly publicKey: string };
  readonly period: Period;
  readonly sources: readonly SourceStatement[];
}

export interface SignedAttestation extends Attestation {
  /** Ed25519 (RFC 8032) over the canonical JSON (RFC 8785) of all the rest; hexadecimal. */
  readonly signature: string;
}

type AttestationPorts = Pick<DeskPorts, 'store' | 'sources' | 'settings' | 'now' | 'signingKey'>;

/**
 * What can be said of all sources, or one, in a period, signed.
 * @throws RefusedRequestError (404) for a source that is not watched.
 */
export async function attest(ports: AttestationPorts, period: Period, sourceId?: string): Promise<SignedAttestation> {
  const chosen = ports.sources.filter(({ id }) => sourceId === undefined || id === sourceId);
  if (chosen.length === 0) return notFound('source');
  const sources: SourceStatement[] = [];
  for (const source of chosen) sources.push(await stateSource(ports.store.session, source, period));
  const key = ports.signingKey();
  const said: Attestation = {
    format: ATTESTATION_FORMAT,
    limits: ATTESTATION_LIMITS,
    issuer: ports.settings.publicUrl,
    issuedAt: ports.now().toISOString(),
    key: { algorithm: 'ed25519', publicKey: key.publicKey },
    period,
    sources,
  };
  return { ...said, signature: key.sign(canonicalJson(asJson(said))) };
}

/** The file of a statement: its canonical JSON and a line end. Each byte of it is bound: there is no second way to write it. */
export function attestationFile(attestation: SignedAttestation): string {
  return `${canonicalJson(asJson(attestation))}\n`;
}

/** A statement holds nothing that JSON does not. */
function asJson(value: Attestation | SignedAttestation): Json {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}

async function stateSource(session: Session, source: StatedSource, period: Period): Promise<SourceStatement> {
  return statementOf(source, await loadLedger(session, source.id, period), period);
}

async function loadLedger(session: Session, id: string, { from, to }: Period): Promise<SourceLedger> {
  const span = { from, before: to };
  return {
    lastGoodBefore: await lastGoodPollBefore(session, id, from),
    polls: await listPolls(session, id, from, to),
    firstGoodAfter: await firstGoodPollFrom(session, id, to),
    capturesAtStart: await listCaptureMarksAt(session, id, from),
    capturesAtEnd: await listCaptureMarksAt(session, id, to),
    capturesWithin: await listCaptureMarks(session, id, span),
    unread: await countUnreadCaptures(session, id, span),
    doubted: await listDoubtedReadings(session, id, span),
    problems: await listProblemsDuring(session, id, span),
    changes: await listChangeMarks(session, id, span),
  };
}
