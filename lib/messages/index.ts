/**
 * The message catalogue. Every word that a person reads stands in `lib/messages/<noun>.ts`, as one object per noun:
 * `assetsText.title` is a text, `assetsText.removed(name)` a text with parameters, `countOf()` a text with a plural.
 * Whole sentences only: a sentence put together from pieces cannot be translated.
 *
 * Components import their noun's file alone (`@/lib/messages/assets`), never this one: a browser then carries only
 * the words of the page it shows. This file is for whoever handles the catalogue as a whole.
 *
 * Another language is added in three moves:
 * 1. `lib/messages/<tag>/<noun>.ts` exports the same object `satisfies Translation<typeof assetsText>`; a missing or
 *    surplus text is a type error.
 * 2. The noun's file exports `choose({ en, <tag> })` instead of its own object, by the `locale` of
 *    `lib/messages/locale.ts`.
 * 3. `locale.ts` reads the language from the request instead of naming one; `direction` follows it.
 */
export type Translation<Text> = {
  [Key in keyof Text]: Text[Key] extends string
    ? string
    : Text[Key] extends (...parameters: infer Parameters) => string
      ? (...parameters: Parameters) => string
      : Translation<Text[Key]>;
};

export { direction, locale } from "@/lib/messages/locale";
export { countOf, plural } from "@/lib/messages/plural";
