import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadXml } from './load-xml.ts';

const appendix =
  '<?xml version="1.0"?><DIV9 N="Supplement No. 4 to Part 744"><HEAD>Entity List &#xA7;</HEAD><TD/></DIV9>';

describe('loadXml', () => {
  it('keeps the case of names and resolves character references', () => {
    const loaded = loadXml(appendix);
    expect(loaded.ok && loaded.$('DIV9 > HEAD').text()).toBe('Entity List §');
    expect(loaded.ok && loaded.$('td').length).toBe(0);
  });

  it('refuses every proper prefix of a document: what is cut short is never read as shorter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: appendix.length - 1 }), (cut) => {
        expect(loadXml(appendix.slice(0, cut)).ok).toBe(false);
      }),
    );
  });

  it('refuses an entity bomb', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>';
    expect(loadXml(bomb)).toEqual({ ok: false, because: expect.stringContaining('DOCTYPE') });
  });

  it('refuses an external DTD and an undeclared entity', () => {
    expect(loadXml('<!DOCTYPE a SYSTEM "http://127.0.0.1/x.dtd"><a/>').ok).toBe(false);
    expect(loadXml('<a>&nbsp;</a>').ok).toBe(false);
  });

  it('refuses nesting that would overflow a recursive walk', () => {
    expect(loadXml('<a>'.repeat(50_000) + '</a>'.repeat(50_000)).ok).toBe(false);
  });

  it('refuses two documents in one and plain text', () => {
    expect(loadXml('<a/><b/>').ok).toBe(false);
    expect(loadXml('Access Denied').ok).toBe(false);
  });
});
