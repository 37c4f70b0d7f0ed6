import { sentenceOf } from '../problem/field-problems.ts';
import type { FieldProblem } from '../problem/problem.ts';

/** What the form of a subscription calls the fields that a refusal names. */
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
  'profile.negativeKeywords': 'Words that rule a text out',
  'profile.technologies': 'Technologies',
  'profile.authorisationsInUse': 'Licences and exceptions you rely on',
  'profile.hsCodes': 'Customs tariff numbers',
  'profile.investment': 'Stakes',
  'profile.quietHours.from': 'Quiet hours from',
  'profile.quietHours.to': 'Quiet hours until',
  profile: 'What you watch',
};

/** How a field of which the API takes a structure is typed into the form. */
const AS_TYPED: Readonly<Record<string, string>> = {
  'profile.instruments': 'US-EL, JP-*',
  'profile.items': 'ECCN 3A090.a',
  'profile.counterparties': 'Yangtze Memory Technologies Co., Ltd.; YMTC; CN',
  'profile.destinations': 'CN, GROUP_A, D:1',
  'profile.keywords': 'lidar, quantum',
  'profile.negativeKeywords': 'antidumping',
  'profile.technologies': 'quantum, 半導体',
  'profile.authorisationsInUse': 'STA',
  'profile.hsCodes': '8486, 8542.31',
  'profile.investment': '5; semiconductor; US',
  profile: '* under Instruments, for all of them',
};

/** `profile.items[1].pattern` is the second entry under Items. A field that is not on the form keeps its name. */
export function sentenceOnForm(problem: FieldProblem): string {
  const [, list = '', at] = /^([\w.]+?)(?:\[(\d+)\].*)?$/.exec(problem.field) ?? [];
  const field = [list, `profile.${list}`].find((one) => ON_THE_FORM[one] !== undefined);
  if (field === undefined) return sentenceOf(problem);
  const typed = AS_TYPED[field];
  const [mistake = ''] = problem.message.split(/; for example |: add instruments/);
  const said = typed === undefined ? problem.message : `${mistake}; for example ${typed}`;
  return `${ON_THE_FORM[field]}${at === undefined ? '' : `, entry ${Number(at) + 1}`}: ${said}`;
}
