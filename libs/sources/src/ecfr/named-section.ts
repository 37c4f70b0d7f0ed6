import type { Source } from '../source.ts';

/**
 * Whether `params.sections` names this section: `52.204-25` itself, or `4.21*` for all of a subpart, so that a section added to
 * it is seen. No sections named: all of them.
 */
export function isNamedSection({ params }: Pick<Source, 'params'>, number: string): boolean {
  const { sections } = params;
  if (!Array.isArray(sections)) return true;
  return sections.some((named: string) =>
    named.endsWith('*') ? number.startsWith(named.slice(0, -1)) : number === named,
  );
}
