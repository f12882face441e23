import { type Language, languages } from "@/lib/messages/catalogue";

/** The person's choice of language, of this browser. It lives in a cookie, so that the server speaks it at once. */
export const LANGUAGE_COOKIE = "ampdesk-language";

export const parseLanguage = (value: string | undefined): Language =>
  languages.find((language) => language === value) ?? "en";
