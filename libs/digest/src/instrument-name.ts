const NAMES: Readonly<Record<string, string>> = {
  'US-EL': 'the Entity List',
  'US-UVL': 'the Unverified List',
  'US-MEU': 'the Military End-User List',
  'US-TGL': 'the temporary general licenses',
  'US-CCL': 'the Commerce Control List',
  'US-0Y521': 'the 0Y521 series',
  'US-FDPR': 'the foreign-direct product rules',
  'US-DEMIN': 'the de minimis rules',
  'US-EAR-COUNTRY': 'the EAR country lists',
  'US-EAR-CATCHALL': 'the EAR end-use and end-user controls',
  'US-ITAR': 'the ITAR',
  'US-ITAR-DEBARRED': 'the ITAR debarred parties',
  'US-USML': 'the U.S. Munitions List',
  'US-CFIUS': 'the CFIUS regulations',
  'US-CFIUS-EXC': 'the CFIUS excepted states',
  'US-FCC-RR': 'the FCC Covered List',
  'US-UFLPA': 'the UFLPA Entity List',
  'US-CMMC': 'the CMMC program',
  'US-NISPOM': 'the NISPOM rule',
  'US-889': 'section 889',
  'JP-FEFA': 'the Foreign Exchange and Foreign Trade Act (外為法)',
  'JP-EXPORT-T1': 'the Export Trade Control Order (輸出貿易管理令)',
  'JP-FX-TABLE': 'the Foreign Exchange Order (外国為替令)',
  'JP-GOODS': 'the goods ordinance (貨物等省令)',
  'JP-COUNTRY': 'the country tables of the Export Trade Control Order',
  'JP-CATCHALL': 'the Japanese catch-all controls',
  'JP-EUL': 'the Foreign End User List (外国ユーザーリスト)',
  'JP-FDI': 'the inward investment rules under 外為法',
};

/** An instrument as a sentence names it; one without a name here keeps its id. */
export function instrumentName(instrumentId: string): string {
  return NAMES[instrumentId] ?? instrumentId;
}
