/** One release as the Bureau prints it; days, titles and amounts used with it are real, the sentences are ours. */
export interface Release {
  readonly day: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export const RESCISSION: Release = {
  day: 'Tuesday, May 13, 2025',
  title: 'Department of Commerce Announces Rescission of Biden-Era Artificial Intelligence Diffusion Rule',
  paragraphs: [
    'WASHINGTON, D.C. - The Department of Commerce announced today that it will rescind the AI Diffusion Rule, whose requirements were to begin on May 15.',
    'The Bureau of Industry and Security plans to publish a Federal Register notice formalizing the rescission and will issue a replacement rule in the future.',
  ],
};

export const SETTLEMENT: Release = {
  day: 'Monday, April 13, 2026',
  title: 'BIS Reaches Administrative Enforcement Settlement with Coastal PVA Technology, Inc.',
  paragraphs: [
    'WASHINGTON, D.C. - Today, the Bureau of Industry and Security imposed an administrative penalty of $1.5 million on Coastal PVA Technology, Inc., of California, for exports without the required licenses.',
    'The order, the settlement agreement and the proposed charging letter are available on the Bureau’s pages.',
  ],
};

export const ADDITIONS: Release = {
  day: 'Tuesday, January 13, 2026',
  title: 'Department of Commerce Revises License Review Policy for Semiconductors Exported to China',
  paragraphs: [
    'WASHINGTON, D.C. - Today, the Bureau of Industry and Security issued a rule that revises its license review policy for certain semiconductors exported to China.',
    'The rule is on public inspection at the Federal Register.',
  ],
};

export function releasePage({ day, title, paragraphs }: Release): string {
  return `<!DOCTYPE html><html lang="en"><head><title>${title} | Bureau of Industry and Security</title></head><body>
<header><nav><a href="/">Home</a></nav></header>
<main><p>FOR IMMEDIATE RELEASE | ${day} | Media Contact: BIS Office of Public Affairs</p>
<h1>${title}</h1>
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}
</main></body></html>
`;
}

/** Addresses of releases by their slug, newest first, with the day beside each. */
export function releaseList(releases: readonly (readonly [slug: string, title: string, day: string])[]): string {
  const items = releases.map(
    ([slug, title, day]) => `<li><time>${day}</time> <a href="/press-release/${slug}">${title}</a></li>`,
  );
  return `<!DOCTYPE html><html lang="en"><head><title>All Press Releases</title></head><body><header><nav><a href="/">Home</a></nav></header>
<main><h1>All Press Releases</h1><ul>${items.join('\n')}</ul></main></body></html>
`;
}
