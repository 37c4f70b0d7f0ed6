import { type Context, Hono } from 'hono';
import { disableSubscription, findOwnSubscription, noteDisabled, recordAct, unsubscribingOf } from '#store';
import type { DeskEnv } from '../access/caller.ts';
import type { DeskPorts } from '../ports.ts';
import { notFound } from '../problem/problem.ts';
import { html, type Markup } from '../view/markup.ts';
import { layout } from './layout.ts';

/**
 * Stops the mails of one subscription for whoever holds a mail of it: no sign-in, because the address holds a token that only
 * this Redline makes. Only a POST acts, since mail programs and scanners open addresses by themselves. Source: RFC 8058.
 */
export function unsubscribeRoutes(ports: DeskPorts): Hono<DeskEnv> {
  const pages = new Hono<DeskEnv>();
  pages.get('/unsubscribe/:token', async (c) => {
    await ofToken(ports, c.req.param('token'));
    return show(
      c,
      html`<p class="lead">Nothing more will be sent to your address for this subscription.</p>
<form method="post"><button>Stop these messages</button></form>`,
    );
  });
  pages.post('/unsubscribe/:token', async (c) => {
    const subscription = await ofToken(ports, c.req.param('token'));
    const { subscriptionId, tenantId } = subscription;
    const at = ports.now().toISOString();
    await ports.store.transaction(async (tx) => {
      if (!(await disableSubscription(tx, subscriptionId))) return;
      await noteDisabled(tx, { subscriptionId, tenantId, at, because: 'its reader unsubscribed' });
      const by = { tenantId, who: 'its reader', via: 'unsubscribe address' };
      const subject = { subjectKind: 'subscription', subjectId: subscriptionId } as const;
      const states = { fromState: subscription.status, toState: 'disabled' };
      await recordAct(tx, by, at, { act: 'subscription.disabled', ...subject, ...states });
    });
    return show(c, html`<p class="lead">Done: nothing more is sent to your address for this subscription.</p>`);
  });
  return pages;
}

async function ofToken(ports: DeskPorts, token: string) {
  const whose = unsubscribingOf(ports.sealer, token) ?? notFound('address');
  const { session } = ports.store;
  const found = await findOwnSubscription(session, ports.sealer, whose.tenantId, whose.subscriptionId);
  return found?.channel.kind === 'email' ? found : notFound('address');
}

function show(c: Context<DeskEnv>, body: Markup) {
  const page = html`<h1>Unsubscribe</h1>${body}`;
  return c.html(layout({ title: 'Unsubscribe', caller: c.get('caller'), section: 'none', body: page }));
}
