import { Hono } from 'hono';
import type { DeskEnv } from '../access/caller.ts';
import { attest } from '../attestation/attest.ts';
import { periodOf } from '../attestation/period.ts';
import type { DeskPorts } from '../ports.ts';
import { attestationPage } from './attestation-page.ts';
import { layout } from './layout.ts';

/** A statement on a period, to read and to print. */
export function attestationRoutes(ports: DeskPorts): Hono<DeskEnv> {
  const pages = new Hono<DeskEnv>();
  pages.get('/attestations', async (c) => {
    const { from = '', to = '', source = '' } = c.req.query();
    const asked = { from, to, source };
    const period = from === '' && to === '' ? undefined : periodOf({ from, to }, ports.now());
    const made = period && (await attest(ports, period, source || undefined));
    const body = attestationPage(asked, ports.sources, made);
    return c.html(layout({ title: 'Statement on a period', caller: c.get('caller'), section: '/sources', body }));
  });
  return pages;
}
