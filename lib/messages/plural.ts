import { groupDigits } from "@/lib/format/amounts";
import { type Language, speech } from "./catalogue";

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const rules: Partial<Record<Language, Intl.PluralRules>> = {};

/** `plural(1, { one: "asset", other: "assets" })` → "asset". Languages with more forms give more keys. */
export function plural(count: number | bigint, forms: Forms): string {
  const language = speech.language();
  rules[language] ??= new Intl.PluralRules(language);
  return forms[rules[language].select(Number(count))] ?? forms.other;
}

/** `countOf(3, { one: "asset", other: "assets" })` → "3 assets". */
export const countOf = (count: number | bigint, forms: Forms): string =>
  `${groupDigits(String(count))} ${plural(count, forms)}`;
