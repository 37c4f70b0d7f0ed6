import { eraDatesIn, kanjiNumber, NUMERAL } from '#time';

const NUMBER = new RegExp(`(法律|政令|勅令|(?:\\p{Script=Han}+?)[省府]令)第\\s*(${NUMERAL})\\s*号`, 'u');

/** Kind and number of a law, `政令 376`, from any way of printing it. */
function kindAndNumber(text: string): string | undefined {
  const [, kind, number = ''] = NUMBER.exec(text.normalize('NFKC')) ?? [];
  const value = kanjiNumber(number);
  return kind === undefined || value === undefined ? undefined : `${kind} ${value}`;
}

/**
 * Day on which the amending law was promulgated: the 附則 it brought names it by day and number, `AmendLawNum="令和七年一一月一四日
 * 政令第三七六号"`.
 * @param amendLawNums `AmendLawNum` of every appended 附則, in the order printed
 * @param amendedBy number of the amending law, `令和7年政令第376号`
 */
export function promulgationDay(amendLawNums: readonly string[], amendedBy: string | undefined): string | undefined {
  const wanted = amendedBy === undefined ? undefined : kindAndNumber(amendedBy);
  if (wanted === undefined || amendedBy === undefined) return undefined;
  const year = /^\D{2}(?:元|\d+|[〇一二三四五六七八九十百]+)年/.exec(amendedBy.normalize('NFKC'))?.[0];
  return amendLawNums
    .filter((printed) => kindAndNumber(printed) === wanted)
    .map((printed) => eraDatesIn(printed)[0])
    .findLast(
      (day) =>
        day !== undefined && (year === undefined || eraDatesIn(`${year}12月31日`)[0]?.slice(0, 4) === day.slice(0, 4)),
    );
}
