/**
 * One fact that an amendatory instruction orders, in the terms in which the amended list or text will show it. Told as a fact of
 * its document: the list itself follows days later and is then told as a change of its own.
 */
export interface AnnouncedFact {
  /** Type that the change of the list or text will have. */
  readonly type: string;
  /** `EL`, `UVL`, `MEU`, `VEU`; absent for items and rules. */
  readonly list?: string;
  /** Party as printed. */
  readonly name?: string;
  readonly aliases?: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** Footnote designations of the license requirement. */
  readonly footnotes?: readonly string[];
  /** The same entity stands under several countries: entries are not entities. */
  readonly entityGroupId?: string;
  /** ECCN. */
  readonly item?: string;
  /** ECCN that it bears from now on. */
  readonly newItem?: string;
  /** `15 CFR 744.11`, `15 CFR 774 Supp. 1`. */
  readonly cfr?: string;
  readonly oldValue?: number;
  readonly newValue?: number;
  readonly unit?: string;
}
