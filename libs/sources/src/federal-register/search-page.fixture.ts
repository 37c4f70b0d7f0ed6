/**
 * A search page in the form federalregister.gov API v1 serves, written for these tests. Numbers, titles, dates and
 * citations are those of real documents; abstracts are shortened.
 */
export const searchPage = {
  description: 'Documents from Industry and Security Bureau published on or after 02/01/2020',
  count: 2,
  total_pages: 1,
  results: [
    {
      title: 'Temporary General License: Extension of Validity  ',
      type: 'Rule',
      action: 'Final rule.',
      abstract: 'The U.S. Government has decided to extend through May 15, 2020, the temporary general license.',
      agencies: [
        { raw_name: 'DEPARTMENT OF COMMERCE', name: 'Commerce Department', id: 54, slug: 'commerce-department' },
        {
          raw_name: 'Bureau of Industry and Security',
          name: 'Industry and Security Bureau',
          id: 241,
          slug: 'industry-and-security-bureau',
        },
      ],
      cfr_references: [{ title: 15, part: '744', chapter: null, citation_url: null }],
      citation: '85 FR 14416',
      comments_close_on: null,
      correction_of: null,
      dates: 'This rule is effective March 10, 2020, through May 15, 2020.',
      docket_ids: ['Docket No. 200309-0072'],
      document_number: '2020-05190',
      effective_on: '2020-03-10',
      html_url: 'https://www.federalregister.gov/documents/2020/03/12/2020-05190/temporary-general-license',
      pdf_url: 'https://www.govinfo.gov/content/pkg/FR-2020-03-12/pdf/2020-05190.pdf',
      publication_date: '2020-03-12',
      public_inspection_pdf_url: 'https://public-inspection.federalregister.gov/2020-05190.pdf?1583844300',
      page_views: { count: 12, last_updated: '2020-03-12 10:15:04 -0400' },
      regulation_id_numbers: ['0694-AH97'],
      significant: null,
      topics: ['Exports', 'Terrorism'],
    },
    {
      title: 'Revisions to the Unverified List (UVL)',
      type: null,
      abstract: null,
      agencies: null,
      document_number: '2020\u201327931',
      html_url: null,
      pdf_url: null,
      publication_date: '2021-01-11',
    },
  ],
};

/** One entry of the public-inspection list, in the publisher's form. */
export const filedDocument = {
  agencies: [{ raw_name: 'DEPARTMENT OF COMMERCE', name: 'Commerce Department', slug: 'commerce-department' }],
  agency_names: ['Commerce Department'],
  docket_numbers: ['Docket No. 190513445-9445-01'],
  document_number: '2019-10616',
  filed_at: '2019-05-16T16:15:00.000-04:00',
  filing_type: 'special',
  num_pages: 21,
  page_views: { count: 9, last_updated: '2019-05-16 17:15:06 -0400' },
  pdf_url: 'https://public-inspection.federalregister.gov/2019-10616.pdf',
  publication_date: '2019-05-21',
  title: 'Addition of Entities to the Entity List  ',
  toc_subject: '',
  type: 'Rule',
};
