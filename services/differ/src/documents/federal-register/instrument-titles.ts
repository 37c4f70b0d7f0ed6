/** Words of a title that name an instrument. Order is rank: in one part of a title the first match wins. */
export const INSTRUMENT_TITLES: readonly (readonly [instrumentId: string, words: RegExp])[] = [
  ['US-UFLPA', /uyghur forced labor/i],
  ['US-CFIUS-EXC', /excepted (?:real estate )?foreign states?/i],
  ['US-ITAR-DEBARRED', /\bdebar/i],
  ['US-0Y521', /\b0[A-EY]521\b/i],
  ['US-FDPR', /direct[- ]product[^;]{0,60}\bentity list\b/i],
  ['US-EL', /\bentity list\b|affiliates of (?:certain )?listed entities/i],
  ['US-UVL', /\bunverified list\b/i],
  ['US-MEU', /military[- ]end[- ]users? (?:\(MEU\) )?list|\bMEU list\b/i],
  ['US-TGL', /temporary general license/i],
  ['US-DPL', /\b(?:deny|denying|denial|affecting)\b[^;]{0,60}\bexport privileges\b|\border\b[^;]{0,40}\bdenying\b/i],
  ['US-FDPR', /foreign[- ](?:produced )?direct[- ]product/i],
  ['US-DEMIN', /\bde minimis\b/i],
  ['US-CCL', /no longer warrant control under the (?:united states|u\.s\.) munitions list/i],
  ['US-USML', /(?:u\.s\.|united states) munitions list|\bUSML\b/i],
  [
    'US-ITAR',
    /international traffic in arms|\bITAR\b|arms export control act|defense trade controls|commercial export licenses/i,
  ],
  [
    'US-CFIUS',
    /committee on foreign investment|\bCFIUS\b|(?:investments|transactions)\b[^;]{0,60}\bby foreign persons|real estate in the united states/i,
  ],
  ['US-ICTS', /information and communications technology and services|\bICTS\b|connected vehicles/i],
  ['US-CMMC', /cybersecurity maturity model certification|\bCMMC\b|contractor implementation of cybersecurity/i],
  ['US-NISPOM', /national industrial security program|\bNISPOM\b/i],
  ['US-889', /\bsection 889\b|telecommunications and video surveillance/i],
  [
    'US-FCC-RR',
    /\bcovered list\b|communications supply chain|secure (?:and trusted communications|networks)|threats to the communications|covered (?:communications )?equipment/i,
  ],
  [
    'US-OUTBOUND',
    /(?:u\.s\.|united states) investments in certain national security technologies|outbound investment/i,
  ],
  ['US-1260H', /chinese military compan/i],
  ['US-VISA', /suspension of entry\b[^;]{0,60}\b(?:students|researchers)/i],
  ['US-PATENT', /secrecy orders?|foreign filing licen[cs]e/i],
  ['US-CLASSINFO', /classified national security information|controlled unclassified information/i],
  [
    'US-CCL',
    /commerce control list|export control classification number|\bECCNs?\b|advanced computing|semiconductor manufacturing (?:items|equipment)|supercomputer|cybersecurity items|wassenaar|australia group|missile technology control regime|nuclear suppliers group/i,
  ],
  [
    'US-ECRA-1758',
    /\bsection 1758\b|emerging (?:and foundational )?technolog|foundational technolog|brain-computer interface/i,
  ],
  ['US-EAR-COUNTRY', /country groups?\b|country chart/i],
  [
    'US-EAR-CATCHALL',
    /end[- ]uses?(?: and end[- ]users?)? controls|end[- ]users? controls|military end[- ]uses?|military-intelligence|activities of (?:certain )?u\.s\. persons/i,
  ],
  [
    'US-EAR',
    /export administration regulations|\bEAR\b|license exceptions?\b|export controls?\b|export licens|reexport|validated end[- ]user|nonproliferation controls|export enforcement|temporary denial order/i,
  ],
];

/** Phrases of an abstract that name an instrument when the title names none. */
export const INSTRUMENT_PHRASES: readonly (readonly [instrumentId: string, words: RegExp])[] = [
  ['US-232-FOP', /(?:foreign|american)-owned producers/i],
  ['US-UFLPA', /uyghur forced labor prevention act/i],
  ['US-EL', /\b(?:adding|adds|removing|removes|modif\w+|revis\w+)\b[^.]{0,80}\b(?:to|from|on) the entity list\b/i],
  ['US-UVL', /\b(?:adding|adds|removing|removes)\b[^.]{0,80}\b(?:to|from) the unverified list\b/i],
  ['US-ECRA-1758', /\bsection 1758\b|emerging and foundational technologies/i],
  [
    'US-CCL',
    /\b(?:new|adds?|adding|revis\w+|remov\w+|clarif\w+)\b[^.]{0,60}\b(?:ECCNs?|export control classification numbers?)\b|\b(?:amend\w*|revis\w+) the (?:CCL|commerce control list)\b/i,
  ],
  ['US-USML', /\bUSML\b|(?:u\.s\.|united states) munitions list/i],
  ['US-ITAR', /international traffic in arms regulations|arms export control act/i],
  ['US-EAR', /export administration regulations|export control reform act|export privileges/i],
  ['US-CFIUS', /committee on foreign investment in the united states/i],
  ['US-ICTS', /information and communications technology and services/i],
  ['US-CMMC', /cybersecurity maturity model certification/i],
  ['US-NISPOM', /national industrial security program operating manual/i],
  ['US-889', /section 889 of the [^.]{0,40}national defense authorization act/i],
  ['US-FCC-RR', /secure and trusted communications networks act|covered list/i],
];
