import { OpenAPIHono } from '@hono/zod-openapi';
import type { DeskEnv } from '../access/caller.ts';
import { problemOfIssues } from '../problem/field-problems.ts';
import { refuse } from '../problem/problem.ts';

export type DeskApi = OpenAPIHono<DeskEnv>;

const WHERE: Readonly<Record<string, string>> = {
  json: 'request body',
  query: 'query',
  param: 'address',
  form: 'form',
};

/** A router whose schemas refuse in one way: 422 with the fields named. */
export function createApiRouter(): DeskApi {
  return new OpenAPIHono<DeskEnv>({
    defaultHook: (result) => {
      if (!result.success) refuse(problemOfIssues(result.error, WHERE[result.target] ?? 'request'));
    },
  });
}
