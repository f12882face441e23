import { speech } from "./catalogue";

/** How times and shares are written, in every language: one notation, as fields take it and exports have it. */
export const locale = "en";

/**
 * Between groups of three digits: `1,000.5`. Whoever reads German takes that comma for the beginning of the decimals, and
 * `1,000` for one: there it is a narrow space that does not break. Decimals stand behind a point in either language.
 */
export const groupSeparator = (): string => (speech.language() === "de" ? "\u202f" : ",");

/** Written into `<html dir>`. All layout is logical (`ms-`, `text-start`), so that "rtl" needs no other change. */
export const direction: "ltr" | "rtl" = "ltr";
