import { Hono } from 'hono';
import type { DeskEnv } from './access/caller.ts';
import type { DeskPorts } from './ports.ts';
import { listSourceStatuses } from './source/list-source-statuses.ts';

/**
 * What an operator's tools ask. `/healthz`: the process answers. `/readyz`: its dependencies answer, too; old data does not
 * make it unready, but it names the sources behind so that readiness never hides staleness.
 */
export function operationsRoutes(ports: DeskPorts): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();
  routes.get('/healthz', (c) => c.json({ status: 'alive' }));
  routes.get('/readyz', async (c) => {
    const checks = await ports.health();
    const ready = checks.every((check) => check.ok);
    const behind = ready ? (await listSourceStatuses(ports)).filter((status) => !status.fresh) : [];
    const body = { status: ready ? 'ready' : 'not ready', checks, sourcesBehind: behind.map((status) => status.id) };
    return c.json(body, ready ? 200 : 503);
  });
  routes.get('/metrics', async (c) => {
    return c.body(await ports.metrics(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
  return routes;
}
