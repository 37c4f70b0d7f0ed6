import { expect } from 'vitest';
import { appendixXml, partXml, sectionXml } from '../../libs/sources/src/ecfr-text/part.fixture.ts';
import { controlListXml, PLAIN } from '../../services/differ/src/text/cfr/part-xml.fixture.ts';
import { captured, changesBetween, told } from './captured.ts';

const part744 = (...divisions: readonly string[]) => partXml('744', ...divisions);
const section = (...paragraphs: readonly string[]) =>
  sectionXml('744.11', 'License requirements that apply to entities.', ...paragraphs);
const told744 = (before: string, after: string) => told('us-ecfr-15-744', part744(before), part744(after));

const SCOPE = '<P>(a) <I>License requirement.</I> A license is required to export any item to a listed entity.</P>';
const OWNED =
  '<P>(b) Any entity at least 50 percent owned by one or more listed entities is subject to the same requirements.</P>';
const note = (words: string) => `<EFFDNOT><HED>Effective Date Note:</HED><PSPACE>${words}</PSPACE></EFFDNOT>`;

const entry = (items: readonly string[]) =>
  controlListXml(
    { heading: 'Integrated circuits as follows (see List of Items Controlled).', reasons: 'NS, RS', items },
    PLAIN,
  );
const TUBES = 'Traveling-wave tube devices, pulsed or continuous wave, operating at frequencies exceeding 31.8 GHz;';
const FILTERS = 'Electronically tunable band-pass filters with more than 5 tunable resonators;';
const ANALYZERS = 'Signal analyzers with a 3 dB resolution bandwidth exceeding 40 MHz;';

const PRODUCT =
  'The foreign-produced item is a direct product of U.S.-origin technology or software subject to the EAR that is specified in a listed ECCN and destined to a party with a footnote 1 designation.';

const KEPT = '<P>(a) Part 744 holds end-user and end-use controls.</P>';

async function relocated(): Promise<void> {
  const from = `${sectionXml('744.1', 'General.', KEPT, `<P>(b) ${PRODUCT}</P>`)}${sectionXml('744.9', 'Restrictions.', '<P>(a) Keep records.</P>')}`;
  const to = (words: string) =>
    `${sectionXml('744.1', 'General.', KEPT)}${sectionXml('744.9', 'Restrictions.', '<P>(a) Keep records.</P>', `<P>(b) ${words}</P>`)}`;
  expect(await told744(from, to(PRODUCT))).toEqual(['(rule.relocated § 744.9(b))']);
  const changes = changesBetween(
    await captured('us-ecfr-15-744', part744(from)),
    await captured('us-ecfr-15-744', part744(to(PRODUCT.replace('U.S.-origin ', '')))),
  );
  expect(changes).toMatchObject([
    {
      type: 'rule.relocated',
      alerting: true,
      after: { textDelta: { removed: expect.stringContaining('U.S.-origin') } },
    },
  ]);
}

/** Traps of legal texts, from served bytes to what is told. */
export const TEXT_RUNS: Readonly<Record<string, () => Promise<void>>> = {
  T5: async () =>
    expect(
      (
        await told(
          'us-ecfr-15-774',
          entry([TUBES, FILTERS]),
          entry([ANALYZERS, TUBES.replace('31.8', '26.5'), FILTERS]),
        )
      ).toSorted(),
    ).toEqual([
      '(item.redesignated 3A090.a.2)',
      '(item.redesignated 3A090.a.3)',
      'item.added 3A090.a.1',
      'item.parameter_changed 3A090.a.2',
    ]),
  T9: async () => {
    const supplement = (title: string, words: string) =>
      `${section(SCOPE)}${appendixXml('Supplement No. 7 to Part 744', title, `<P>${words}</P>`)}`;
    const license = supplement(
      'Temporary General License',
      'Exports to the named persons are authorized, subject to conditions.',
    );
    const users = supplement(
      '&#x2018;Military End-User&#x2019; (MEU) List',
      'A license is required for the listed military end users.',
    );
    expect((await told744(license, users)).toSorted()).toEqual([
      'rule.added Supplement No. 7 to Part 744',
      'rule.removed Supplement No. 7 to Part 744',
    ]);
    const instruments = changesBetween(
      await captured('us-ecfr-15-744', part744(license)),
      await captured('us-ecfr-15-744', part744(users)),
    ).map(({ type, instrumentId }) => `${type} ${instrumentId}`);
    expect(instruments.toSorted()).toEqual(['rule.added US-MEU', 'rule.removed US-TGL']);
  },
  T12: async () =>
    expect(
      await told744(
        section(SCOPE),
        section(
          SCOPE,
          note(
            'At 91 FR 1, Jan. 2, 2026, &#xA7; 744.11 was amended by revising paragraph (a), effective July 1, 2026.',
          ),
        ),
      ),
    ).toEqual([]),
  T13: async () => {
    const suspended = section(
      SCOPE,
      note(
        'At 90 FR 50857, Nov. 12, 2025, &#xA7; 744.11(b) was suspended, effective Nov. 10, 2025, through Nov. 9, 2026.',
      ),
    );
    expect(await told744(section(SCOPE, OWNED), suspended)).toEqual(['rule.suspended § 744.11(b)']);
    expect(await told744(suspended, section(SCOPE, OWNED))).toEqual(['rule.reinstated § 744.11(b)']);
  },
  T14: async () => {
    const reserved = section(SCOPE, '<P>(b) [Reserved]</P>');
    expect(await told744(reserved, section(SCOPE))).toEqual([]);
    expect(await told744(section(SCOPE), reserved)).toEqual([]);
    await expect(captured('us-ecfr-15-744', part744(section(SCOPE, '<P>* * * * *</P>')))).resolves.toBeDefined();
  },
  T19: async () => {
    const other = SCOPE.replace('license is', 'li&#xAD;cense [[Page 460]] is').replace('any item', 'any&#xA0;item');
    expect(await told744(section(SCOPE), section(other))).toEqual([]);
    const typeset =
      '<P>(b) The entity&#x2019;s &#x201C;final&#x201D; use, a non&#x2013;U.S. one, is speci&#xFB01;ed (see &#xA7; 744.2).</P>';
    const plain = '<P>(b) The entity\'s "final" use, a non-U.S. one, is specified (see &#xA7; 744.2).</P>';
    expect(await told744(section(SCOPE, typeset), section(SCOPE, plain))).toEqual([]);
    const [quoted] = changesBetween(
      await captured('us-ecfr-15-744', part744(section(SCOPE, plain))),
      await captured('us-ecfr-15-744', part744(section(SCOPE, typeset.replace('&#xA7; 744.2', '&#xA7; 744.3')))),
    );
    expect(quoted?.evidence.map(({ quote }) => quote).join(' ')).toContain('entity\u2019s \u201cfinal\u201d use');
  },
  T22: relocated,
};
