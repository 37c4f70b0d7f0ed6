import { compactText, comparableText, type Provision, type TextReading } from '#domain';
import { withCommonYears } from '#time';
import { withOneForm } from './character-forms.ts';

export type Lang = TextReading['lang'];

const NUM = '[0-9〇一二三四五六七八九十百千]+';
const LAW_NUMBER = `(?:明治|大正|昭和|平成|令和)(?:元|${NUM})年(?:${NUM}月(?:${NUM}日)?)?[\\p{Script=Han}]{0,30}(?:法律|政令|勅令|省令|府令|規則|条約)第${NUM}号`;
/** `(昭和二十五年法律第百三十一号)`: printed at the first citation of a law only, so it moves when that moves. */
const NUMBER_IN_BRACKETS = new RegExp(`\\(${LAW_NUMBER}\\)`, 'gu');
const NUMBER_BEFORE_DEFINITION = new RegExp(`\\(${LAW_NUMBER}。(?=以下)`, 'gu');
/** A reading beside its characters: `遮蔽(へい)`. */
const READING = /(?<=\p{Script=Han})\([\p{Script=Hiragana}ー]{1,12}\)/gu;

/** `三ヶ月`, `三か月`, `三ケ所`: forms of 箇 after a number. */
const COUNTER = /(?<=[0-9〇一二三四五六七八九十百千数])[ヶケヵカか個](?=月|所|国|年|条)/gu;

/**
 * What a text says, in a form where only substance differs: equal for full and half width, spacing, old and new forms of a
 * character or counter, readings in brackets, one date in two eras, and a law number that moved to another citation. For comparison
 * only, never shown.
 */
export function substanceOf(text: string, lang: Lang): string {
  if (lang === 'en') return comparableText(text);
  const plain = withOneForm(compactText(text)).replace(READING, '').replace(COUNTER, '箇');
  return withCommonYears(plain.replace(NUMBER_IN_BRACKETS, '').replace(NUMBER_BEFORE_DEFINITION, '('));
}

const known = new WeakMap<Provision, string>();

/** Substance of a provision's own words, worked out once: guard and comparison both ask for it. */
export function substanceOfProvision(provision: Provision, lang: Lang): string {
  const substance = known.get(provision) ?? substanceOf(provision.text, lang);
  known.set(provision, substance);
  return substance;
}

/** True for a unit that stands empty: 削除 or [Reserved] in place of its words. Its label is kept free, it says nothing. */
export function isVacant(text: string): boolean {
  return /^[（(]?削除[）)]?。?$|^\[?(?:Removed and )?Reserved\]?\.?$/i.test(text.trim()) || text.trim() === '';
}
