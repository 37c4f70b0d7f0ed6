import type { Change } from '#domain';
import { aChange } from '../contract/samples.ts';
import { type Draw, seeded } from '../seeded.ts';
import { inventedName, knownParties } from './invented-names.ts';
import { inventedEccn, TECHNOLOGIES, WORDS } from './invented-profiles.ts';

const LISTED_IN = 'CN RU IR AE HK TR PK SG BY KP MY IN VE MM SY'.split(' ');
const PLAIN_WORDS = Array.from({ length: 3_000 }, (_, at) => `word${at.toString(36)}`);

function entityChange(draw: Draw, known: readonly string[], changeId: string): Change {
  const name = draw.chance(0.5) ? draw.one(known) : inventedName(draw);
  const aliases = Array.from({ length: Math.floor(6 * draw.next() ** 2) }, () => inventedName(draw));
  const base = aChange(changeId);
  return {
    ...base,
    instrumentId: draw.popular(['US-EL', 'US-SDN', 'JP-EUL', 'US-UVL']),
    subject: { kind: 'entity', key: changeId, label: name },
    after: { name, aliases, country: draw.popular(LISTED_IN) },
  };
}

function itemChange(draw: Draw, changeId: string): Change {
  const label = inventedEccn(draw);
  return {
    ...aChange(changeId),
    type: 'item.text_changed',
    instrumentId: 'US-CCL',
    subject: { kind: 'item', key: label, label },
    after: { text: sentence(draw, 60) },
  };
}

function documentChange(draw: Draw, changeId: string): Change {
  return {
    ...aChange(changeId),
    type: 'document.published',
    instrumentId: draw.popular(['US-CCL', 'US-EL', 'US-FDPR', 'US-CMMC']),
    subject: { kind: 'document', key: changeId, label: changeId },
    after: { title: sentence(draw, 12), summary: `${sentence(draw, 150)} ${inventedEccn(draw)}` },
  };
}

function sentence(draw: Draw, words: number): string {
  const word = () =>
    draw.chance(0.03) ? draw.one(WORDS) : draw.chance(0.01) ? draw.one(TECHNOLOGIES) : draw.one(PLAIN_WORDS);
  return Array.from({ length: words }, word).join(' ');
}

/** Changes in about the shares in which the sources bring them: seven in ten to list entries, the rest items and documents. */
export function inventedChanges(count: number): readonly Change[] {
  const draw = seeded(3);
  const known = knownParties(seeded(2));
  return Array.from({ length: count }, (_, at) => {
    const kind = draw.next();
    if (kind < 0.7) return entityChange(draw, known, `change-${at}`);
    return kind < 0.85 ? itemChange(draw, `change-${at}`) : documentChange(draw, `change-${at}`);
  });
}
