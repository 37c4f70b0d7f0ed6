import type { Profile } from '#domain';
import { problemOfIssues } from '../problem/field-problems.ts';
import { refuse } from '../problem/problem.ts';
import { WatchfulProfile } from '../schema/subscription-schema.ts';
import { parseYaml } from './subscription-file.ts';

/**
 * A profile as YAML or JSON, alone or under `profile`, as a subscription holds it.
 * @throws RefusedRequestError naming every field that is wrong.
 */
export function readProfileFile(text: string): Profile {
  const written = parseYaml(text);
  const isWrapped = typeof written === 'object' && written !== null && 'profile' in written;
  const parsed = WatchfulProfile.safeParse(isWrapped ? written.profile : written);
  return parsed.success ? parsed.data : refuse(problemOfIssues(parsed.error, 'profile file'));
}
