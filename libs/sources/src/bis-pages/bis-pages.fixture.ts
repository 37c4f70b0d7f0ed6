/** Addresses as the Bureau lists them, some with the day of the last edit and some without. */
export const LISTED: readonly (readonly [path: string, lastModified?: string])[] = [
  ['/enforcement/penalties', '2026-08-01'],
  ['/licensing/country-guidance/china-export-controls'],
  ['/learn-support/deemed-exports', '2026-07-10'],
  ['/licensing/end-user-guidance/entity-list'],
  ['/press-release/commerce-adds-entities', '2026-07-11'],
];

export function sitemap(listed = LISTED): string {
  const urls = listed.map(
    ([path, day]) =>
      ` <url><loc>https://media.bis.gov${path}</loc>${day === undefined ? '<priority>0.5</priority>' : `<lastmod>${day}</lastmod>`}</url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`;
}

/** Paragraphs on deemed exports (15 CFR 734.13(a)(2) and (b)), in our words. */
export const PARAGRAPHS: readonly string[] = [
  'Releasing technology or source code to a foreign person in the United States is an export to that person’s most recent country of citizenship or permanent residency.',
  'Such a release is called a deemed export and may require a license before the release is made.',
  'Persons with permanent residency in the United States and protected individuals are not foreign persons under the EAR.',
  'Questions about deemed exports can be sent to the Bureau by electronic mail.',
];

/** A page in the Bureau's markup, written for these tests. `banner` stands where its alerts do. */
export function guidancePage(paragraphs = PARAGRAPHS, { banner = '', updated = 'July 10, 2026' } = {}): string {
  return `<!DOCTYPE html><html lang="en"><head><title>Deemed Exports | Bureau of Industry and Security</title></head><body>
<div class="usa-banner">An official website of the United States government</div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/licensing">Licensing</a></li></ul></nav></header>
${banner}<main id="main-content"><nav aria-label="Breadcrumb">Home / Learn &amp; Support</nav>
<h1>Deemed Exports</h1>
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}
<p>Last updated: ${updated}</p>
</main><footer>Retrieved 2026-11-24T00:00:00Z</footer></body></html>
`;
}
