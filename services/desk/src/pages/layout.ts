import { DISCLAIMERS } from '#domain';
import { type Caller, hasRole, isSignedIn } from '../access/caller.ts';
import { html, type Markup, nothing } from '../view/markup.ts';
import { STYLESHEET } from './stylesheet.ts';

/** What every page is wrapped in. */
export interface PageFrame {
  readonly title: string;
  readonly caller: Caller;
  /** Path of the navigation entry this page belongs to. */
  readonly section:
    | '/'
    | '/changes'
    | '/developments'
    | '/reviews'
    | '/deadlines'
    | '/digest'
    | '/instruments'
    | '/entities'
    | '/sources'
    | '/subscriptions'
    | '/deliveries'
    | '/access'
    | 'none';
  readonly body: Markup;
}

const SECTIONS = [
  { path: '/', label: 'Today' },
  { path: '/changes', label: 'Changes' },
  { path: '/developments', label: 'Developments' },
  { path: '/reviews', label: 'Reviews' },
  { path: '/deadlines', label: 'Deadlines' },
  { path: '/digest', label: 'Digest' },
  { path: '/instruments', label: 'Instruments' },
  { path: '/entities', label: 'Entities' },
  { path: '/sources', label: 'Sources' },
  { path: '/subscriptions', label: 'Subscriptions' },
  { path: '/deliveries', label: 'Deliveries' },
] as const;

const FOR_ADMINS = [{ path: '/access', label: 'People and keys' }] as const;

/** A whole page: it reads without JavaScript, in the dark, on paper and on a telephone. */
export function layout(frame: PageFrame): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${frame.title} · Redline</title>
<link rel="stylesheet" href="${STYLESHEET.path}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="alternate" type="application/atom+xml" title="Redline: changes" href="/feed.atom">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
<a class="wordmark" href="/">Red<ins>line</ins></a>
<form class="find" method="get" action="/search" role="search" aria-label="Everything"><input name="q" type="search" placeholder="Search" aria-label="Search everything"></form>
${account(frame.caller)}
<nav aria-label="Sections">${sectionsFor(frame.caller).map((section) => entry(section, frame.section))}</nav>
</header>
<main id="main">
${frame.body}
</main>
<footer>
<h2 class="heading">What this is not</h2>
<ul>${DISCLAIMERS.map((text) => html`<li>${text}</li>`)}</ul>
<p class="more"><a href="/feed.atom">Atom feed</a> <a href="/api/v1/openapi.json">API description</a> <a href="/verify">Check a signature</a></p>
</footer>
</body>
</html>`;
}

function sectionsFor(caller: Caller) {
  return hasRole(caller, 'admin') ? [...SECTIONS, ...FOR_ADMINS] : SECTIONS;
}

function entry(section: { readonly path: string; readonly label: string }, current: string): Markup {
  return section.path === current
    ? html`<a href="${section.path}" aria-current="page">${section.label}</a>`
    : html`<a href="${section.path}">${section.label}</a>`;
}

function account(caller: Caller): Markup {
  if (!isSignedIn(caller)) return html`<p class="account"><a href="/login">Sign in</a></p>`;
  if (caller.kind !== 'session') return nothing;
  return html`<form class="account" method="post" action="/logout">${formToken(caller)}
<span>Signed in as ${caller.name}</span> <button class="plain">Sign out</button></form>`;
}

/** The hidden field that `readForm` expects back from a browser: stands in every form that posts. */
export function formToken(caller: Caller): Markup {
  return caller.kind !== 'key' && caller.formToken
    ? html`<input type="hidden" name="formToken" value="${caller.formToken}">`
    : nothing;
}
