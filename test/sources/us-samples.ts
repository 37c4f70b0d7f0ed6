import { guidancePage, LISTED, PARAGRAPHS, sitemap } from '../../libs/sources/src/bis-pages/bis-pages.fixture.ts';
import { ADDITIONS, releasePage } from '../../libs/sources/src/bis-press/bis-press.fixture.ts';
import { cslJson, JSON_ROWS } from '../../libs/sources/src/csl/csl.fixture.ts';
import { ADMINISTRATIVE_ID, STATUTORY_ROWS, statutoryList } from '../../libs/sources/src/ddtc/ddtc.fixture.ts';
import { articleJson } from '../../libs/sources/src/ddtc-articles/ddtc-articles.fixture.ts';
import { NEW_ROWS, newFile } from '../../libs/sources/src/dpl/dpl.fixture.ts';
import { appendixXml, HEADS, ROWS } from '../../libs/sources/src/ecfr/appendix.fixture.ts';
import { section, titleTree } from '../../libs/sources/src/ecfr-structure/structure.fixture.ts';
import { partXml, sectionXml } from '../../libs/sources/src/ecfr-text/part.fixture.ts';
import { COVERED_ROWS, coveredListPage } from '../../libs/sources/src/fcc/covered-list.fixture.ts';
import { filedDocument, searchPage } from '../../libs/sources/src/federal-register/search-page.fixture.ts';
import { issue } from '../../libs/sources/src/federal-register-issue/issue.fixture.ts';
import { redesignedPage, TABLES, page as uflpaPage } from '../../libs/sources/src/uflpa/uflpa.fixture.ts';
import { fault, type Sample, sampleSource } from './sample.ts';

const FR = 'https://www.federalregister.gov/api/v1';
const SECTIONS = ['744.1', '744.11', '744.16', '744.21', '744.23'].map((number) =>
  sectionXml(
    number,
    'Restrictions.',
    `<P>(a) General prohibition of ${number}.</P>`,
    `<P>(b) Exceptions from ${number}.</P>`,
  ),
);
const SITEMAP = 'https://www.bis.gov/sitemap.xml';
const PRESS = 'https://media.bis.gov/news-updates/all-press-releases';
const swappedHeads = [...HEADS].reverse();

/** The publications of the United States, each by the fixture of its family. */
export const US_SAMPLES: Readonly<Record<string, Sample>> = {
  'federal-register': {
    source: sampleSource('federal-register', { url: `${FR}/documents.json` }),
    url: `${FR}/documents.json?per_page=1000`,
    mediaType: 'application/json',
    good: JSON.stringify(searchPage),
    own: [
      fault('a count without documents', JSON.stringify({ ...searchPage, count: 9, results: [] })),
      fault('a refused query', JSON.stringify({ errors: { agencies: 'is not a valid field' } })),
      fault(
        'half of the documents',
        JSON.stringify({ ...searchPage, count: 1, results: searchPage.results.slice(0, 1) }),
        'read',
      ),
    ],
    anyCharset: true,
  },
  'federal-register-public-inspection': {
    source: sampleSource('federal-register-public-inspection', {
      guard: { minEntries: 0, maxLossShare: 1, confirmAfterMinutes: 0 },
    }),
    url: `${FR}/public-inspection-documents/current.json`,
    mediaType: 'application/json',
    good: JSON.stringify({ count: 1, results: [filedDocument] }),
    own: [
      fault('a count without documents', JSON.stringify({ count: 3, results: [] })),
      fault('an empty day', JSON.stringify({ count: 0, results: [] }), 'read'),
    ],
    anyCharset: true,
  },
  'federal-register-issue': {
    source: sampleSource('federal-register-issue'),
    url: 'https://www.govinfo.gov/bulkdata/FR/2019/05/FR-2019-05-21.xml',
    mediaType: 'application/xml',
    good: issue(),
    own: [fault('a document of the contents is not in the body', issue({ alsoNamed: ['2019~99999'] }))],
  },
  ecfr: {
    source: sampleSource('ecfr', {
      params: { title: 15, part: '744', appendix: 'Supplement No. 4 to Part 744', list: 'EL' },
    }),
    url: 'https://www.ecfr.gov/api/versioner/v1/full/2026-06-18/title-15.xml?part=744',
    mediaType: 'application/xml',
    good: appendixXml(),
    own: [
      fault('the appendix is missing', appendixXml(ROWS, HEADS, 'Supplement No. 9 to Part 744')),
      fault('no row', appendixXml([])),
      fault('most rows are gone', appendixXml(ROWS.slice(0, 1))),
      fault('headings swapped over the same cells', appendixXml(ROWS, swappedHeads)),
      fault(
        'columns in another order with their headings',
        appendixXml(
          ROWS.map((row) => [...row.slice(0, 4), row[4] ?? '']),
          HEADS,
        ),
        'read',
      ),
    ],
  },
  'ecfr-structure': {
    source: sampleSource('ecfr-structure', { params: { title: 15, parts: ['744'] } }),
    url: 'https://www.ecfr.gov/api/versioner/v1/structure/2025-04-28/title-15.json',
    mediaType: 'application/json',
    good: JSON.stringify(
      titleTree({ sections: ['744.1', '744.11', '744.16', '744.21'].map((number) => section(number)) }),
    ),
    own: [
      fault('most sections are gone', JSON.stringify(titleTree({ sections: [] }))),
      fault('the tree of no title', JSON.stringify({ children: [] })),
    ],
  },
  'ecfr-text': {
    source: sampleSource('ecfr-text', { params: { title: 15, part: '744' } }),
    url: 'https://www.ecfr.gov/api/versioner/v1/full/2026-06-18/title-15.xml?part=744',
    mediaType: 'application/xml',
    good: partXml('744', ...SECTIONS),
    own: [
      fault('most sections are missing', partXml('744', ...SECTIONS.slice(0, 2))),
      fault('another part', partXml('745', ...SECTIONS)),
      fault('no section', partXml('744')),
    ],
  },
  csl: {
    source: sampleSource('csl'),
    url: 'https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.json',
    mediaType: 'application/json',
    good: cslJson(),
    own: [
      fault('no party', cslJson([])),
      fault('a whole list is gone', cslJson(JSON_ROWS.filter(({ source }) => !/EL\)/.test(source)))),
      fault('names under another key', cslJson(JSON_ROWS.map(({ name, ...row }) => ({ ...row, title: name })))),
    ],
  },
  'fcc-covered-list': {
    source: sampleSource('fcc-covered-list'),
    url: 'https://www.fcc.gov/supplychain/coveredlist',
    mediaType: 'text/html',
    good: coveredListPage(),
    own: [
      fault('no row', coveredListPage({ covered: [], approvals: [] })),
      fault('one table empty', coveredListPage({ covered: COVERED_ROWS.slice(0, 0) })),
      fault('headings of neither table', coveredListPage().replaceAll(/<th>.*?<\/th>/g, '<th>Item</th>')),
    ],
  },
  'bis-dpl': {
    source: sampleSource('bis-dpl'),
    url: 'https://media.bis.gov/sites/default/files/dpl_10102026.csv',
    mediaType: 'text/csv',
    good: newFile(NEW_ROWS),
    own: [
      fault('no row', newFile([])),
      fault('most rows are gone', newFile(NEW_ROWS.slice(0, 1))),
      fault(
        'headings swapped over the same cells',
        newFile(NEW_ROWS)
          .replace('Effective_Date', 'x')
          .replace('Name_and_Address', 'Effective_Date')
          .replace('x', 'Name_and_Address'),
      ),
    ],
    noEndMark: true,
  },
  'ddtc-debarred': {
    source: sampleSource('ddtc-debarred', { params: { list: 'statutory' } }),
    url: `https://www.pmddtc.state.gov/sys_attachment.do?sys_id=${ADMINISTRATIVE_ID}`,
    mediaType: 'text/csv',
    good: statutoryList(),
    own: [
      fault('no row', statutoryList([])),
      fault('most rows are gone', statutoryList(STATUTORY_ROWS.slice(0, 1))),
      fault(
        'headings swapped over the same cells',
        statutoryList().replace(
          'Party Name,Date Of Birth,Federal Register Notice',
          'Federal Register Notice,Date Of Birth,Party Name',
        ),
      ),
    ],
    anyCharset: true,
    noEndMark: true,
  },
  'dhs-uflpa': {
    source: sampleSource('dhs-uflpa'),
    url: 'https://www.dhs.gov/uflpa-entity-list',
    mediaType: 'text/html',
    good: uflpaPage(),
    own: [
      fault('no table', uflpaPage([])),
      fault('a section is missing', uflpaPage(TABLES.slice(1))),
      fault(
        'columns swapped under their headings',
        uflpaPage(TABLES.map((own) => ({ ...own, rows: own.rows.map(([entity, date]) => [date, entity] as const) }))),
      ),
      fault('a redesign with the same list', redesignedPage(), 'read'),
    ],
  },
  'bis-pages': {
    source: sampleSource('bis-pages', { url: SITEMAP }),
    url: SITEMAP,
    mediaType: 'application/xml',
    good: sitemap([...LISTED, ['/licensing/a'], ['/licensing/b'], ['/licensing/c'], ['/licensing/d']]),
    own: [
      fault('no page', sitemap([])),
      fault('most pages are gone', sitemap(LISTED.slice(0, 2))),
      fault(
        'the same pages on another host',
        sitemap([...LISTED, ['/licensing/a'], ['/licensing/b'], ['/licensing/c'], ['/licensing/d']]).replaceAll(
          'media.bis',
          'www.bis',
        ),
        'read',
      ),
    ],
  },
  'bis-pages, a page': {
    source: sampleSource('bis-pages', { url: SITEMAP }),
    url: 'https://media.bis.gov/learn-support/deemed-exports',
    mediaType: 'text/html',
    good: guidancePage(),
    own: [
      fault('no paragraph', guidancePage([])),
      fault(
        'most paragraphs are gone',
        guidancePage([`${PARAGRAPHS[0]} It is under review; please come back for more of it.`]),
      ),
      fault(
        'a redesign with the same words',
        guidancePage().replace('<main id="main-content">', '<article>').replace('</main>', '</article>'),
        'read',
      ),
    ],
  },
  'bis-press': {
    source: sampleSource('bis-press', { url: PRESS }),
    url: 'https://media.bis.gov/press-release/department-commerce-revises-license-review-policy',
    mediaType: 'text/html',
    good: releasePage(ADDITIONS),
    own: [fault('a release without text', releasePage({ ...ADDITIONS, paragraphs: [] }))],
  },
  'ddtc-articles': {
    source: sampleSource('ddtc-articles', { url: 'https://www.pmddtc.state.gov/api/now/sp/page' }),
    url: 'https://www.pmddtc.state.gov/api/now/sp/page?id=ddtc_kb_article_page&kb_number=KB0010126',
    mediaType: 'application/json',
    good: articleJson(),
    own: [
      fault('an article without words', articleJson({ paragraphs: [], files: [] })),
      fault('no article', '{"result":{}}'),
      fault(
        'a file uploaded again under its title',
        articleJson().replace(/sys_id=[0-9a-f]{32}/, `sys_id=${'a'.repeat(32)}`),
        'read',
      ),
    ],
  },
};
