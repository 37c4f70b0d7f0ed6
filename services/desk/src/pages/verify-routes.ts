import { type Context, Hono } from 'hono';
import { verifyWebhook, type WebhookVerdict } from '#webhook';
import type { DeskEnv } from '../access/caller.ts';
import { readForm } from '../access/own-forms.ts';
import type { DeskPorts } from '../ports.ts';
import { html, type Markup, nothing } from '../view/markup.ts';
import { formToken, layout } from './layout.ts';

/**
 * A page that says whether a received webhook is genuine, and else what is wrong: what the builder of a receiver cannot see.
 * What is pasted is neither stored, logged nor shown again; the secret is used once and forgotten.
 */
export function verifyRoutes(ports: DeskPorts): Hono<DeskEnv> {
  const pages = new Hono<DeskEnv>();
  pages.get('/verify', (c) => show(c, undefined));
  pages.post('/verify', async (c) => {
    const fields = await readForm(c);
    const headers = headersIn(fields.headers ?? '');
    const now = fields.anyAge === 'yes' ? undefined : ports.now();
    return show(c, verifyWebhook((fields.secret ?? '').trim(), headers, bodyIn(fields.body ?? '', fields), now));
  });
  return pages;
}

/** A form sends line breaks as CR LF; a webhook's body has none of ours, so a line feed is what was meant. */
function bodyIn(text: string, { bodyBase64 }: Readonly<Record<string, string>>): string | Uint8Array {
  return bodyBase64 === 'yes' ? Buffer.from(text, 'base64') : text.replaceAll('\r\n', '\n');
}

/** The three headers among lines as a log or `curl -v` shows them. */
function headersIn(text: string) {
  const of = (name: string) =>
    new RegExp(`^[\\s<>*]*${name}\\s*[:=]\\s*(.*?)\\s*$`, 'im').exec(text)?.[1]?.replace(/^"|"$/g, '') ?? '';
  return { id: of('webhook-id'), timestamp: of('webhook-timestamp'), signature: of('webhook-signature') };
}

function show(c: Context<DeskEnv>, verdict: WebhookVerdict | undefined) {
  const caller = c.get('caller');
  const body = html`<h1>Check a signature</h1>
<p class="lead">Paste what your receiver got. Nothing of it is stored, logged or shown again.</p>
${verdict === undefined ? nothing : inWords(verdict)}
<form class="new" method="post" action="/verify" autocomplete="off">${formToken(caller)}
<label class="wide">Headers, one a line <textarea name="headers" rows="4" required placeholder="webhook-id: msg_…&#10;webhook-timestamp: …&#10;webhook-signature: v1,…"></textarea></label>
<label class="wide">Body, byte for byte <textarea name="body" rows="8" required></textarea></label>
<label class="wide">Secret (whsec_…) or public key (whpk_…) <input name="secret" type="password" required autocomplete="off"></label>
<label><input type="checkbox" name="bodyBase64" value="yes"> The body is pasted as base64</label>
<label><input type="checkbox" name="anyAge" value="yes"> It may be older than five minutes</label>
<p class="wide"><button>Check</button></p>
</form>`;
  return c.html(layout({ title: 'Check a signature', caller, section: 'none', body }));
}

function inWords(verdict: WebhookVerdict): Markup {
  return verdict.kind === 'genuine'
    ? html`<div class="notice good" role="status"><p>Genuine: the signature belongs to this secret, these headers and this body.</p></div>`
    : html`<div class="notice bad" role="alert"><p>Not genuine: ${verdict.because}.</p></div>`;
}
