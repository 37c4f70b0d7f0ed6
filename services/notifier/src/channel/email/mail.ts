/** One mail, ready to be handed to a mail server. Header values hold no line breaks. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** With angle brackets; the same on every attempt of one delivery. */
  readonly messageId: string;
  /** Additional headers by name. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What the mail server said. Source: RFC 5321 section 4.2.1. */
export type MailAnswer =
  | { readonly kind: 'accepted'; readonly status: number; readonly bodyText: string }
  /** 4yz, or a refusal that is not about this address: the same mail may be taken later. */
  | { readonly kind: 'deferred'; readonly status: number; readonly bodyText: string }
  /** 5yz about the address or the mail: it will never be taken. */
  | { readonly kind: 'bounced'; readonly status: number; readonly bodyText: string }
  | { readonly kind: 'unreachable'; readonly because: string };

/** Hands one mail to a mail server. Resolves for whatever the server does. */
export type SendMail = (mail: Mail) => Promise<MailAnswer>;
