import type { ChangeDraft, Provision, TextReading } from '#domain';

/** A unit of a CFR part as tests write it. */
export type CfrUnit = Partial<Provision> & Pick<Provision, 'label' | 'text'>;

const parentOf = (label: string): string | undefined =>
  /^(.+)\([^()]+\)$/u.exec(label)?.[1] ?? /^(\d[A-EY]\d{3}.*)\.[a-z0-9]+$/u.exec(label)?.[1];

/** A reading of a CFR part with these units; nesting follows the designations. Written for tests, in the readers' notation. */
export function part(...units: readonly CfrUnit[]): TextReading {
  const labels = new Set(units.map(({ label }) => label));
  const provisions = units.map((unit): Provision => {
    const parent = unit.parent ?? parentOf(unit.label);
    const kind = /^(?:\d[A-EY]\d{3}|Category)/u.test(unit.label) ? 'item' : 'rule';
    return { kind, locator: unit.label, ...unit, ...(parent !== undefined && labels.has(parent) && { parent }) };
  });
  return { kind: 'text', title: '15 CFR part 734', lang: 'en', provisions, revision: {} };
}

/** Units from `label: text` lines. */
export function lines(...printed: readonly string[]): readonly CfrUnit[] {
  return printed.map((line) => {
    const at = line.indexOf(': ');
    return { label: line.slice(0, at), text: line.slice(at + 2) };
  });
}

/** `type label direction` of the changes that somebody is told about. */
export function toldWith(changes: readonly ChangeDraft[]): readonly string[] {
  return changes
    .filter(({ alerting, type }) => alerting !== false && type !== 'item.redesignated')
    .map(({ type, subject, direction }) => `${type} · ${subject.label} · ${direction}`);
}
