import { describe, expect, it } from 'vitest';
import type { CaptureRequest } from '../source.ts';
import { followNewest } from './follow-newest.ts';
import type { PageLink } from './links-of-page.ts';

const probe: CaptureRequest = {
  url: 'https://www.mof.go.jp/policy/economic_sanctions/list.html',
  headers: { 'Accept-Language': 'ja' },
  accept: ['text/html'],
  purpose: 'probe',
};
const dayOf = ({ url }: PageLink) => /(\d{8})\.xlsx$/.exec(url.pathname)?.[1];

function followed(html: string, request = probe) {
  const page = { bytes: new TextEncoder().encode(html), mediaType: 'text/html', url: request.url, retrievedAt: '' };
  return followNewest(request, page, dayOf, ['application/octet-stream']);
}

describe('followNewest', () => {
  it('asks for the newest file, wherever it stands on the page', () => {
    const html =
      '<a href="./a20250110.xlsx">旧</a><a href="a20260902.xlsx">新</a><a href="/policy/a20260415.xlsx">中</a>';
    expect(followed(html)).toEqual([
      {
        url: 'https://www.mof.go.jp/policy/economic_sanctions/a20260902.xlsx',
        headers: { 'Accept-Language': 'ja' },
        accept: ['application/octet-stream'],
        purpose: 'capture',
      },
    ]);
  });

  it('leaves the host for nobody', () => {
    const html = '<a href="https://evil.example/a20270101.xlsx">x</a><a href="javascript:a20270101.xlsx">x</a>';
    expect(followed(html)).toMatchObject([{ url: probe.url }]);
  });

  it('asks for the page as the publication where it links no file, so that the reader can say so', () => {
    expect(followed('<p>ただいまメンテナンス中</p>')).toMatchObject([{ url: probe.url, purpose: 'capture' }]);
  });

  it('follows nothing from the file itself', () => {
    expect(followed('<a href="a20260902.xlsx">新</a>', { ...probe, purpose: 'capture' })).toEqual([]);
  });
});
