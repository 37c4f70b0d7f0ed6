/** Words that name an instrument, and whose documents they are looked for in where the same words mean other things elsewhere. */
export type InstrumentWords = readonly [instrumentId: string, words: RegExp, publisher?: RegExp];

const EXPORT_CONTROL = /industry and security|\bcommerce\b/i;
const ARMS_CONTROL = /\bstate\b|defense trade controls|political-military/i;
const COMMUNICATIONS = /federal communications commission/i;
const SANCTIONS = /foreign assets control|\btreasury\b/i;

/** Words of a title that name an instrument. Order is rank: in one part of a title the first match wins. */
export const INSTRUMENT_TITLES: readonly InstrumentWords[] = [
  ['US-UFLPA', /uyghur forced labor/i],
  ['US-CFIUS-EXC', /excepted (?:real estate )?foreign states?/i],
  // The Food and Drug Administration debars, too.
  ['US-ITAR-DEBARRED', /\bdebar/i, ARMS_CONTROL],
  ['US-0Y521', /\b0[A-EY]521\b/i],
  ['US-FDPR', /direct[- ]product[^;]{0,60}\bentity list\b/i],
  ['US-EL', /\bentity list\b|affiliates (?:of|for) (?:certain )?listed entities|affiliates of certain listed/i],
  ['US-UVL', /\bunverified list\b/i],
  ['US-MEU', /military[- ]end[- ]users? (?:\(MEU\) )?list|\bMEU list\b/i],
  ['US-TGL', /temporary general license/i],
  ['US-DPL', /\b(?:deny|denying|denial|affecting|terminating)\b[^;]{0,60}\bexport privileges\b/i],
  [
    'US-DPL',
    /\border\b[^;]{0,40}\bdenying\b|\bin the matter of\b|\border relating to\b|\bdenial order\b/i,
    /industry and security/i,
  ],
  ['US-FDPR', /foreign[- ](?:produced )?direct[- ]product/i],
  // Customs and the tax authorities have de minimis rules of their own.
  ['US-DEMIN', /\bde minimis\b/i, EXPORT_CONTROL],
  ['US-CCL', /no longer warrant control under the (?:united states|u\.s\.) munitions list/i],
  ['US-USML', /(?:u\.s\.|united states) munitions list|\bUSML\b/i],
  [
    'US-ITAR',
    /international traffic in arms|\bITAR\b|arms export control act|defense trade controls|commercial export licenses/i,
  ],
  ['US-ISN', /\bnonproliferation (?:measures|sanctions|act)\b|\bmissile (?:proliferation )?sanctions\b/i],
  [
    'US-CFIUS',
    /committee on foreign investment|\bCFIUS\b|(?:investments|transactions)\b[^;]{0,60}\bby foreign persons|\btransactions\b[^;]{0,60}\breal estate in the united states/i,
  ],
  [
    'US-CFIUS',
    /\bregarding the (?:proposed )?acquisition of\b[^;]{2,200}\bby\b/i,
    /executive office|president|treasury/i,
  ],
  ['US-ICTS', /information and communications technology and services|\bICTS\b/i],
  ['US-ICTS', /connected vehicles/i, EXPORT_CONTROL],
  ['US-CMMC', /cybersecurity maturity model certification|\bCMMC\b|contractor implementation of cybersecurity/i],
  ['US-FOCI-SSA', /foreign ownership, control,? (?:or|and) influence|\bFOCI\b/i],
  ['US-NISPOM', /national industrial security program|\bNISPOM\b/i],
  [
    'US-889',
    /\bsection 889\b|telecommunications and video surveillance|covered telecommunications equipment or services/i,
  ],
  ['US-FCC-RR', /communications supply chain|secure and trusted communications|threats to the communications/i],
  [
    'US-FCC-RR',
    /\bcovered list\b|\bsecure (?:networks|equipment)\b|covered (?:communications )?equipment|equipment authorization program/i,
    COMMUNICATIONS,
  ],
  [
    'US-OUTBOUND',
    /(?:u\.s\.|united states) investments in certain national security technologies|outbound investment/i,
  ],
  [
    'US-CMIC',
    /securities investments that finance|chinese military[- ]industrial complex|\bNS-CMIC\b|chinese military companies sanctions/i,
  ],
  ['US-1260H', /chinese military compan/i],
  ['US-VISA', /suspension of entry\b[^;]{0,60}\b(?:students|researchers)/i],
  ['US-PATENT', /secrecy orders?|foreign filing licen[cs]e/i],
  ['US-CLASSINFO', /classified national security information|controlled unclassified information/i],
  [
    'US-CCL',
    /commerce control list|export control classification number|\bECCNs?\b|advanced computing|semiconductor manufacturing (?:items|equipment)|cybersecurity items|wassenaar|australia group|missile technology control regime|nuclear suppliers group/i,
  ],
  ['US-CCL', /supercomputer/i, EXPORT_CONTROL],
  ['US-ECRA-1758', /\bsection 1758\b/i],
  [
    'US-ECRA-1758',
    /emerging (?:and foundational )?technolog|foundational technolog|brain-computer interface/i,
    EXPORT_CONTROL,
  ],
  ['US-EAR-COUNTRY', /country groups?\b|country chart/i, EXPORT_CONTROL],
  [
    'US-EAR-CATCHALL',
    /end[- ]uses?(?: and end[- ]users?)? (?:based )?(?:export )?controls|end[- ]users? (?:based )?(?:export )?controls|military end[- ]uses?|military-intelligence|activities of (?:certain )?u\.s\. persons/i,
    EXPORT_CONTROL,
  ],
  ['US-EAR', /export administration regulations|export control reform act|validated end[- ]user|export enforcement/i],
  // Upper case alone: ears are devices of another agency.
  ['US-EAR', /\bEAR\b/, EXPORT_CONTROL],
  [
    'US-EAR',
    /\bexport control(?:s| regulations)?\b|export licens|license exceptions?\b|reexport|nonproliferation controls|temporary denial order/i,
    /industry and security|\bcommerce\b|executive office|president|census/i,
  ],
  ['US-ITAR', /\bexport licens|\bmunitions\b|\bdefense (?:articles|services)\b/i, ARMS_CONTROL],
  [
    'US-OFAC',
    /\bweb general licenses?\b|specially designated nationals|\bsanctions regulations\b|assets control regulations/i,
    SANCTIONS,
  ],
  ['US-OFAC', /\bsanctions actions?\b/i, /foreign assets control|\btreasury\b|\bstate\b/i],
];

/** Phrases of an abstract that name an instrument when the title names none. */
export const INSTRUMENT_PHRASES: readonly InstrumentWords[] = [
  ['US-232-FOP', /(?:foreign|american)-owned producers/i],
  ['US-UFLPA', /uyghur forced labor prevention act/i],
  ['US-EL', /\b(?:adding|adds|removing|removes|modif\w+|revis\w+)\b[^.]{0,80}\b(?:to|from|on) the entity list\b/i],
  ['US-UVL', /\b(?:adding|adds|removing|removes)\b[^.]{0,80}\b(?:to|from) the unverified list\b/i],
  ['US-ECRA-1758', /\bsection 1758\b|emerging and foundational technologies/i, EXPORT_CONTROL],
  [
    'US-CCL',
    /\b(?:new|adds?|adding|revis\w+|remov\w+|clarif\w+)\b[^.]{0,60}\b(?:ECCNs?|export control classification numbers?)\b|\b(?:amend\w*|revis\w+) the (?:CCL|commerce control list)\b/i,
  ],
  ['US-USML', /\bUSML\b|(?:u\.s\.|united states) munitions list/i],
  ['US-ITAR', /international traffic in arms regulations|arms export control act/i],
  ['US-EAR', /export administration regulations|export control reform act|export privileges/i],
  // A list of another agency to whose members this one denies licenses (15 CFR 746.2).
  ['US-EAR', /\bwill deny applications to export\b|\bdeny applications to export\b/i],
  ['US-CFIUS', /committee on foreign investment in the united states/i],
  ['US-ICTS', /information and communications technology and services/i],
  ['US-CMMC', /cybersecurity maturity model certification/i],
  ['US-FOCI-SSA', /foreign ownership, control,? or influence/i],
  ['US-NISPOM', /national industrial security program operating manual/i],
  ['US-889', /section 889 of the [^.]{0,40}national defense authorization act/i],
  [
    'US-FCC-RR',
    /secure and trusted communications networks act|\bcovered list\b|communications supply chain/i,
    COMMUNICATIONS,
  ],
];
