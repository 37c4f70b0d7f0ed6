import { sentenceOf } from '#digest';
import { type Change, comparableNames, type Impact, type Review } from '#domain';
import type { Subscription } from '#store';
import type { PlaceOfChange } from '../development/place-of-change.ts';
import type { DeskPorts } from '../ports.ts';
import { cautionBadges, directionBadge } from '../view/change-badges.ts';
import { isWebLink, officialLink } from '../view/change-links.ts';
import { dateOf, instantOf } from '../view/instants.ts';
import { html, type Markup, nothing, words } from '../view/markup.ts';
import { STAGES, typeInWords } from '../view/vocabulary.ts';
import { developmentLink } from './developments-page.ts';
import { partyLink } from './entities-page.ts';
import { evidenceList } from './evidence-list.ts';
import { impactTables } from './impact-tables.ts';
import { redlineTable } from './redline-table.ts';
import { whyLinks } from './why-page.ts';

/** What a change means for one subscription. */
export interface ImpactOnSubscription {
  readonly subscriptionId: string;
  readonly name: string;
  readonly impact: Impact;
  /** The alert it was told by; undefined where it is only explained. */
  readonly alert?: { readonly alertId: string; readonly review: Review };
}

export function changePage(
  ports: DeskPorts,
  change: Change,
  impacts: readonly ImpactOnSubscription[],
  subscriptions: readonly Subscription[],
  place?: PlaceOfChange,
  review: Markup = nothing,
): Markup {
  const instrument = ports.instruments.find(({ id }) => id === change.instrumentId);
  const official = officialLink(change);
  return html`<p class="small"><a href="/changes">All changes</a></p>
<h1>${words(sentenceOf(change))}</h1>
<p>${directionBadge(change.direction)} · ${STAGES[change.stage]} · ${instrument ? html`<span title="${instrument.description}">${instrument.title}</span>` : change.instrumentId}</p>
<p>${cautionBadges(change)}</p>
<p>${official ? html`<a class="act" href="${official}" rel="noreferrer">Open the official text</a>` : html`<span class="quiet">The publisher gave no address for this text.</span>`}</p>
${dates(change)}
${place ? placeLine(place) : nothing}
<h2 id="redline">Redline</h2>
${redlineTable(change)}
${review}
${impactTables(impacts)}
${whyLinks(change, subscriptions)}
<h2>Evidence</h2>
${evidenceList(change.evidence)}
<h2>Facts</h2>
${facts(ports, change)}`;
}

function placeLine({ development, confirmsChangeId, confirmedBy, untold }: PlaceOfChange): Markup {
  const link = (id: string, text: string) => html`<a href="/changes/${encodeURIComponent(id)}">${text}</a>`;
  return html`<p>Part of ${developmentLink(development.developmentId, development.title)} (${development.changeCount} ${development.changeCount === 1 ? 'change' : 'changes'}).
${confirmsChangeId ? html`Another source told it before: ${link(confirmsChangeId, 'the earlier change')}.` : nothing}
${confirmedBy.length > 0 ? html`Confirmed by ${confirmedBy.map(({ changeId, sourceId }) => html`${link(changeId, sourceId)} `)}` : nothing}</p>
${untold.length > 0 ? html`<ul class="small">${untold.map((one) => html`<li>Not told to subscription ${one.subscriptionId}: ${one.because}</li>`)}</ul>` : nothing}`;
}

/** Four dates, never one; further ones where the text states them. */
function dates({ dates: known, detectedAt }: Change): Markup {
  const further: readonly (readonly [string, string | undefined])[] = [
    ['Effective until', known.effectiveTo],
    ['Applies as of', known.appliesAsOf],
    ['Comply by', known.complianceBy],
    ['Comments close', known.commentClose],
    ['Savings clause until', known.savingsUntil],
  ];
  return html`<dl class="facts">
${date('Announced', known.announcedOn)}
${known.publicInspectionAt ? html`<div><dt>Public inspection</dt><dd>${instantOf(known.publicInspectionAt)}</dd></div>` : nothing}
${date('Published', known.publishedOn)}
${date('Effective', known.effectiveFrom, known.effectiveTBD ? 'to be announced' : undefined)}
${date('Codified', known.codifiedOn)}
${further.filter(([, on]) => on !== undefined).map(([label, on]) => date(label, on))}
<div><dt>Noticed by us</dt><dd>${instantOf(detectedAt)}</dd></div>
</dl>`;
}

function date(label: string, on: string | undefined, absent = 'not stated'): Markup {
  return html`<div><dt>${label}</dt><dd>${dateOf(on, absent)}</dd></div>`;
}

function facts(ports: DeskPorts, change: Change): Markup {
  const source = ports.sources.find(({ id }) => id === change.sourceId);
  const { lineage, detection } = change;
  const rows: readonly (readonly [string, Markup | string | undefined])[] = [
    ['Kind of change', typeInWords(change.type)],
    ['Subject', subjectOf(change)],
    ['Instrument', change.instrumentId],
    [
      'Source',
      source && isWebLink(source.link)
        ? html`<a href="${source.link}" rel="noreferrer">${words(source.title)}</a>`
        : change.sourceId,
    ],
    ['Document number', change.documentNumber],
    ['RIN', listed(lineage.rin)],
    ['Docket', listed(lineage.docket)],
    ['Citation', listed(lineage.citation)],
    ['Replaces', listed(lineage.supersedes)],
    ['Corrects', listed(lineage.corrects)],
    ['How it was found', DETECTED_BY[detection.path]],
    ['Notes of the reader', listed(detection.notes)],
    ['Change id', html`<span class="mono">${change.changeId}</span>`],
  ];
  return html`<table class="fold"><tbody>
${rows.filter(([, value]) => value !== undefined).map(([label, value]) => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`)}
</tbody></table>`;
}

/** A party leads to its history over all lists. */
function subjectOf({ subject }: Change): Markup {
  const [name] = subject.kind === 'entity' ? comparableNames(subject.label) : [];
  const label = name ? partyLink(name.compact, subject.label) : words(subject.label);
  return html`${label} <span class="quiet">(${subject.kind})</span>`;
}

const DETECTED_BY: Readonly<Record<Change['detection']['path'], string>> = {
  list_diff: 'Two captures of the list were compared row by row',
  codified_diff: 'Two versions of the legal text were compared provision by provision',
  document: 'The publisher issued a document',
  clock: 'A date that the text states has come',
};

function listed(values: readonly string[] | undefined): string | undefined {
  return values && values.length > 0 ? values.join(', ') : undefined;
}
