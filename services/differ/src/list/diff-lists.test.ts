import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeDraft, ListEntry } from '#domain';
import { diffLists } from './diff-lists.ts';
import { approval, entity, listOfEntries } from './list-entry.fixture.ts';

const diff = (before: readonly ListEntry[], after: readonly ListEntry[]) =>
  diffLists(listOfEntries(...before), listOfEntries(...after));
const told = (drafts: readonly ChangeDraft[]) =>
  drafts.map(({ type, subject, direction }) => [type, subject.label, direction]);

const hikvision = entity('Hangzhou Hikvision Digital Technology Co., Ltd.', {
  aliases: ['Hikvision'],
  addresses: ['No. 555 Qianmo Road, Binjiang District, Hangzhou 310052, China'],
  citations: ['84 FR 54004, 10/9/19.'],
});
const megvii = entity('Megvii Technology', { aliases: ['Face++'], citations: ['84 FR 54004, 10/9/19.'] });
const huawei = entity('Huawei Technologies Co., Ltd.', { aliases: ['Shenzhen Huawei Technologies'] });

describe('diffLists', () => {
  it('reports a new row as added, with all its facts and its words', () => {
    const [draft, ...others] = diff([megvii], [megvii, hikvision]);
    expect(others).toEqual([]);
    expect(draft).toMatchObject({
      type: 'entity.added',
      direction: 'tighten',
      subject: { kind: 'entity', label: hikvision.name },
      quotes: [{ side: 'after', quote: hikvision.quote }],
      after: {
        list: 'EL',
        country: 'CN',
        aliases: ['Hikvision'],
        frCitation: ['84 FR 54004, 10/9/19.'],
        reviewPolicy: { kind: 'presumption_of_denial', text: 'Presumption of denial' },
      },
    });
  });

  it('reports a row gone as removed, with the words that stood there', () => {
    expect(diff([megvii, hikvision], [megvii])).toMatchObject([
      { type: 'entity.removed', direction: 'loosen', quotes: [{ side: 'before', quote: hikvision.quote }] },
    ]);
  });

  it('finds nothing in a list in another order, with aliases and addresses in another order (T1)', () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1 }), {
      minLength: 1,
      maxLength: 12,
      selector: (name) => name.trim(),
    });
    fc.assert(
      fc.property(names, names, (parties, aliases) => {
        const rows = parties.map((name) => entity(name, { aliases, addresses: aliases }));
        const turned = rows
          .toReversed()
          .map((row) => ({ ...row, aliases: aliases.toReversed(), addresses: aliases.toReversed() }));
        expect(diff(rows, turned)).toEqual([]);
      }),
    );
  });

  it('finds nothing in other quotes, dashes, widths, spaces, soft hyphens and page marks (T19)', () => {
    const plain = entity("Xi'an Research Institute - Lab", { licenseRequirement: 'For all items. (See § 744.11)' });
    const printed = entity('Xi’an  Research Insti\u00adtute – Ｌab', {
      licenseRequirement: 'For all items. [[Page 460]] (See §744.11)',
    });
    expect(diff([plain], [printed])).toEqual([]);
  });

  it('finds nothing in the spacing and case of a legal form (T24)', () => {
    expect(diff([entity('DJI Co., Ltd.')], [entity('DJI CO.,LTD')])).toEqual([]);
  });

  it('reports a citation that alone was added, silently (T2)', () => {
    const cited = { ...megvii, citations: [...megvii.citations, '87 FR 55250, 9/9/22.'] };
    expect(told(diff([megvii], [cited]))).toEqual([['entity.citation_changed', 'Megvii Technology', 'neutral']]);
  });

  it('reports an alias promoted to the name as a change of name (T3)', () => {
    const renamed = { ...hikvision, name: 'Hikvision', aliases: [hikvision.name] };
    const [draft, ...others] = diff([hikvision], [renamed]);
    expect(others).toEqual([]);
    expect(draft).toMatchObject({
      type: 'entity.name_changed',
      before: { name: hikvision.name },
      after: { name: 'Hikvision' },
    });
    expect(draft?.needsReview).toBeUndefined();
  });

  it('reports a respelled name at the same address as a change of name that a person should confirm', () => {
    const respelled = {
      ...hikvision,
      name: 'Hangzhou Hikvison Digital Technology Co., Ltd.',
      citations: ['90 FR 1, 1/2/25.'],
    };
    expect(diff([hikvision], [respelled])).toMatchObject([{ type: 'entity.name_changed', needsReview: true }]);
  });

  it('does not make two companies one for a long common beginning and a common citation', () => {
    const one = entity('Joint Stock Company Scientific Production Enterprise Kontakt', { country: 'RU' });
    const other = entity('Joint Stock Company Scientific Production Enterprise Radiosviaz', { country: 'RU' });
    expect(told(diff([one], [other])).map(([type]) => type)).toEqual(['entity.added', 'entity.removed']);
  });

  it('does not make two numbered institutes one for the same address and citation', () => {
    const institute = (number: string) =>
      entity(`China Electronics Technology Group Corporation ${number} Research Institute`, {
        addresses: ['113 Hezuo Road, Shijiazhuang'],
      });
    expect(told(diff([institute('54th')], [institute('55th')])).map(([type]) => type)).toEqual([
      'entity.added',
      'entity.removed',
    ]);
  });

  it('reports names alike without any proof as removed and added, and asks for review', () => {
    const one = entity('Tianjin Phytium Information Technology', { citations: ['86 FR 18438, 4/9/21.'] });
    const other = entity('Tianjin Phytiun Information Technology', { citations: ['91 FR 2, 1/2/26.'] });
    expect(diff([one], [other])).toMatchObject([
      { type: 'entity.added', needsReview: true, notes: [`possible rename of "${one.name}"`] },
      { type: 'entity.removed', needsReview: true, notes: [`possible rename to "${other.name}"`] },
    ]);
  });

  it('reports an affiliate now printed under its parent as moved, not removed (T4)', () => {
    const affiliate = entity('Huawei Marine Networks Co., Ltd.');
    const under = { ...affiliate, parent: huawei.name };
    expect(diff([huawei, affiliate], [huawei, under])).toMatchObject([
      { type: 'entity.moved_or_merged', subject: { label: affiliate.name }, after: { parent: huawei.name } },
    ]);
  });

  it('reports an entry that became an alias of another as merged, and tells the alias once (T4)', () => {
    const affiliate = entity('HiSilicon Technologies');
    const merged = { ...huawei, aliases: [...huawei.aliases, affiliate.name] };
    expect(told(diff([huawei, affiliate], [merged]))).toEqual([['entity.moved_or_merged', affiliate.name, 'neutral']]);
  });

  it('reports an entry as removed although another entry has long had its name as alias', () => {
    const parent = { ...huawei, aliases: ['HiSilicon Technologies'] };
    expect(told(diff([parent, entity('HiSilicon Technologies')], [parent]))[0]?.[0]).toBe('entity.removed');
  });

  it('keeps one name under two countries two entries (T8)', () => {
    const novax = (country: string) => entity('Novax Group S.A.', { country });
    const drafts = diff([novax('PA')], [novax('PA'), novax('EC'), novax('RU')]);
    expect(drafts.map(({ type, after }) => [type, after?.country])).toEqual([
      ['entity.added', 'EC'],
      ['entity.added', 'RU'],
    ]);
  });

  it('tells two rows of one name and country apart by their content', () => {
    const row = (address: string) => entity('Wong Yung Fai', { addresses: [address] });
    const [first, second] = [row('Unit 12B, Futian District, Shenzhen'), row('Room 1905, Wing Lok Street, Hong Kong')];
    expect(diff([first, second], [second, first])).toEqual([]);
    expect(told(diff([first, second], [second]))).toEqual([['entity.removed', 'Wong Yung Fai', 'loosen']]);
  });

  it('reports a new row once, with the entities printed under it', () => {
    const member = entity('Beijing Huawei Longshine', { parent: huawei.name });
    const drafts = diff([megvii], [megvii, huawei, member]);
    expect(drafts).toMatchObject([{ type: 'entity.added', after: { members: ['Beijing Huawei Longshine'] } }]);
    expect(told(diff([huawei], [huawei, member]))).toEqual([['entity.added', member.name, 'tighten']]);
  });

  it('reports each alias and each address by itself', () => {
    const changed = {
      ...hikvision,
      aliases: ['HikVision Intl', 'Ezviz'],
      addresses: [...hikvision.addresses, 'Wuhan, Hubei, China'],
    };
    expect(told(diff([hikvision], [changed]))).toEqual([
      ['entity.alias_added', hikvision.name, 'tighten'],
      ['entity.alias_added', hikvision.name, 'tighten'],
      ['entity.alias_removed', hikvision.name, 'loosen'],
      ['entity.address_added', hikvision.name, 'tighten'],
    ]);
  });

  it('reports a reworded address as changed, not as lost and gained', () => {
    const changed = { ...hikvision, addresses: ['No. 555 Qianmo Road, Binjiang District, Hangzhou 310051, China'] };
    expect(told(diff([hikvision], [changed]))).toEqual([['entity.address_changed', hikvision.name, 'unknown']]);
  });

  it('reports license requirement, review policy and footnote by kind, with old and new', () => {
    const after = {
      ...hikvision,
      licenseRequirement: 'For all items on the CCL. (See § 744.11 of the EAR)4',
      licenseReviewPolicy: 'Case-by-case review',
      footnotes: ['4'],
    };
    expect(diff([hikvision], [after])).toMatchObject([
      {
        type: 'entity.license_requirement_changed',
        direction: 'loosen',
        before: { licenseRequirement: hikvision.licenseRequirement },
      },
      { type: 'entity.review_policy_changed', direction: 'loosen', after: { reviewPolicy: { kind: 'case_by_case' } } },
      { type: 'entity.footnote_changed', direction: 'tighten', before: { footnotes: [] }, after: { footnotes: ['4'] } },
    ]);
  });

  it('reports only the footnote when a designation is all that the requirement gained', () => {
    const marked = { ...hikvision, licenseRequirement: `${hikvision.licenseRequirement}4`, footnotes: ['4'] };
    expect(told(diff([hikvision], [marked]))).toEqual([['entity.footnote_changed', hikvision.name, 'tighten']]);
  });

  it('follows a party by its OFAC number through a change of name', () => {
    const vtb = entity('VTB BANK', { list: 'SDN', identity: '17013', country: 'RU' });
    const drafts = diff([vtb], [{ ...vtb, name: 'BANK VTB PAO', country: 'RU' }]);
    expect(told(drafts)).toEqual([['entity.name_changed', 'BANK VTB PAO', 'neutral']]);
  });

  it('does not report a column that the publisher filled throughout, and still reports one that changed', () => {
    const rows = Array.from({ length: 40 }, (_, index) => entity(`Party ${index}`));
    const filled = rows.map((row) => ({ ...row, details: { type: 'Entity' } }));
    expect(diff(rows, filled)).toEqual([]);
    const one = filled.map((row, index) => (index === 7 ? { ...row, details: { type: 'Individual' } } : row));
    expect(told(diff(filled, one))).toEqual([['entity.detail_changed', 'Party 7', 'unknown']]);
  });

  it('keeps hostile text as text', () => {
    const hostile = entity('<script>alert(1)</script>', { aliases: ['__proto__', 'constructor'], quote: '' });
    const [draft] = diff([], [hostile]);
    expect(draft).toMatchObject({ subject: { label: hostile.name }, quotes: [{ quote: hostile.name }] });
  });
});

describe('diffLists of authorisations and rule sections', () => {
  const hera = approval('Real-Time Robotics, Inc.’s HERA Tactical Uncrewed Aircraft Systems Platform');

  it.each([
    ['issued', [], [hera], 'authorisation.issued', 'loosen'],
    ['revoked', [hera], [], 'authorisation.revoked', 'tighten'],
    ['extended by a later end', [hera], [{ ...hera, validTo: '2027-06-30' }], 'authorisation.extended', 'loosen'],
    ['narrowed by an earlier end', [hera], [{ ...hera, validTo: '2026-09-30' }], 'authorisation.narrowed', 'tighten'],
    [
      'a detail when its first day moves',
      [hera],
      [{ ...hera, validFrom: '2026-06-23' }],
      'entity.detail_changed',
      'unknown',
    ],
  ] as const)('reports a relief as %s', (_, before, after, type, direction) => {
    expect(told(diff(before, after))).toEqual([[type, hera.name, direction]]);
  });

  it('reports a relief without an end any more as extended', () => {
    const { validTo: _, ...open } = hera;
    expect(told(diff([hera], [open]))).toEqual([['authorisation.extended', hera.name, 'loosen']]);
  });

  it('reports a reworded product as one detail and not as revoked and issued', () => {
    const wording = `${hera.name} (both standard and VEGA)`;
    const drafts = diff([hera], [{ ...hera, name: wording, wording }]);
    expect(drafts).toMatchObject([{ type: 'entity.detail_changed', after: { wording } }]);
  });

  it('does not take another product of the same term for the same relief', () => {
    const ceres = approval('Ceres Air LLC’s Uncrewed Aircraft Systems: C40, C31, C26, C20, and C6');
    expect(told(diff([hera], [ceres])).map(([type]) => type)).toEqual([
      'authorisation.issued',
      'authorisation.revoked',
    ]);
  });

  it('records silently that the row of an expired relief was taken away', () => {
    const drafts = diffLists(listOfEntries(hera), listOfEntries(), { observedOn: '2027-01-02' });
    expect(drafts).toMatchObject([{ type: 'authorisation.expired', alerting: false }]);
  });

  it('tells a covered company by its name in bold and its row as reworded', () => {
    const row = (company: string, scope: string) =>
      entity(`Equipment produced by ${company}`, {
        identity: company,
        wording: `Equipment produced by ${company}, ${scope}`,
      });
    expect(told(diff([row('zte', 'including services')], [row('zte', 'whoever provides it')]))).toEqual([
      ['entity.detail_changed', 'Equipment produced by zte', 'unknown'],
    ]);
    expect(
      told(diff([row('zte', 'including services')], [row('dahua', 'including services')])).map(([type]) => type),
    ).toEqual(['entity.added', 'entity.removed']);
  });

  it('reports rule sections opened, reworded and closed, and nothing for another heading', () => {
    const rule: ListEntry = {
      ...approval('Importation/Marketing Prohibitions'),
      kind: 'rule',
      wording: 'Equipment added in 2024 or earlier.',
    };
    expect(told(diff([], [rule]))).toEqual([['rule.added', rule.name, 'unknown']]);
    expect(told(diff([rule], []))).toEqual([['rule.removed', rule.name, 'unknown']]);
    expect(told(diff([rule], [{ ...rule, wording: 'Equipment added in 2025 or earlier.' }]))).toEqual([
      ['rule.text_changed', rule.name, 'unknown'],
    ]);
    expect(diff([rule], [{ ...rule, name: 'Marketing Prohibitions' }])).toEqual([]);
  });
});
