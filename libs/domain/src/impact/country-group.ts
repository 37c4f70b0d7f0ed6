/**
 * Members of the destination groups a profile may declare. `GROUP_A` is 輸出貿易管理令 別表第三; `D:1`, `E:1` and `E:2` are
 * Supplement No. 1 to 15 CFR part 740. Used to find whom a change may concern, never shown as a statement of law.
 */
export const COUNTRY_GROUPS: Readonly<Record<string, readonly string[]>> = {
  GROUP_A: words('AR AU AT BE BG CA CZ DK FI FR DE GR HU IE IT KR LU NL NZ NO PL PT ES SE CH GB US'),
  'D:1': words('AM AZ BY MM KH CN GE IQ KZ KP KG LA LY MO MD MN RU TJ TM UZ VE VN YE'),
  'E:1': words('CU IR KP SY'),
  'E:2': words('CU'),
};

function words(text: string): string[] {
  return text.split(' ');
}

/** The countries a declared destination stands for: itself, or the members of a group. Unknown names stand for nobody. */
export function destinationsOf(declared: string): readonly string[] {
  const name = declared.trim().toUpperCase();
  return /^[A-Z]{2}$/.test(name) ? [name] : (COUNTRY_GROUPS[name] ?? []);
}
