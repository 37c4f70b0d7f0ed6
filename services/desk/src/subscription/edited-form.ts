import { isDeepStrictEqual } from 'node:util';
import type { Subscription } from '#store';
import { formOfSubscription } from './form-of-subscription.ts';
import { type FormFields, subscriptionOfForm } from './subscription-form.ts';

type Parts = Readonly<Record<string, unknown>>;

/**
 * What the form of a subscription says now, for the API's schema. A part that it says as it was shown is left as it stands:
 * a form cannot show an order of ticks, a line break in a keyword, or that a default was never spelled out, and saving it
 * must not decide on them.
 */
export function editedSubscription(stands: Subscription, fields: FormFields) {
  const { profile: typed, ...around } = subscriptionOfForm(fields);
  const { profile: shown, ...aroundShown } = subscriptionOfForm(formOfSubscription(stands));
  const { name, channel, cadence, digest, collapse, profile } = stands;
  return {
    ...keptWhereShown(around, aroundShown, { name, channel, cadence, digest, collapse }),
    profile: keptWhereShown(typed, shown, { ...profile }),
  };
}

function keptWhereShown(typed: Parts, shown: Parts, stands: Parts): Parts {
  const names = new Set([...Object.keys(typed), ...Object.keys(stands)]);
  const parts = [...names].map((name) => {
    const isAsShown = isDeepStrictEqual(typed[name], shown[name]);
    return [name, isAsShown && name in stands ? stands[name] : typed[name]] as const;
  });
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined));
}
