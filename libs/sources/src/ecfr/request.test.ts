import { describe, expect, it } from 'vitest';
import { section, titles, titleTree } from '../ecfr-structure/structure.fixture.ts';
import { aCapture, aSource } from '../source.fixture.ts';
import type { CaptureRequest, Source } from '../source.ts';
import { followToPart, planPart } from './request.ts';

const API = 'https://www.ecfr.gov/api/versioner/v1';
const sourceOf = (params: Source['params']) =>
  aSource({ url: 'https://www.ecfr.gov/api', params: { title: 15, ...params } });
const PART_744 = sourceOf({ part: 744 });
const json = (body: unknown) => aCapture(typeof body === 'string' ? body : JSON.stringify(body));

function follow(source: Source, request: CaptureRequest, body: unknown): CaptureRequest | undefined {
  const [next, ...rest] = followToPart(source, request, json(body));
  expect(rest).toEqual([]);
  return next;
}

const [probe] = planPart(PART_744);
if (!probe) throw new Error('no request');

/** The request for the part after a tree. */
function partAfter(tree: unknown, source = PART_744): CaptureRequest | undefined {
  const forTree = follow(source, probe as CaptureRequest, titles());
  return forTree && follow(source, forTree, tree);
}

describe('the way to a part of the CFR', () => {
  it('asks how far eCFR is, for the tree of that day, then for the part as of that day', () => {
    expect(probe).toMatchObject({ url: `${API}/titles.json`, purpose: 'probe' });
    expect(follow(PART_744, probe, titles())).toMatchObject({
      url: `${API}/structure/2025-04-28/title-15.json`,
      purpose: 'probe',
    });
    expect(partAfter(titleTree())).toMatchObject({
      url: `${API}/full/2025-04-28/title-15.xml?part=744`,
      purpose: 'capture',
      state: { of: `${API}/full/any-day/title-15.xml?part=744` },
    });
    expect(partAfter(titleTree(), sourceOf({ part: 744, subpart: 'DD' }))?.url).toContain('?part=744&subpart=DD');
  });

  it('asks for nothing while eCFR is importing', () => {
    expect(follow(PART_744, probe, titles({ importing: true }))).toBeUndefined();
  });

  it.each([
    ['a reserved title', titles({ upTo: null })],
    ['a day that is no date', titles({ upTo: '../../admin' })],
    ['another document', '<html>'],
  ])('captures the answer itself for %s, so that it is told', (_, body) => {
    expect(follow(PART_744, probe, body)).toEqual({ ...probe, purpose: 'capture' });
  });
});

describe('the mark of a part', () => {
  const mark = (day: Parameters<typeof titleTree>[0], source = PART_744) =>
    partAfter(titleTree(day), source)?.state?.mark;
  const larger = { sections: [section('744.1', { size: 8_001 }), section('744.11')] };
  const later = { sections: [section('744.1', { received_on: '2025-04-28T17:30:15-0400' }), section('744.11')] };

  it('stays while nothing in the part moved, and moves with a size, a day of receipt and a section more', () => {
    expect(mark({})).toBe(mark({}));
    const marks = [{}, larger, later, { sections: [section('744.1')] }].map((day) => mark(day));
    expect(marks).not.toContain(undefined);
    expect(new Set(marks).size).toBe(marks.length);
  });

  it('follows only what the source reads', () => {
    const appendix = sourceOf({ part: 744, appendix: 'Supplement No. 4 to Part 744' });
    expect(mark(larger, appendix)).toBe(mark({}, appendix));
    expect(mark({ supplement4: { size: 5 } }, appendix)).not.toBe(mark({}, appendix));
    const named = sourceOf({ part: 744, sections: ['744.11'] });
    expect(mark(larger, named)).toBe(mark({}, named));
  });

  it('is left out where the tree does not tell, so that the part is asked for', () => {
    const undated = { ...section('744.1'), received_on: undefined };
    for (const tree of ['{"cut', {}, titleTree({ sections: [undated as never] })]) {
      expect(partAfter(tree)).toMatchObject({ purpose: 'capture' });
      expect(partAfter(tree)).not.toHaveProperty('state');
    }
    expect(partAfter(titleTree(), sourceOf({ part: 734 }))).not.toHaveProperty('state');
  });
});
