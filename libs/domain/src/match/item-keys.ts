import { ANY_TOKEN, type ControlPath } from '../impact/control-path.ts';

function keyOf({ scheme }: ControlPath, tokens: readonly string[]): string {
  return `${scheme}:${tokens.join('/')}`;
}

/** A declared item is filed under its heading, or under as much of it as is declared. */
export function declaredItemKey(path: ControlPath): string {
  const heading = path.tokens.slice(0, path.headingLength);
  const open = heading.indexOf(ANY_TOKEN);
  return keyOf(path, open === -1 ? heading : heading.slice(0, open));
}

/** Keys of every declared item that can stand in a relation to a changed one. */
export function changedItemKeys(paths: readonly ControlPath[]): ReadonlySet<string> {
  return new Set(
    paths.flatMap((path) =>
      path.tokens.slice(0, path.headingLength).map((_, at) => keyOf(path, path.tokens.slice(0, at + 1))),
    ),
  );
}
