import { locale } from "@/lib/messages/locale";

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const rules = new Intl.PluralRules(locale);

/** `plural(1, { one: "asset", other: "assets" })` → "asset". Languages with more forms give more keys. */
export const plural = (count: number | bigint, forms: Forms): string =>
  forms[rules.select(Number(count))] ?? forms.other;

/** `countOf(3, { one: "asset", other: "assets" })` → "3 assets". */
export const countOf = (count: number | bigint, forms: Forms): string =>
  `${count.toLocaleString(locale)} ${plural(count, forms)}`;
