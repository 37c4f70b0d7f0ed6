import type { EndUse, Profile, Role } from '../profile.ts';
import { coversInstrument } from './instrument-pattern.ts';

const TRADERS: readonly Role[] = ['exporter', 'reexporter', 'manufacturer', 'foundry', 'university'];
const INVESTORS: readonly Role[] = ['investor', 'target_company'];
const CONTRACTORS: readonly Role[] = ['dod_contractor'];

/** Which roles an instrument puts a duty on. First row whose pattern covers the instrument decides. */
const OBLIGED: readonly (readonly [pattern: string, roles: readonly Role[]])[] = [
  ['US-UFLPA*', ['importer']],
  ['US-232*', ['importer']],
  ['US-CFIUS*', INVESTORS],
  ['US-HUAWEI-FINBILL', INVESTORS],
  ['JP-FDI', INVESTORS],
  ['ML-EUFDI', INVESTORS],
  ['US-889', CONTRACTORS],
  ['US-CMMC', CONTRACTORS],
  ['US-NISPOM', CONTRACTORS],
  ['US-FOCI-SSA', CONTRACTORS],
  ['US-CLASSINFO', CONTRACTORS],
  ['US-SOSA', CONTRACTORS],
  ['JP-DEF-INDSEC', CONTRACTORS],
  ['JP-SDS', CONTRACTORS],
  ['JP-SECCLR', CONTRACTORS],
  ['US-FCC-RR', ['telecom_operator', 'manufacturer', 'importer']],
  ['US-ICTS', ['telecom_operator', 'importer', 'manufacturer']],
  ['US-TGL', [...TRADERS, 'telecom_operator']],
  ['US-VISA', ['university']],
  ['US-RESEARCH', ['university']],
  ['JP-RESEARCH', ['university', 'exporter']],
  ['US-PATENT', ['manufacturer', 'university']],
  ['JP-PATENT', ['manufacturer', 'university']],
  ['US-*', TRADERS],
  ['JP-*', TRADERS],
];

/** The roles that an instrument puts a duty on. */
export function rolesObliged(instrumentId: string): readonly Role[] {
  return OBLIGED.find(([pattern]) => coversInstrument(pattern, instrumentId))?.[1] ?? [];
}

/** The declared roles that an instrument obliges. Counsel is obliged by none: it follows what it subscribes to. */
export function obligedRoles(profile: Profile, instrumentId: string): readonly Role[] {
  const obliged = rolesObliged(instrumentId);
  return profile.roles.filter((role) => obliged.includes(role));
}

/** Information and equipment, any of which brings an obliged company into scope. */
export interface Scope {
  readonly handles: readonly Profile['handles'][number][];
  readonly endUses: readonly EndUse[];
}

/** What brings an obliged company into the scope of an instrument: the information it handles, the equipment it uses. */
const SCOPES: Readonly<Record<string, Scope>> = {
  'US-CMMC': { handles: ['CUI', 'FCI'], endUses: [] },
  'US-NISPOM': { handles: ['classified'], endUses: [] },
  'US-FOCI-SSA': { handles: ['classified'], endUses: [] },
  'US-CLASSINFO': { handles: ['classified', 'CUI'], endUses: [] },
  'US-889': { handles: [], endUses: ['surveillance', '5g'] },
  'US-FCC-RR': { handles: [], endUses: ['surveillance', '5g'] },
  'JP-DEF-INDSEC': { handles: ['CUI', 'classified'], endUses: [] },
  'JP-SDS': { handles: ['classified'], endUses: [] },
  'JP-SECCLR': { handles: ['classified'], endUses: [] },
};

/** What the scope of an instrument depends on; `undefined` where it depends on neither. */
export function scopeOf(instrumentId: string): Scope | undefined {
  return SCOPES[instrumentId];
}

/** A declared attribute that brings the subscriber into an instrument's scope, and whether it is an end use. */
export function scopingAttribute(
  profile: Profile,
  instrumentId: string,
): { readonly attribute: string; readonly isEndUse: boolean } | undefined {
  const scope = scopeOf(instrumentId);
  const handled = profile.handles.find((one) => scope?.handles.includes(one));
  if (handled !== undefined) return { attribute: handled, isEndUse: false };
  const used = profile.endUses.find((one) => scope?.endUses.includes(one));
  return used === undefined ? undefined : { attribute: used, isEndUse: true };
}
