/** Instruments by list code. The lists of the Treasury (SDN, SSI, CAP, PLC, MBS) are one regime of blocking and limits. */
const INSTRUMENTS: Readonly<Record<string, string>> = {
  EL: 'US-EL',
  UVL: 'US-UVL',
  MEU: 'US-MEU',
  DPL: 'US-DPL',
  DTC: 'US-ITAR-DEBARRED',
  ISN: 'US-ISN',
  CMIC: 'US-CMIC',
  SDN: 'US-OFAC',
  SSI: 'US-OFAC',
  CAP: 'US-OFAC',
  PLC: 'US-OFAC',
  MBS: 'US-OFAC',
  FSE: 'US-OFAC',
};

/** @returns undefined for a list we do not know: its changes keep the source's own instrument. */
export function instrumentOfList(code: string): string | undefined {
  return INSTRUMENTS[code];
}
