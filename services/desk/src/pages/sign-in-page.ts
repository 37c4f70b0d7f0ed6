import type { Caller } from '../access/caller.ts';
import { html, type Markup } from '../view/markup.ts';
import { formToken } from './layout.ts';

/** How a person gets in: by a link from whoever runs this machine, or with a key of their own. */
export function signInPage(caller: Caller): Markup {
  return html`<h1>Sign in</h1>
<p class="lead">Redline has no passwords. An administrator can make you a one-time login link; open it in this browser. Or sign in with a key of yours.</p>
<form class="new" method="post" action="/login">${formToken(caller)}
<label class="wide">Key <input name="key" type="password" autocomplete="current-password" required maxlength="512"></label>
<p class="wide"><button>Sign in</button></p>
</form>
<div class="notice"><p>Programs send a key with each request: <span class="mono">Authorization: Bearer …</span>.</p></div>`;
}

/** Shown by a login link. Looking at it spends nothing, so that a mail scanner's preview does not use it up. */
export function loginPage(token: string, caller: Caller): Markup {
  return html`<h1>Sign in</h1>
<p class="lead">This link works once. The session lasts twelve hours.</p>
<form method="post" action="/login/${encodeURIComponent(token)}">${formToken(caller)}<button>Sign in on this computer</button></form>`;
}
