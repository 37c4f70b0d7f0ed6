/** What one table of an order is about. */
export interface TableTerms {
  /** Rows hold 号 of their own, `7の項(10の2)`, and the table's name is left out of labels. */
  readonly rowsHoldItems?: true;
  readonly instrumentId?: string;
  /** What a new entry of the table does to exporters. */
  readonly additionEffect?: 'tighten' | 'loosen';
}

/** What Redline knows of an order that lists controlled goods or technology. */
export interface OrderTerms {
  readonly tables: Readonly<Record<string, TableTerms>>;
  /** Articles are lists of controlled goods or technology with their limits: each numbered unit is an item of its own. */
  readonly articlesHoldItems?: true;
}

/** Row 16 of both tables is the catch-all, a policy tool of its own. */
export const CATCH_ALL = { row: '16の項', instrumentId: 'JP-CATCHALL' } as const;

/**
 * Orders that list controlled goods or technology, by law number. Sources: 輸出貿易管理令 第一条, 第二条 and 第四条 (which table
 * controls and which exempts), 外国為替令 第十七条, 貨物等省令 第一条 to 第二十八条 (the specifications behind both tables).
 */
export const CONTROL_ORDERS: Readonly<Record<string, OrderTerms>> = {
  昭和二十四年政令第三百七十八号: {
    tables: {
      別表第一: { rowsHoldItems: true, instrumentId: 'JP-EXPORT-T1', additionEffect: 'tighten' },
      別表第二: { additionEffect: 'tighten' },
      別表第二の二: { additionEffect: 'tighten' },
      別表第二の三: { additionEffect: 'tighten' },
      別表第二の四: { instrumentId: 'JP-COUNTRY', additionEffect: 'tighten' },
      別表第三: { instrumentId: 'JP-COUNTRY', additionEffect: 'loosen' },
      別表第三の二: { instrumentId: 'JP-COUNTRY', additionEffect: 'tighten' },
      別表第三の三: { additionEffect: 'tighten' },
      別表第四: { instrumentId: 'JP-COUNTRY', additionEffect: 'tighten' },
      別表第五: { additionEffect: 'loosen' },
      別表第六: { additionEffect: 'loosen' },
    },
  },
  昭和五十五年政令第二百六十号: {
    tables: { 別表: { rowsHoldItems: true, instrumentId: 'JP-FX-TABLE', additionEffect: 'tighten' } },
  },
  平成三年通商産業省令第四十九号: { tables: {}, articlesHoldItems: true },
};
