import type { JsonObject } from './json.ts';

/**
 * One row of a list, in the field's terms. `kind` decides what its appearance means: a party listed, a temporary
 * relief granted, or a rule section opened.
 */
export interface ListEntry {
  readonly kind: 'entity' | 'authorisation' | 'rule';
  /** Which list or table of the publication: `EL`, `SDN`, `Conditional Approvals`. Identity is within a list. */
  readonly list: string;
  /** Instrument the list belongs to, where one publication carries the lists of several. */
  readonly instrumentId?: string;
  /** Name as printed, without aliases. */
  readonly name: string;
  /**
   * What the publisher itself tells the row by, where that is steadier than the name: an OFAC entity number, the company
   * set in bold. Absent: the name and the country are the identity.
   */
  readonly identity?: string;
  /** The row's running text, where `name` is only its start; compared instead of the name. */
  readonly wording?: string;
  /**
   * For a rule whose text is not at hand: the publisher's mark of its last edit. A mark that moves is a change of the text,
   * unless it moves in many rows at once and nothing else does.
   */
  readonly stamp?: string;
  /** ISO 3166-1 alpha-2, where the publisher's country is known. */
  readonly country?: string;
  readonly aliases: readonly string[];
  readonly addresses: readonly string[];
  readonly licenseRequirement?: string;
  readonly licenseReviewPolicy?: string;
  /** Footnote designations such as `1` (Huawei FDP rule) or `4` (supercomputer FDP rule). */
  readonly footnotes: readonly string[];
  /** Federal Register or gazette citations as printed. */
  readonly citations: readonly string[];
  /** Calendar dates, for an authorisation. */
  readonly validFrom?: string;
  readonly validTo?: string;
  /** Remaining cells as printed, by the publisher's column name. A difference here is `entity.detail_changed`. */
  readonly details: Readonly<Record<string, string>>;
  /** Name of the entry this one stands under, for hierarchical entries. */
  readonly parent?: string;
  /** The same name in the publisher's own script, where it prints both: `コハス・AG` beside `Kohas AG`. Proof of a respelling. */
  readonly nativeName?: string;
  /** Part of the publication it is printed in (a sheet), without its number. Never compared: parts are renumbered and renamed. */
  readonly section?: string;
  /** What to be listed does, where it does not bind the party as a matter of course: `neutral` for a class free of duty. */
  readonly additionEffect?: 'tighten' | 'neutral';
  /** Further facts as printed that are shown and never compared: a number that shifts, the name of a sheet. */
  readonly noted?: Readonly<Record<string, string | number>>;
  readonly locator: string;
  /** The row's words, raw. */
  readonly quote: string;
}

/** What the reader counted, so that a shrunken or half-read list is noticed before it is compared. */
export interface SectionCount {
  readonly section: string;
  readonly entries: number;
  /** The publisher says that this part was lifted: it holds nothing, by law. */
  readonly lifted?: true;
}

export interface ListReading {
  readonly kind: 'list';
  readonly entries: readonly ListEntry[];
  readonly sections: readonly SectionCount[];
  /**
   * In which form the list was served (`xlsx`, `pdf`). Aliases and addresses are not compared across two forms: each
   * breaks them in its own places.
   */
  readonly form?: string;
  /** Details, too, are written otherwise in each form (`1968年頃`, `1968/02/01`), and compared within one form only. */
  readonly detailsOfForm?: true;
  /** Columns the capture prints, by the names in `details`. A column that only one of two readings prints is not compared. */
  readonly columns?: readonly string[];
  /** Each section is a list of its own: one that the capture does not even name was not fetched, however short it was. */
  readonly sectionsAreLists?: true;
  /** `additions`: holds only what a new designation adds. What it does not name stays listed. Absent: the whole list. */
  readonly extent?: 'additions';
}

/** One addressable unit of a legal text: an article, a 号 of 別表第一, a row, a country of a country list. */
export interface Provision {
  /** `country`: one country of a country list. `item`: a controlled item. `rule`: everything else that binds. */
  readonly kind: 'rule' | 'item' | 'country';
  /** Printed in the convention of the source: `第四条`, `7の項(10の2)`, `別表第二 35の5の項`, `附則第三項`. Unique in a reading. */
  readonly label: string;
  /** Label of the enclosing unit; a new unit is reported once, at its top. */
  readonly parent?: string;
  /** For a country: the table it stands in, `別表第三`. */
  readonly list?: string;
  /** Own words, raw, without those of nested provisions. */
  readonly text: string;
  readonly locator: string;
  /** Heading as printed, `（特例）`. Never compared: a heading alone changes nothing. */
  readonly caption?: string;
  /** For a country: ISO 3166-1 alpha-2, where the name printed is known. */
  readonly country?: string;
  /** The item whose limits this unit states, where that stands in another law: `7の項`, `外為令別表5の項`. */
  readonly specifies?: string;
  /** Instrument this unit belongs to, where it is not that of the source. */
  readonly instrumentId?: string;
  /** What the appearance of this unit does to the regulated public: listed goods tighten, exempted goods loosen. */
  readonly additionEffect?: 'tighten' | 'loosen';
  /** Why a person should check how this unit was read. */
  readonly doubt?: string;
  /**
   * What this unit states about its `parent`, where a change of it is a change of the parent: a note, a row of the License
   * Requirements table, a line of the list-based license exceptions.
   */
  readonly aspect?: 'note' | 'reason_for_control' | 'license_exception';
  /** For a country of a table: the columns or groups it is marked in, `NS 1`, `D:1`. Its order says nothing. */
  readonly marks?: readonly string[];
  /** For a country of a table: what a mark does. `by_group`: Country Groups D and E tighten, the others loosen. */
  readonly markEffect?: 'tighten' | 'by_group';
  /** Gazette citations of the acts that made or amended this unit, as printed, oldest first: `89 FR 96801`. */
  readonly amendedBy?: readonly string[];
  /** For a section or entry: `* * * * *` stands in it. Words are left out, not deleted. */
  readonly isElided?: true;
  /** The publisher's note on when the unit takes or loses effect. Never compared; it tells suspended text from removed text. */
  readonly effectNote?: string;
}

export interface TextReading {
  readonly kind: 'text';
  /** Title of the law or part. */
  readonly title: string;
  readonly lang: 'en' | 'ja';
  readonly provisions: readonly Provision[];
  /** Revision facts: which amending law, enforced when. */
  readonly revision: {
    readonly revisionId?: string;
    readonly amendedBy?: string;
    /** Calendar date on which the amending law or order was promulgated (公布日). */
    readonly promulgatedOn?: string;
    /** Known calendar date of enforcement. Absent while an order has yet to name it. */
    readonly enforcedOn?: string;
    /** Last day on which a law without a date may take effect; a placeholder of the publisher, never the effective date. */
    readonly enforcedByLatest?: string;
    /** Words of a pending law that leave its day to an order, raw, where the order has since named it: `enforcedOn`. */
    readonly dateSetByOrder?: string;
    /** Words of a pending law that say from when it is in force, raw, where `dateSetByOrder` does not hold them. */
    readonly enforcementClause?: string;
    readonly status?: 'in_force' | 'pending';
    /** Day as of which the publisher's copy shows the text. */
    readonly codifiedOn?: string;
  };
}

/** One document of a documents source: a Federal Register document, a press release, a feed or log entry. */
export interface RegulatoryDocument {
  /** Federal Register document number, or the publisher's own id; else the official link. Identity within a source. */
  readonly documentId: string;
  readonly documentNumber?: string;
  readonly title: string;
  readonly url: string;
  /** Calendar date of publication in the authority's zone. */
  readonly publishedOn?: string;
  /** Instant of filing for public inspection, as served. */
  readonly publicInspectionAt?: string;
  /** `Rule`, `Proposed Rule`, `Notice`, `Presidential Document`, or the publisher's own class. */
  readonly documentType?: string;
  /** ACTION line as printed, `Interim final rule; request for comments.` */
  readonly action?: string;
  readonly summary?: string;
  /** DATES section as printed. */
  readonly datesText?: string;
  readonly effectiveOn?: string;
  readonly commentsCloseOn?: string;
  readonly citation?: string;
  readonly agencies: readonly string[];
  readonly cfr: readonly { readonly title: number; readonly part: string }[];
  readonly rins: readonly string[];
  readonly dockets: readonly string[];
  /** Document number this one corrects. */
  readonly corrects?: string;
  /** Further facts of the publisher that a reader of the digest may want, shown as they are. */
  readonly details: JsonObject;
  readonly locator: string;
  readonly quote: string;
}

export interface DocumentsReading {
  readonly kind: 'documents';
  readonly documents: readonly RegulatoryDocument[];
  /** Newest publication date or update among the entries: how stale the feed is. ISO date or instant. */
  readonly newestOn?: string;
}

export type Reading = ListReading | TextReading | DocumentsReading;

/**
 * What a reader answers. `structure_changed`: the page is not of the known shape. `implausible`: the shape is right but the
 * counts do not add up (truncated, section missing). Neither is ever compared; both are held for a person.
 */
export type ReadOutcome =
  | { readonly kind: 'read'; readonly reading: Reading }
  | { readonly kind: 'structure_changed' | 'implausible'; readonly because: string; readonly locator?: string };
