import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { DeskPorts } from '../ports.ts';
import { type Problem, refuse } from '../problem/problem.ts';
import { type Caller, type DeskEnv, hasRole, isOperator, isSignedIn, NOT_SIGNED_IN, notAllowed } from './caller.ts';
import { ROUTE_RULES, type RouteRule } from './route-rules.ts';

const WITHOUT_RULE: Problem = {
  status: 403,
  code: 'route_without_rule',
  title: 'Nobody may do this',
  detail: 'This address has no rule that says who may use it. The mistake is ours and was recorded.',
};

const OPERATOR_ONLY: Problem = {
  status: 403,
  code: 'operator_only',
  title: 'Only who runs this Redline may do this',
  detail: 'It concerns what publishers print, which all tenants share. Tell the operator what you found.',
};

/**
 * Holds every request against the rule of the route that will answer it. Stands in front of all routes, after
 * identification; an address that no route answers goes on to "not found".
 * @param rules given by tests only
 */
export function enforceRules(
  ports: Pick<DeskPorts, 'settings' | 'logger'>,
  rules: Readonly<Record<string, RouteRule>> = ROUTE_RULES,
): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const route = matchedRoutes(c).find(answersRequests);
    if (route) {
      const name = `${route.method} ${route.path}`;
      const rule = rules[name];
      if (!rule) {
        ports.logger.error({ route: name }, 'route.without_rule');
        return refuse(WITHOUT_RULE);
      }
      const problem = whyNot(rule, c.get('caller'), ports.settings.openReading);
      if (problem) refuse(problem);
    }
    await next();
  };
}

/** False for middleware, which is registered for all methods below a path and only passes requests on. */
export function answersRequests({ method, path }: { readonly method: string; readonly path: string }): boolean {
  return !(method === 'ALL' && path.endsWith('*'));
}

/** @returns why a caller may not use a route; undefined when it may. */
function whyNot(rule: RouteRule, caller: Caller, openReading: boolean): Problem | undefined {
  if (rule.needs === 'nobody' || (rule.needs === 'reading' && openReading)) return undefined;
  if (!isSignedIn(caller)) return NOT_SIGNED_IN;
  const role = rule.needs === 'reading' ? 'reader' : rule.needs;
  const byArea = caller.kind === 'key' && rule.area !== undefined && caller.scopes.includes(rule.area);
  if (!byArea && !hasRole(caller, role)) return notAllowed(role, rule.area);
  return rule.operator && !isOperator(caller) ? OPERATOR_ONLY : undefined;
}
