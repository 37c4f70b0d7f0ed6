import { describe, expect, it } from 'vitest';
import { exportOrder } from './law.fixture.ts';
import type { LawNode } from './law-node.ts';
import { parseLawXml } from './law-xml.ts';
import { readLaw } from './read-law.ts';

const PENDING = {
  law_revision_id: '324CO0000000378_20270604_508AC0000000030',
  amendment_promulgate_date: '2026-06-05',
  amendment_enforcement_date: '2027-06-04',
  amendment_enforcement_comment: '公布の日から起算して一年を超えない範囲内において政令で定める日',
  amendment_law_num: '令和八年法律第三十号',
  current_revision_status: 'UnEnforced',
  repeal_status: false,
  repeal_date: null,
};

function tree(): LawNode {
  const parsed = parseLawXml(exportOrder());
  if (!parsed.ok) throw new Error(parsed.because);
  return parsed.root;
}

function read(body: unknown) {
  const outcome = readLaw({
    bytes: new TextEncoder().encode(JSON.stringify(body)),
    mediaType: 'application/json; charset=utf-8',
    url: 'https://laws.e-gov.go.jp/api/2/law_data/324CO0000000378',
    retrievedAt: '2026-06-18T15:00:00Z',
  });
  if (outcome.kind !== 'read' || outcome.reading.kind !== 'text') throw new Error(JSON.stringify(outcome));
  return outcome.reading;
}

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');

describe('the JSON forms of API v2', () => {
  it('all give the provisions of the XML', () => {
    const xml = readLaw({
      bytes: new TextEncoder().encode(exportOrder()),
      mediaType: 'text/xml',
      url: '',
      retrievedAt: '',
    });
    const { provisions } = read(tree());
    expect(xml).toMatchObject({ kind: 'read', reading: { provisions } });
    expect(read({ revision_info: {}, law_full_text: tree() }).provisions).toEqual(provisions);
    expect(read({ revision_info: {}, law_full_text: base64(exportOrder()) }).provisions).toEqual(provisions);
    expect(read({ revision_info: {}, law_full_text: base64(JSON.stringify(tree())) }).provisions).toEqual(provisions);
  });

  it('accept attributes given as an empty string', () => {
    const node = tree();
    expect(read({ ...node, attr: '' }).provisions).toEqual(read(node).provisions);
  });

  it('never take the placeholder of a pending revision for its date', () => {
    expect(read({ revision_info: PENDING, law_full_text: tree() }).revision).toEqual({
      revisionId: '324CO0000000378_20270604_508AC0000000030',
      amendedBy: '令和八年法律第三十号',
      promulgatedOn: '2026-06-05',
      enforcedByLatest: '2027-06-04',
      enforcementClause: 'この政令は、公布の日から起算して三月を経過した日から施行する。',
      status: 'pending',
    });
  });

  it('keep the date of a pending revision that has one', () => {
    const dated = { ...PENDING, amendment_enforcement_comment: '令和九年四月一日' };
    expect(read({ revision_info: dated, law_full_text: tree() }).revision).toMatchObject({
      enforcedOn: '2027-06-04',
      status: 'pending',
    });
  });
});
