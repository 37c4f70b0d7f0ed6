import { describe, expect, it } from 'vitest';
import { parseSavingsClause } from './savings-clause.ts';

describe('parseSavingsClause', () => {
  it.each([
    [
      'Shipments of items removed from eligibility for export that were en route aboard a carrier to a port of export or reexport, on March 28, 2023, pursuant to actual orders, may proceed under the previous eligibility. Any such items not actually exported before midnight, on April 27, 2023, require a license.',
      { enRouteOn: '2023-03-28', savingsUntil: '2023-04-27' },
    ],
    [
      'Items that were on dock for loading or en route aboard a carrier to a port of export, on February 27, 2024, may proceed to that destination without a license provided the export is completed no later than on March 28, 2024.',
      { enRouteOn: '2024-02-27', savingsUntil: '2024-03-28' },
    ],
    [
      'Shipments that were en route aboard a carrier to a foreign destination on May 16, 2019, may proceed to their destination under the previous eligibility.',
      { enRouteOn: '2019-05-16' },
    ],
    [
      'Items that were on dock for loading or en route aboard a carrier to a port of export, on August 20, 2020, may proceed so long as they have been exported from the United States before October 19, 2020.',
      { enRouteOn: '2020-08-20', savingsUntil: '2020-10-19' },
    ],
    [
      'Shipments that were en route aboard a carrier to a port of export as of September 29, 2025, may proceed, provided the export is completed no later than on October 29, 2025.',
      { enRouteOn: '2025-09-29', savingsUntil: '2025-10-29' },
    ],
    ['This rule is effective May 16, 2019.', {}],
    ['', {}],
  ])('reads "%s"', (text, dates) => {
    expect(parseSavingsClause(text)).toEqual(dates);
  });
});
