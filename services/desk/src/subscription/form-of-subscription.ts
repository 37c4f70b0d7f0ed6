import type { Profile } from '#domain';
import { DEFAULT_DIGEST_TIME, type Subscription } from '#store';
import type { FormFields } from './subscription-form.ts';
import { shownChannel } from './subscription-view.ts';
import { lineOfCounterparty } from './typed-counterparty.ts';
import { BETWEEN_PARTS, onOneLine, typedList, typedPiece } from './typed-list.ts';

/** A subscription as the form shows it. What cannot be shown is kept when the form is saved: `editedSubscription`. */
export function formOfSubscription(subscription: Subscription): FormFields {
  const { at, weekday } = subscription.digest ?? DEFAULT_DIGEST_TIME;
  return {
    name: onOneLine(subscription.name),
    ...channelFields(subscription),
    cadence: subscription.cadence,
    at,
    weekday,
    collapse: subscription.collapse === undefined ? '' : subscription.collapse ? 'yes' : 'no',
    ...profileFields(subscription.profile),
  };
}

function channelFields({ channel }: Subscription): FormFields {
  const shown = shownChannel(channel);
  const threshold = 'minBand' in shown && shown.minBand ? { channelMinBand: shown.minBand } : {};
  switch (shown.kind) {
    case 'webhook': {
      const { kind, url, format = 'standard', maxPerMinute } = shown;
      const rate = maxPerMinute === undefined ? {} : { maxPerMinute: String(maxPerMinute) };
      return { kind, url, format, ...rate, ...threshold };
    }
    case 'email':
      return { kind: shown.kind, address: shown.address, ...threshold };
    case 'digest':
      return { kind: shown.kind };
    default:
      return { kind: shown.kind, url: shown.url, ...threshold };
  }
}

function profileFields(profile: Profile): FormFields {
  const { quietHours } = profile;
  return {
    org: onOneLine(profile.org),
    timeZone: profile.timeZone,
    minBand: profile.minBand,
    instruments: profile.instruments.join(', '),
    items: profile.items.map(({ scheme, pattern }) => `${scheme} ${pattern}`).join('\n'),
    counterparties: profile.counterparties.map(lineOfCounterparty).join('\n'),
    destinations: profile.destinations.join(', '),
    keywords: typedList(profile.keywords),
    negativeKeywords: typedList(profile.negativeKeywords),
    technologies: typedList(profile.technologies),
    authorisationsInUse: typedList(profile.authorisationsInUse),
    hsCodes: profile.hsCodes.join(', '),
    investment: profile.investment
      .map(
        ({ stakePct, sector, investorState }) =>
          `${stakePct}; ${typedPiece(sector, BETWEEN_PARTS)}; ${typedPiece(investorState, BETWEEN_PARTS)}`,
      )
      .join('\n'),
    ...(quietHours
      ? { quietFrom: quietHours.from, quietTo: quietHours.to, quietOverride: quietHours.overrideBand }
      : {}),
    ...ticked('role', profile.roles),
    ...ticked('endUse', profile.endUses),
    ...ticked('handles', profile.handles),
    ...ticked('language', profile.languages),
    ...ticked('jurisdiction', profile.jurisdictions),
  };
}

function ticked(name: string, chosen: readonly string[]): FormFields {
  return Object.fromEntries(chosen.map((one) => [`${name}.${one}`, 'on']));
}
