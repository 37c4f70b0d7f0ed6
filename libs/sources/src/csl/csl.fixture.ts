/** Rows in the two forms of the Consolidated Screening List, written for these tests; parties and citations are real. */
const EL = 'Entity List (EL) - Bureau of Industry and Security';
const MEU = 'Military End User (MEU) List - Bureau of Industry and Security';
const SDN = 'Specially Designated Nationals (SDN) - Treasury Department';
const DPL = 'Denied Persons List (DPL) - Bureau of Industry and Security ';

const address = (country: string, street: string | null = null) => ({
  address: street,
  city: null,
  state: null,
  postal_code: null,
  country,
});

export const JSON_ROWS = [
  {
    id: '8b9',
    source: EL,
    name: 'Novax Group S.A.',
    alt_names: null,
    addresses: [address('PA', 'Calle 50')],
    federal_register_notice: '88 FR 80955, 11/21/23. 91 FR 99997',
    license_requirement: 'For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)4',
    license_policy: 'Policy of denial',
  },
  {
    id: '8ba',
    source: EL,
    name: 'Novax Group S.A.',
    alt_names: [],
    addresses: [address('EC')],
    federal_register_notice: '88 FR 80955',
  },
  {
    id: 'f3c1-random',
    source: MEU,
    name: 'Academy of Aerospace Solid Propulsion Technology (AASPT)',
    addresses: [address('CN')],
  },
  {
    id: '17013',
    source: SDN,
    name: 'VTB BANK PUBLIC JOINT STOCK COMPANY',
    entity_number: '17013',
    type: 'Entity',
    programs: ['RUSSIA-EO14024', 'UKRAINE-EO13662'],
    alt_names: ['VTB', 'Bank "VTB", PAO'],
    addresses: [address('RU'), address('DE')],
    ids: [{ type: 'SWIFT/BIC', number: 'VTBRRUMM', country: null, issue_date: null, expiration_date: null }],
  },
  {
    id: 'a',
    source: DPL,
    name: 'BOB JEFFERSON',
    addresses: [address('MY')],
    federal_register_notice: '75 F.R. 71075 11/22/10',
  },
  {
    id: 'b',
    source: DPL,
    name: 'Bob Jefferson',
    addresses: [address('HK')],
    federal_register_notice: '75 F.R. 71075 11/22/10',
  },
];

export function cslJson(
  rows: readonly unknown[] = JSON_ROWS,
  sources: readonly string[] = [EL, MEU, SDN, DPL],
): string {
  return JSON.stringify({
    results: rows,
    search_performed_at: '2026-07-31',
    sources_used: sources.map((source) => ({ source })),
  });
}

const COLUMNS =
  '_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids';

function record(cells: Readonly<Record<string, string>>): string {
  return COLUMNS.split(',')
    .map((column) => `"${(cells[column] ?? '').replaceAll('"', '""')}"`)
    .join(',');
}

/** The rows of {@link JSON_ROWS} as the publisher writes them in CSV, with the header repeated as it once was. */
export const CSL_CSV = [
  COLUMNS,
  COLUMNS,
  record({
    _id: '8b9',
    source: EL,
    name: 'Novax Group S.A.',
    addresses: 'Calle 50, PA',
    federal_register_notice: '88 FR 80955, 11/21/23. 91 FR 99997',
    license_requirement: 'For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)4',
    license_policy: 'Policy of denial',
  }),
  record({ _id: '8ba', source: EL, name: 'Novax Group S.A.', addresses: 'EC', federal_register_notice: '88 FR 80955' }),
  record({ _id: 'x', source: MEU, name: 'Academy of Aerospace Solid Propulsion Technology (AASPT)', addresses: 'CN' }),
  record({
    _id: '17013',
    source: SDN,
    entity_number: '17013',
    type: 'Entity',
    programs: 'UKRAINE-EO13662; RUSSIA-EO14024',
    name: 'VTB BANK PUBLIC JOINT STOCK COMPANY',
    alt_names: 'VTB; Bank "VTB", PAO',
    addresses: 'RU; DE',
    ids: 'SWIFT/BIC, VTBRRUMM',
  }),
  record({
    _id: 'a',
    source: DPL,
    name: 'BOB JEFFERSON',
    addresses: 'MY',
    federal_register_notice: '75 F.R. 71075 11/22/10',
  }),
  record({
    _id: 'b',
    source: DPL,
    name: 'Bob Jefferson',
    addresses: 'HK',
    federal_register_notice: '75 F.R. 71075 11/22/10',
  }),
].join('\n');
