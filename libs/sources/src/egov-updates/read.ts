import type { ReadOutcome, RegulatoryDocument } from '#domain';
import { enforcementOf } from '#time';
import { decodeText, loadXml } from '../markup/index.ts';
import type { CapturedBytes } from '../source.ts';

/** More rows than any day has; e-Gov registers some tens. */
const MAX_ROWS = 5_000;
/** Result codes of the API: an answer, and `該当する法令更新一覧がありません。` */
const FOUND = '0';
const NONE = '1';

type Fields = (name: string) => string;

function dashed(yyyymmdd: string): string | undefined {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(yyyymmdd) ?? [];
  return year === undefined ? undefined : `${year}-${month}-${day}`;
}

/** One registration: which law, changed by which, from when. A placeholder date is no day of entry into force. */
function toDocument(field: Fields, locator: string): RegulatoryDocument {
  const [lawId, name, amendedBy] = [field('LawId'), field('LawName'), field('AmendNo')];
  const promulgatedOn = dashed(field('AmendPromulgationDate') || field('PromulgationDate'));
  const comment = field('EnforcementComment');
  const enforcedOn = dashed(field('EnforcementDate'));
  const isOpen = enforcementOf(comment, promulgatedOn)?.kind === 'to_be_set';
  const title = amendedBy === '' ? name : `${name}（${amendedBy}による改正）`;
  return {
    documentId: `${lawId} ${amendedBy} ${enforcedOn ?? ''}`.trim(),
    title,
    url: `https://laws.e-gov.go.jp/law/${lawId}`,
    ...(promulgatedOn ? { publishedOn: promulgatedOn } : {}),
    ...(enforcedOn && !isOpen ? { effectiveOn: enforcedOn } : {}),
    documentType: '法令の更新',
    agencies: ['デジタル庁'],
    cfr: [],
    rins: [],
    dockets: [],
    details: {
      lawId,
      ...(amendedBy === '' ? {} : { amendedBy }),
      ...(comment === '' ? {} : { enforcementComment: comment }),
      ...(enforcedOn && isOpen ? { effectivePlaceholder: enforcedOn } : {}),
    },
    locator,
    quote: [name, field('AmendName'), amendedBy].filter((part) => part !== '').join(' '),
  };
}

/**
 * Reads one day of e-Gov's list of updated laws. A day without any is an empty reading, not a fault. Never throws.
 * @param lawIds laws watched; the others are left out.
 */
export function readUpdates(capture: CapturedBytes, lawIds: readonly string[]): ReadOutcome {
  const decoded = decodeText(capture.bytes, capture.mediaType);
  if (!decoded.ok) return { kind: 'structure_changed', because: decoded.because };
  const loaded = loadXml(decoded.text);
  if (!loaded.ok) {
    return { kind: /<DataRoot/.test(decoded.text) ? 'implausible' : 'structure_changed', because: loaded.because };
  }
  const { $ } = loaded;
  const code = $('DataRoot > Result > Code').first().text().trim();
  if (code !== FOUND && code !== NONE) return { kind: 'structure_changed', because: 'no result code of the API' };
  const rows = $('DataRoot > ApplData > LawNameListInfo').toArray();
  if (rows.length > MAX_ROWS) return { kind: 'implausible', because: `${rows.length} laws in one day` };
  if (code === FOUND && rows.length === 0)
    return { kind: 'implausible', because: 'laws are promised and none is listed' };
  const documents = rows.flatMap((row, at) => {
    const field: Fields = (name) => $(row).children(name).first().text().replace(/\s+/g, ' ').trim();
    return lawIds.includes(field('LawId')) ? [toDocument(field, `LawNameListInfo ${at + 1}`)] : [];
  });
  const distinct = [...new Map(documents.map((document) => [document.documentId, document])).values()];
  return { kind: 'read', reading: { kind: 'documents', documents: distinct } };
}
