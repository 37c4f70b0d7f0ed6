import { BANDS, END_USES, ROLES } from '#domain';
import { HANDLES, JURISDICTION_IDS, LANGUAGES } from '../subscription/subscription-form.ts';
import { html, type Markup } from '../view/markup.ts';
import { JURISDICTIONS } from '../view/vocabulary.ts';
import { boxes, choice, lines, named, type Value } from './form-controls.ts';

const ROLES_IN_WORDS = {
  exporter: 'exporter',
  reexporter: 're-exporter',
  target_company: 'target of an investment',
  dod_contractor: 'contractor of the US Department of Defense',
  telecom_operator: 'telecommunications operator',
  counsel: 'legal counsel',
};
const END_USES_IN_WORDS = {
  chem_bio: 'chemical and biological',
  conventional: 'conventional arms',
  military_intel: 'military intelligence',
  semiconductor_mfg: 'making of semiconductors',
  '5g': '5G',
};
const HANDLES_IN_WORDS = {
  CUI: 'controlled unclassified information (CUI)',
  FCI: 'federal contract information (FCI)',
};

/** What matters most often. */
export function profileFields(value: Value): Markup {
  return html`${choice('minBand', 'Tell at once from', named(BANDS), value('minBand', 'low'))}
<label>Instruments, * for all <input name="instruments" value="${value('instruments', '*')}"></label>
${lines('items', 'Items, one a line: ECCN 3A090', value)}
${lines('counterparties', 'Counterparties, one a line: Name; other name; CN; 60% owned by Acme Holding; ref C-1042', value)}
<label>Destinations: CN, RU, D:1 <input name="destinations" value="${value('destinations')}"></label>
${lines('keywords', 'Keywords, one a line or with commas', value, 2)}`;
}

/** What only some declare; open where something stands in it. */
export function furtherProfileFields(value: Value, isOpen: boolean): Markup {
  return html`<details class="wide"${isOpen ? html` open` : ''}><summary>More about you: roles, end uses, technologies, licences in use, stakes</summary>
<div class="new">
${boxes('role', 'You are', named(ROLES, ROLES_IN_WORDS), value)}
${boxes('endUse', 'End uses of what you sell or make', named(END_USES, END_USES_IN_WORDS), value)}
${boxes('handles', 'You handle', named(HANDLES, HANDLES_IN_WORDS), value)}
${boxes('jurisdiction', 'Rules of; none ticked: of all', named(JURISDICTION_IDS, JURISDICTIONS), value)}
${boxes('language', 'Languages you read; none ticked: English', named(LANGUAGES, { en: 'English', ja: 'Japanese' }), value)}
${lines('technologies', 'Technologies, one a line or with commas', value, 2)}
${lines('negativeKeywords', 'Words that rule a text out, one a line or with commas', value, 2)}
${lines('authorisationsInUse', 'Licences and exceptions you rely on, one a line: STA', value, 2)}
<label>Customs tariff numbers: 8486, 8542.31 <input name="hsCodes" value="${value('hsCodes')}"></label>
${lines('investment', 'Stakes, one a line: percentage; sector; country of the investor, as 5; semiconductor; US', value, 2)}
</div></details>`;
}
