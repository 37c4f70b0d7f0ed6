import type { FormFields } from '../subscription/subscription-form.ts';
import { html, type Markup, nothing } from '../view/markup.ts';

/** A field as typed, or as it stands at first. */
export type Value = (name: string, initial?: string) => string;

export function valuesOf(fields: FormFields | undefined): Value {
  return (name, initial = '') => fields?.[name] ?? initial;
}

export type Options = readonly (readonly [id: string, label: string])[];

/** @returns each with its words, or itself where it needs none. */
export function named(ids: readonly string[], words: Readonly<Record<string, string>> = {}): Options {
  return ids.map((id) => [id, words[id] ?? id]);
}

export function radio(name: string, id: string, label: string, chosen: string): Markup {
  return html`<label><input type="radio" name="${name}" value="${id}"${id === chosen ? html` checked` : nothing}> ${label}</label>`;
}

export function choice(name: string, label: string, options: Options, chosen: string): Markup {
  return html`<label>${label} <select name="${name}">${options.map(([id, words]) => html`<option value="${id}"${id === chosen ? html` selected` : nothing}>${words}</option>`)}</select></label>`;
}

/** Boxes of which any may be ticked; each is a field `name.id`. */
export function boxes(name: string, legend: string, options: Options, value: Value): Markup {
  return html`<fieldset><legend>${legend}</legend>
${options.map(([id, words]) => html`<label><input type="checkbox" name="${name}.${id}"${value(`${name}.${id}`) ? html` checked` : nothing}> ${words}</label>`)}
</fieldset>`;
}

/** A text of several lines. */
export function lines(name: string, label: string, value: Value, rows = 4): Markup {
  return html`<label>${label} <textarea name="${name}" rows="${rows}">${value(name)}</textarea></label>`;
}
