import { bisPages } from './bis-pages/family.ts';
import { bisPress } from './bis-press/family.ts';
import { consolidatedScreeningList } from './csl/family.ts';
import { debarredParties } from './ddtc/family.ts';
import { ddtcArticles } from './ddtc-articles/family.ts';
import { deniedPersonsList } from './dpl/family.ts';
import { ecfr } from './ecfr/family.ts';
import { ecfrStructure } from './ecfr-structure/family.ts';
import { ecfrText } from './ecfr-text/family.ts';
import { egovLaw } from './egov/index.ts';
import { egovUpdates } from './egov-updates/family.ts';
import { fccCoveredList } from './fcc/family.ts';
import { federalRegister, federalRegisterPublicInspection } from './federal-register/family.ts';
import { federalRegisterIssue } from './federal-register-issue/family.ts';
import { metiAmendments, metiIndex, metiNews, metiPress, metiQuestions } from './meti/family.ts';
import { metiFiles } from './meti/linked-files.ts';
import { metiEndUserList } from './meti-end-user-list/family.ts';
import { metiRussia } from './meti-russia/family.ts';
import { mofAssetFreeze } from './mof/family.ts';
import { mofIssuers } from './mof-fdi/family.ts';
import { egovPublicComment } from './public-comment/family.ts';
import type { SourceFamily } from './source.ts';
import { uflpaEntityList } from './uflpa/family.ts';

/** Every publisher family this version can read, by the name `config/sources.yaml` uses. */
export const families: ReadonlyMap<string, SourceFamily> = new Map(
  [
    federalRegister,
    federalRegisterPublicInspection,
    federalRegisterIssue,
    ecfr,
    ecfrStructure,
    ecfrText,
    consolidatedScreeningList,
    fccCoveredList,
    deniedPersonsList,
    debarredParties,
    uflpaEntityList,
    bisPages,
    bisPress,
    ddtcArticles,
    metiNews,
    metiPress,
    metiIndex,
    metiQuestions,
    metiAmendments,
    metiFiles,
    egovLaw,
    egovUpdates,
    egovPublicComment,
    metiEndUserList,
    metiRussia,
    mofAssetFreeze,
    mofIssuers,
  ].map((family) => [family.family, family]),
);
