/**
 * The tree of a CFR title, written for these tests in the form of the eCFR versioner API. Labels, sizes and days of receipt are
 * those of title 15 on 2025-04-28; all but a few nodes are left out.
 */
interface FixtureNode {
  readonly type: string;
  readonly identifier: string;
  readonly label: string;
  readonly label_level: string;
  readonly label_description: string;
  readonly reserved: boolean;
  readonly size: number;
  readonly received_on?: string;
  readonly children?: readonly FixtureNode[];
}

function node(
  type: string,
  identifier: string,
  level: string,
  description: string,
  over: Partial<FixtureNode> = {},
): FixtureNode {
  return {
    identifier,
    label: `${level}—${description}\n`,
    label_level: level,
    label_description: description,
    reserved: false,
    type,
    size: 1,
    ...over,
  };
}

/** What a test changes of one day's tree. */
export interface Day {
  readonly supplement4?: Partial<FixtureNode>;
  readonly sections?: readonly FixtureNode[];
}

export const section = (number: string, over: Partial<FixtureNode> = {}): FixtureNode =>
  node('section', number, `§ ${number}`, 'Restrictions on certain activities.', {
    size: 8_000,
    received_on: '2023-03-31T21:40:31-0400',
    ...over,
  });

/** Title 15 with a part of the EAR and one of another agency. */
export function titleTree({
  supplement4 = {},
  sections = [section('744.1'), section('744.11')],
}: Day = {}): FixtureNode {
  const entityList = node(
    'appendix',
    'Supplement No. 4 to Part 744',
    'Supplement No. 4 to Part 744',
    'Entity <I>List</I>',
    {
      size: 2_197_405,
      received_on: '2025-03-31T17:40:14-0400',
      ...supplement4,
    },
  );
  const total = 2_197_405 + (supplement4.size ?? 0);
  const part744 = node('part', '744', 'Part 744', 'Control Policy: End-User and End-Use Based', {
    size: total,
    children: [...sections, section('744.25', { reserved: true, size: 0 }), entityList],
  });
  const part902 = node('part', '902', 'Part 902', 'NOAA Information Collection', { children: [section('902.1')] });
  const chapters = [
    node('chapter', 'VII', ' Chapter VII', 'Bureau of Industry and Security', { size: total, children: [part744] }),
    node('chapter', 'IX', ' Chapter IX', 'NOAA', { children: [part902] }),
  ];
  return node('title', '15', 'Title 15', 'Commerce and Foreign Trade', { size: total, children: chapters });
}

export const titles = (state: { readonly upTo?: string | null; readonly importing?: boolean } = {}) => ({
  titles: [
    {
      number: 15,
      name: 'Commerce and Foreign Trade',
      up_to_date_as_of: state.upTo === undefined ? '2025-04-28' : state.upTo,
    },
  ],
  meta: { date: '2025-04-29', import_in_progress: state.importing ?? false },
});
