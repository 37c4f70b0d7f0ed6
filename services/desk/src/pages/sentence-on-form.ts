import { sentenceOf } from '../problem/field-problems.ts';
import type { FieldProblem } from '../problem/problem.ts';

/** What the form of a new subscription calls the fields that a refusal names. */
const ON_THE_FORM: Readonly<Record<string, string>> = {
  name: 'Name',
  'profile.org': 'Organisation',
  'channel.url': 'Address of the webhook, Slack or Teams',
  'channel.address': 'E-mail address',
  'channel.maxPerMinute': 'Most webhooks a minute',
  'digest.at': 'Digest at',
  'profile.timeZone': 'Time zone',
  'profile.instruments': 'Instruments',
  'profile.items': 'Items',
  'profile.counterparties': 'Counterparties',
  'profile.destinations': 'Destinations',
  'profile.keywords': 'Keywords',
};

/** `profile.items[1].pattern` is the second entry under Items. A field that is not on the form keeps its name. */
export function sentenceOnForm(problem: FieldProblem): string {
  const [, list = '', at] = /^([\w.]+?)(?:\[(\d+)\].*)?$/.exec(problem.field) ?? [];
  const label = ON_THE_FORM[list] ?? ON_THE_FORM[`profile.${list}`];
  if (label === undefined) return sentenceOf(problem);
  return `${label}${at === undefined ? '' : `, entry ${Number(at) + 1}`}: ${problem.message}`;
}
