import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCapture, aSource } from '../source.fixture.ts';
import { readStructure } from './read.ts';
import { section, titleTree } from './structure.fixture.ts';

const source = aSource({ params: { title: 15, parts: ['700-799'] } });
const read = (body: string, own = source) => readStructure(own, aCapture(body, { mediaType: 'application/json' }));

function entriesOf(body: unknown, own = source) {
  const outcome = read(JSON.stringify(body), own);
  if (outcome.kind !== 'read' || outcome.reading.kind !== 'list') throw new Error(JSON.stringify(outcome));
  return outcome.reading.entries;
}

describe('readStructure', () => {
  it('gives each section and appendix of the watched parts its size and day of receipt, and nothing to their ancestors', () => {
    const entries = entriesOf(titleTree());
    expect(entries.map(({ name }) => name)).toEqual(['§ 744.1', '§ 744.11', 'Supplement No. 4 to Part 744']);
    expect(entries[2]).toMatchObject({
      kind: 'rule',
      identity: 'Supplement No. 4 to Part 744',
      instrumentId: 'US-EL',
      wording: '2197405 bytes',
      stamp: '2025-03-31T17:40:14-0400',
      details: { heading: 'Entity List', size: '2197405', receivedOn: '2025-03-31T17:40:14-0400', part: '744' },
    });
  });

  it('watches the whole title where no part is named', () => {
    expect(entriesOf(titleTree(), aSource({ params: { title: 15 } })).map(({ name }) => name)).toContain('§ 902.1');
  });

  it('reads the unchanged tree to the same reading', () => {
    expect(read(JSON.stringify(titleTree()))).toEqual(read(JSON.stringify(titleTree(), null, 2)));
  });

  it('takes a section that was reserved for one that holds no text', () => {
    const emptied = titleTree({ sections: [section('744.1'), section('744.11', { reserved: true, size: 0 })] });
    expect(entriesOf(emptied).map(({ name }) => name)).toEqual(['§ 744.1', 'Supplement No. 4 to Part 744']);
  });
});

describe('a tree that is not whole or not itself', () => {
  it('holds a changed layout: no title, another title, a node without a size, no day of receipt', () => {
    expect(read('{"meta":{}}').kind).toBe('structure_changed');
    expect(read(JSON.stringify(titleTree()), aSource({ params: { title: 22 } }))).toEqual({
      kind: 'structure_changed',
      because: 'the tree of title 15',
    });
    expect(read(JSON.stringify(titleTree()).replace('"size":8000', '"size":"8000"')).kind).toBe('structure_changed');
    expect(read(JSON.stringify(titleTree()).replaceAll('received_on', 'received')).kind).toBe('structure_changed');
  });

  it('holds every tree that is cut short', () => {
    const whole = JSON.stringify(titleTree());
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (cut) => {
        expect(read(whole.slice(0, cut)).kind).toBe('implausible');
      }),
    );
  });

  it('holds a tree without a watched section, and tells a page from a tree', () => {
    expect(read(JSON.stringify({ ...titleTree(), children: [] })).kind).toBe('implausible');
    expect(read('<html><head><title>Request Access</title></head></html>')).toEqual({
      kind: 'structure_changed',
      because: 'block page "Request Access"',
    });
  });

  it('answers any JSON, however deep', () => {
    fc.assert(fc.property(fc.jsonValue(), (body) => void read(JSON.stringify(body))));
    const deep = '{"type":"title","identifier":"15","label":"","label_level":"","reserved":false,"size":1,"children":[';
    expect(read(`${deep.repeat(200)}${']}'.repeat(200)}`)).toEqual({
      kind: 'structure_changed',
      because: 'the tree is too large',
    });
  });
});
