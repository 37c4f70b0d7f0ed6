/** A value that survives JSON unchanged: what crosses the log, the API and a webhook. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type JsonObject = { readonly [key: string]: Json };
