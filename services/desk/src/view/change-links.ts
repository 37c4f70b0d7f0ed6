import type { Change } from '#domain';

/** Addresses of one change: ours for its page and its API form, the publisher's for the official text. */
export interface ChangeLinks {
  readonly page: string;
  readonly api: string;
  /** Absent where the publisher gave no web address. */
  readonly official?: string;
}

export function changeLinks(change: Change, publicUrl: string): ChangeLinks {
  const id = encodeURIComponent(change.changeId);
  const official = officialLink(change);
  return {
    page: `${publicUrl}/changes/${id}`,
    api: `${publicUrl}/api/v1/changes/${id}`,
    ...(official === undefined ? {} : { official }),
  };
}

/** The official page of the newer side, else the address its bytes came from. */
export function officialLink(change: Change): string | undefined {
  const sides = [...change.evidence].sort((a, b) => Number(b.side === 'after') - Number(a.side === 'after'));
  const urls = [...sides.map((evidence) => evidence.officialUrl), ...sides.map((evidence) => evidence.url)];
  return urls.find((url) => url !== undefined && isWebLink(url));
}

/** Fetched text is hostile: `javascript:` and its like never become a link. */
export function isWebLink(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
