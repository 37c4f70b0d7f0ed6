/** Topics that cross a service boundary, each with the key whose order matters. */
export const TOPICS = {
  captures: 'redline.captures',
  changes: 'redline.changes',
  alerts: 'redline.alerts',
  operator: 'redline.operator',
} as const;

export type Topic = (typeof TOPICS)[keyof typeof TOPICS];

export const ALL_TOPICS: readonly Topic[] = Object.values(TOPICS);

/** Where a record goes that a group cannot apply. */
export function deadLetterTopic(topic: Topic): `${Topic}.dead-letters` {
  return `${topic}.dead-letters`;
}
