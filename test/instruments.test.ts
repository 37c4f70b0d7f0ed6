import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSubscriptionFile } from '#desk';
import { families, type Instrument, parseInstruments, parseSources } from '#sources';

const configFile = (name: string) => readFileSync(fileURLToPath(new URL(`../config/${name}`, import.meta.url)), 'utf8');

function parsedInstruments(): readonly Instrument[] {
  const parsed = parseInstruments(configFile('instruments.yaml'));
  if (parsed.kind === 'mistaken') throw new Error(parsed.mistakes.join('; '));
  return parsed.instruments;
}

function parsedSourceIds(): ReadonlySet<string> {
  const parsed = parseSources(configFile('sources.yaml'), families);
  if (parsed.kind === 'mistaken') throw new Error(parsed.mistakes.join('; '));
  return new Set(parsed.sources.map(({ id }) => id));
}

const instruments = parsedInstruments();
const byId = new Map(instruments.map((instrument) => [instrument.id, instrument]));

/** Policy tools a US-Japan technology security monitor has to know. */
const REQUIRED = `
  US-ITAR US-USML US-USML-SAT US-CCL US-EAR-COUNTRY US-EAR-CATCHALL US-EL US-EL-ZTE US-EL-HUAWEI US-EL-SURV US-TGL US-DEMIN
  US-FDPR US-ECRA-1758 US-0Y521 US-NISPOM US-FOCI-SSA US-CLASSINFO US-889 US-FCC-RR US-DOJ-HUAWEI US-HUAWEI-FINBILL US-CFIUS
  US-CFIUS-EXC US-CMMC US-VISA US-RESEARCH US-SOSA US-NTIB US-232-FOP US-ALLY-PRESSURE US-GS0080 US-PATENT
  ML-WA ML-FVEY ML-EUFDI BI-BISC BI-JHLC BI-ECONDIAL BI-RDTE
  JP-FEFA JP-EXPORT-T1 JP-FX-TABLE JP-GOODS JP-CIRCULARS JP-COUNTRY JP-CATCHALL JP-EUL JP-DEFTRANSFER JP-NSC-ECON JP-WA2020
  JP-PENALTY JP-KOREA JP-FDI JP-SDS JP-SECCLR JP-ICEA-CERT JP-DEF-INDSEC JP-GOVPROC JP-PATENT JP-RESEARCH JP-COURT`
  .trim()
  .split(/\s+/);

/** Further tools that the classification of Federal Register documents names. */
const ADJACENT = 'US-EAR US-UVL US-MEU US-DPL US-UFLPA US-ITAR-DEBARRED US-ICTS US-1260H US-CMIC US-OUTBOUND'.split(
  ' ',
);

/** Files that name instruments by id in their code. */
const NAMING_FILES = [
  'services/differ/src/documents/federal-register/instrument-parts.ts',
  'services/differ/src/documents/federal-register/instrument-titles.ts',
  'services/differ/src/documents/meti/instrument-of-title.ts',
  'libs/sources/src/ecfr-text/instrument-of.ts',
  'libs/sources/src/egov/order-terms.ts',
  'config/sources.yaml',
];

function idsNamedIn(path: string): readonly string[] {
  const text = readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8');
  return [...text.matchAll(/(?<=['\s])(?:US|JP|ML|BI)-[A-Z0-9][A-Z0-9-]*/g)].map(([id]) => id);
}

/** Pairs that a side-by-side view shows; each must be found from both sides. */
const PAIRS: readonly (readonly [us: string, jp: string])[] = [
  ['US-CCL', 'JP-EXPORT-T1'],
  ['US-CCL', 'JP-GOODS'],
  ['US-EAR-CATCHALL', 'JP-CATCHALL'],
  ['US-EL', 'JP-EUL'],
  ['US-EAR-COUNTRY', 'JP-COUNTRY'],
  ['US-CFIUS', 'JP-FDI'],
  ['US-CFIUS-EXC', 'JP-FDI'],
  ['US-NISPOM', 'JP-DEF-INDSEC'],
  ['US-NISPOM', 'JP-SECCLR'],
  ['US-FOCI-SSA', 'JP-SECCLR'],
  ['US-CMMC', 'JP-DEF-INDSEC'],
  ['US-CLASSINFO', 'JP-SDS'],
  ['US-PATENT', 'JP-PATENT'],
  ['US-889', 'JP-GOVPROC'],
  ['US-FCC-RR', 'JP-GOVPROC'],
  ['US-RESEARCH', 'JP-RESEARCH'],
  ['US-VISA', 'JP-RESEARCH'],
  ['US-SOSA', 'JP-NSC-ECON'],
];

describe('the catalogue of instruments', () => {
  it.each([...REQUIRED, ...ADJACENT])('holds %s', (id) => {
    expect(byId.has(id)).toBe(true);
  });

  it('holds each id once', () => {
    expect(byId.size).toBe(instruments.length);
  });

  it.each(NAMING_FILES)('holds every instrument that %s names', (path) => {
    const named = idsNamedIn(path);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !byId.has(id))).toEqual([]);
  });

  it('says of each instrument what it is, in at least a sentence', () => {
    const short = instruments.filter(({ description }) => description.length < 40 || !description.endsWith('.'));
    expect(short.map(({ id }) => id)).toEqual([]);
  });

  it('watches each instrument by sources that exist, or says that a person must', () => {
    const sourceIds = parsedSourceIds();
    const astray = instruments.flatMap(({ id, watch }) =>
      watch === 'manual'
        ? []
        : watch.filter((sourceId) => !sourceIds.has(sourceId)).map((source) => `${id}: ${source}`),
    );
    expect(astray).toEqual([]);
  });

  it('says in words why only a person can watch what no source shows', () => {
    const manual = instruments.filter(({ watch }) => watch === 'manual');
    expect(manual.length).toBeGreaterThan(0);
    expect(manual.filter(({ because = '' }) => because.length < 40 || !because.endsWith('.'))).toEqual([]);
    expect(instruments.filter(({ watch, because }) => watch !== 'manual' && because !== undefined)).toEqual([]);
  });

  it('holds nothing beside the tools that are required or adjacent', () => {
    const known = new Set([...REQUIRED, ...ADJACENT, 'US-OFAC', 'US-ISN']);
    expect(instruments.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([]);
  });

  it('leaves no source without an instrument that it watches', () => {
    const watching = new Set(instruments.flatMap(({ watch }) => (watch === 'manual' ? [] : watch)));
    expect([...parsedSourceIds()].filter((sourceId) => !watching.has(sourceId))).toEqual([]);
  });

  it('watches the instruments of the Federal Register on public inspection, too', () => {
    const printedOnly = instruments.filter(
      ({ watch }) => watch.includes('us-federal-register') && !watch.includes('us-federal-register-public-inspection'),
    );
    expect(printedOnly.map(({ id }) => id)).toEqual([]);
  });

  it('names as counterparts only instruments of the other country', () => {
    const wrong = instruments.flatMap(({ id, jurisdiction, counterpart }) =>
      counterpart === 'none'
        ? []
        : counterpart
            .filter((other) => byId.get(other)?.jurisdiction !== (jurisdiction === 'US' ? 'JP' : 'US'))
            .map((other) => `${id}: ${other}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each(PAIRS)('shows %s and %s side by side, from either side', (us, jp) => {
    expect(byId.get(us)?.counterpart).toContain(jp);
    expect(byId.get(jp)?.counterpart).toContain(us);
  });
});

describe('the example subscriptions', () => {
  it('name instruments of the catalogue', () => {
    const named = readSubscriptionFile(configFile('demo-subscriptions.yaml')).flatMap(
      ({ profile }) => profile.instruments,
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !byId.has(id))).toEqual([]);
  });
});
