import type { ListEntry, RegulatoryDocument } from '#domain';
import type { Source, SourceFamily } from '#sources';

/** A publisher invented for tests: its bytes are JSON, `{"names": [...]}` or `{"documents": [...]}`. */
export const inventedFamily: SourceFamily = {
  family: 'invented',
  plan: (source) => [{ url: source.url, accept: ['application/json'], purpose: 'capture' }],
  read: (_source, capture) => {
    try {
      const body = JSON.parse(new TextDecoder().decode(capture.bytes)) as { names?: string[]; documents?: string[] };
      if (body.names) {
        const entries = body.names.map(entryNamed);
        return {
          kind: 'read',
          reading: { kind: 'list', entries, sections: [{ section: 'X', entries: entries.length }] },
        };
      }
      if (body.documents)
        return { kind: 'read', reading: { kind: 'documents', documents: body.documents.map(documentNumbered) } };
      return { kind: 'structure_changed', because: 'neither names nor documents' };
    } catch {
      return { kind: 'structure_changed', because: 'not JSON' };
    }
  },
  link: (source) => source.link,
};

function entryNamed(name: string, index: number): ListEntry {
  return {
    kind: 'entity',
    list: 'X',
    name,
    country: 'CN',
    aliases: [],
    addresses: [],
    footnotes: [],
    citations: [],
    details: {},
    locator: `row ${index + 1}`,
    quote: name,
  };
}

function documentNumbered(documentId: string): RegulatoryDocument {
  return {
    documentId,
    documentNumber: documentId,
    title: 'Additions to the Entity List',
    url: `https://www.federalregister.gov/d/${documentId}`,
    publishedOn: '2026-01-02',
    documentType: 'Rule',
    action: 'Final rule.',
    summary: 'The Bureau of Industry and Security amends the EAR by adding three entities to the Entity List.',
    agencies: ['Industry and Security Bureau'],
    cfr: [{ title: 15, part: '744' }],
    rins: [],
    dockets: [],
    details: {},
    locator: `document ${documentId}`,
    quote: 'Additions to the Entity List',
  };
}

export function inventedSource(over: Partial<Source> = {}): Source {
  return {
    id: 'x-list',
    family: 'invented',
    title: 'An invented list',
    jurisdiction: 'US',
    instrumentId: 'US-EL',
    url: 'https://publisher.test/list.json',
    link: 'https://publisher.test/list',
    schedule: '0 * * * *',
    timeZone: 'UTC',
    freshnessHours: 24,
    requestsPerSecond: 1,
    timeoutSeconds: 10,
    maxBodyBytes: 1_000_000,
    guard: { minEntries: 1, maxLossShare: 0.3, confirmAfterMinutes: 60 },
    firstCapture: 'history',
    documentSpace: 'x-list',
    params: {},
    ...over,
  };
}
